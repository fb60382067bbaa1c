//! Ending requests that their hosts did not answer in time.

use chrono::{DateTime, Utc};
use domain::{
    bookings::State,
    stays::{Stay, today_in},
};
use sea_orm::{
    ColumnTrait, Condition, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    Select,
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
        .filter(is_over(ctx.clock.now()))
        .order_by_asc(bookings::Column::RespondBy)
}

/// The time to answer is over; a request that came with an import has none, and ends with the day of its arrival. No zone is more
/// than a day away from UTC's date.
fn is_over(now: DateTime<Utc>) -> Condition {
    let begun = Condition::all()
        .add(bookings::Column::Imported.eq(true))
        .add(bookings::Column::CheckIn.lt(now.date_naive()));
    Condition::any()
        .add(bookings::Column::RespondBy.lte(now))
        .add(begun)
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
    let over = match booking.respond_by {
        Some(until) => until <= now,
        None => booking.imported && has_begun(&booking, now)?,
    };
    if waits && over {
        lapse(txn, booking, UNANSWERED, now).await?;
    }
    Ok(())
}

/// Whether the day of arrival is over, by the home's calendar.
fn has_begun(booking: &bookings::Model, now: DateTime<Utc>) -> Result<bool> {
    Ok(today_in(records::timezone(&booking.timezone)?, now) > booking.check_in)
}
