//! Ending holds whose fifteen minutes are over.

use chrono::{DateTime, Utc};
use domain::bookings::State;
use sea_orm::{
    ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};
use uuid::Uuid;

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
        if let Err(error) = end(ctx, id).await {
            tracing::warn!(booking = %id, %error, "a hold could not be ended");
        }
    }
    Ok(())
}

/// Looks at the payment first: a card that was authorised in time wins.
async fn end(ctx: &Context, id: Uuid) -> Result<()> {
    if advance(ctx, id).await? == State::Held {
        let now = ctx.clock.now();
        database::transaction(&ctx.db, async |txn| expire(&txn, id, now).await).await?;
    }
    Ok(())
}

/// Without a payment the nights are free at once; otherwise when the provider says that the payment has ended.
async fn expire(txn: &DatabaseTransaction, id: Uuid, now: DateTime<Utc>) -> Result<()> {
    let booking = records::booking_locked(txn, id).await?;
    if records::state(&booking)? != State::Held {
        return Ok(());
    }
    let reason = "The fifteen minutes were over.";
    let booking = transition(txn, booking, State::Expiring, By::System, reason, now).await?;
    match records::payment_locked(txn, id).await?.intent_id {
        Some(_) => effects::cancel(txn, &booking, now).await,
        None => transition(txn, booking, State::Expired, By::System, reason, now)
            .await
            .map(drop),
    }
}
