//! Ending requests that their hosts did not answer in time.

use chrono::{DateTime, Utc};
use domain::{bookings::State, stays::Stay};
use sea_orm::{
    ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select,
};
use uuid::Uuid;

use crate::{
    Context, Result,
    bookings::{history::UNANSWERED, lapse, records},
    database,
    entities::bookings,
};

/// Ends what is due, the oldest first; one that fails does not hold up the others.
pub(super) async fn end_due(ctx: &Context) -> Result<()> {
    let due = due(ctx).limit(100).into_tuple::<Uuid>();
    for id in due.all(&ctx.db).await? {
        end_or_warn(ctx, id).await;
    }
    Ok(())
}

/// Ends the requests for nights of the stay that were not answered in time, so that nobody waits for the worker's next pass to
/// take these nights. True when there were some.
pub(super) async fn end_overlapping(ctx: &Context, listing: Uuid, stay: &Stay) -> Result<bool> {
    let due = due(ctx)
        .filter(bookings::Column::ListingId.eq(listing))
        .filter(bookings::Column::CheckIn.lt(stay.check_out))
        .filter(bookings::Column::CheckOut.gt(stay.check_in))
        .into_tuple::<Uuid>()
        .all(&ctx.db)
        .await?;
    for &id in &due {
        end_or_warn(ctx, id).await;
    }
    Ok(!due.is_empty())
}

fn due(ctx: &Context) -> Select<bookings::Entity> {
    bookings::Entity::find()
        .select_only()
        .column(bookings::Column::Id)
        .filter(bookings::Column::State.eq(State::Authorized.as_str()))
        .filter(bookings::Column::RespondBy.lte(ctx.clock.now()))
        .order_by_asc(bookings::Column::RespondBy)
}

async fn end_or_warn(ctx: &Context, id: Uuid) {
    let now = ctx.clock.now();
    let ended = database::transaction(&ctx.db, async |txn| end(&txn, id, now).await).await;
    match ended {
        Ok(()) => ctx.wake.notify_one(),
        Err(error) => tracing::warn!(booking = %id, %error, "a request could not be ended"),
    }
}

/// Whoever answered or withdrew it meanwhile was faster.
async fn end(txn: &DatabaseTransaction, id: Uuid, now: DateTime<Utc>) -> Result<()> {
    let booking = records::booking_locked(txn, id).await?;
    let waits = records::state(&booking)? == State::Authorized;
    if waits && booking.respond_by.is_some_and(|until| until <= now) {
        lapse(txn, booking, UNANSWERED, now).await?;
    }
    Ok(())
}
