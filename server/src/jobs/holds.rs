//! Ending holds whose fifteen minutes are over.

use chrono::{DateTime, Utc};
use domain::{bookings::State, stays::Stay};
use sea_orm::{
    ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};
use uuid::Uuid;

use super::{outbox, requests};
use crate::{
    Context, Result,
    bookings::{By, records, transition},
    database,
    entities::bookings,
    payments::{advance, effects},
};

/// Ends what is due, the oldest first; one that fails does not hold up the others.
pub(super) async fn end_due(ctx: &Context) -> Result<()> {
    let due = bookings::Entity::find()
        .select_only()
        .column(bookings::Column::Id)
        .filter(bookings::Column::State.eq(State::Held.as_str()))
        .filter(bookings::Column::HoldExpiresAt.lte(ctx.clock.now()))
        .order_by_asc(bookings::Column::HoldExpiresAt)
        .limit(100)
        .into_tuple::<Uuid>()
        .all(&ctx.db)
        .await?;
    for id in due {
        end_or_warn(ctx, id).await;
    }
    Ok(())
}

/// Ends the holds and requests on nights of the stay whose time is over, and their payments, so that nobody waits for the
/// worker's next pass to take these nights. True when there were some; one that cannot be ended keeps its nights for now.
pub(crate) async fn end_overlapping(ctx: &Context, listing: Uuid, stay: &Stay) -> Result<bool> {
    let due = bookings::Entity::find()
        .select_only()
        .column(bookings::Column::Id)
        .filter(bookings::Column::ListingId.eq(listing))
        .filter(bookings::Column::CheckIn.lt(stay.check_out))
        .filter(bookings::Column::CheckOut.gt(stay.check_in))
        .filter(bookings::Column::State.eq(State::Held.as_str()))
        .filter(bookings::Column::HoldExpiresAt.lte(ctx.clock.now()))
        .into_tuple::<Uuid>()
        .all(&ctx.db)
        .await?;
    for &id in &due {
        end_or_warn(ctx, id).await;
        outbox::run_due(ctx, Some(id)).await?;
    }
    let requests = requests::end_overlapping(ctx, listing, stay).await?;
    Ok(requests || !due.is_empty())
}

async fn end_or_warn(ctx: &Context, id: Uuid) {
    if let Err(error) = end(ctx, id).await {
        tracing::warn!(booking = %id, %error, "a hold could not be ended");
    }
}

/// Looks at the payment first: a card that was authorised in time wins.
async fn end(ctx: &Context, id: Uuid) -> Result<()> {
    if advance(ctx, id).await? == State::Held {
        let now = ctx.clock.now();
        let provider = ctx.gateway.name();
        database::transaction(&ctx.db, async |txn| expire(&txn, id, provider, now).await).await?;
    }
    Ok(())
}

/// Without a payment the nights are free at once, and so with one of another provider than today's, of which nothing can be taken any more;
/// otherwise when the provider says that the payment has ended.
async fn expire(
    txn: &DatabaseTransaction,
    id: Uuid,
    provider: &str,
    now: DateTime<Utc>,
) -> Result<()> {
    let booking = records::booking_locked(txn, id).await?;
    if records::state(&booking)? != State::Held {
        return Ok(());
    }
    let reason = "The fifteen minutes were over.";
    let booking = transition(txn, booking, State::Expiring, By::System, reason, now).await?;
    let payment = records::payment_locked(txn, id).await?;
    let ours = payment.provider == provider;
    match payment.intent_id.filter(|_| ours) {
        Some(_) => effects::cancel(txn, &booking, now).await,
        None => transition(txn, booking, State::Expired, By::System, reason, now)
            .await
            .map(drop),
    }
}
