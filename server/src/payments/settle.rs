//! The one step that takes in refunds and disputes, whoever tells of them: webhook, reconciler, effect or the daily
//! comparison. They are fetched again, and what is new is written down.

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, sea_query::Expr};
use uuid::Uuid;

use super::{disputes, refunds, refunds::Standing};
use crate::{
    Context, Result,
    bookings::records,
    database,
    entities::{bookings, payments},
};

/// Fetches the refunds and disputes of the booking's payment and does what follows from them; safe to call at any time,
/// any number of times.
pub async fn settle(ctx: &Context, booking: Uuid) -> Result<()> {
    let payment = records::payment(&ctx.db, booking).await?;
    let Some(intent) = payment.intent_id.as_deref() else {
        return Ok(());
    };
    // Another provider's payment is not known here.
    if payment.provider != ctx.gateway.name() {
        return Ok(());
    }
    let made = ctx.gateway.refunds(intent).await?;
    let disputed = ctx.gateway.disputes(intent).await?;
    if made.is_empty() && disputed.is_empty() {
        return Ok(());
    }
    let now = ctx.clock.now();
    database::repeatable(&ctx.db, async |txn| {
        let booking = records::booking_locked(&txn, booking).await?;
        let payment = records::payment_locked(&txn, booking.id).await?;
        for refund in &made {
            refunds::record(&txn, &booking, &payment, refund, now).await?;
        }
        for dispute in &disputed {
            disputes::record(&txn, &booking, &payment, dispute, now).await?;
        }
        sums_of(&txn, &booking, now).await
    })
    .await?;
    ctx.wake.notify_one();
    Ok(())
}

/// Keeps the payment's sums of what went back and what is disputed, for pages and for the operator.
pub(super) async fn sums_of(
    txn: &DatabaseTransaction,
    booking: &bookings::Model,
    now: DateTime<Utc>,
) -> Result<()> {
    use payments::Column as C;
    let standing = Standing::of(txn, booking).await?;
    payments::Entity::update_many()
        .col_expr(C::Refunded, Expr::value(standing.returned))
        .col_expr(C::Disputed, Expr::value(standing.disputed + standing.lost))
        .col_expr(C::UpdatedAt, Expr::value(now))
        .filter(C::BookingId.eq(booking.id))
        .exec(txn)
        .await?;
    Ok(())
}
