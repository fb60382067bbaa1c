//! Doing one effect at the provider.

use chrono::{DateTime, Utc};
use domain::{
    bookings::State,
    money::{Currency, Money},
};
use sea_orm::{
    ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter,
    sea_query::{Expr, ExprTrait},
};
use uuid::Uuid;

use super::{CANCEL, CAPTURE, CREATE, REFUND, VOID, cancel};
use crate::{
    Context, Error, Result,
    bookings::records,
    database,
    entities::{outbox, payments},
    interruptions,
    payments::{Intent, IntentStatus, NewIntent, advance, refunds, to_provider},
};

/// Does one effect. `Internal` means that it can never be done; every other failure is worth another attempt. At the payment of another
/// provider nothing is done any more: the booking goes on without it.
pub async fn run(ctx: &Context, effect: &outbox::Model) -> Result<()> {
    let booking = effect
        .booking_id
        .ok_or_else(|| Error::Internal("an effect without a booking".to_owned()))?;
    if effect.kind != REFUND && is_elsewhere(ctx, booking).await? {
        return advance(ctx, booking).await.map(drop);
    }
    match effect.kind.as_str() {
        CREATE => run_create(ctx, effect.id, booking).await,
        CAPTURE => run_capture(ctx, effect.id, booking).await,
        CANCEL => run_cancel(ctx, effect.id, booking).await,
        VOID => run_void(ctx, effect, booking).await,
        REFUND => refunds::run(ctx, effect).await,
        kind => Err(Error::Internal(format!("no such effect: {kind}"))),
    }
}

async fn is_elsewhere(ctx: &Context, booking: Uuid) -> Result<bool> {
    let payment = records::payment(&ctx.db, booking).await?;
    Ok(payment.provider != ctx.gateway.name())
}

async fn run_create(ctx: &Context, effect: Uuid, id: Uuid) -> Result<()> {
    let booking = records::booking(&ctx.db, id).await?;
    if records::state(&booking)? != State::Held {
        return Ok(());
    }
    let currency = Currency::parse(&booking.currency)?;
    let new = NewIntent {
        booking_id: id,
        amount: to_provider(Money::new(booking.total, currency))?,
        currency: currency.code().to_owned(),
        return_path: format!("/checkout/{id}/return"),
    };
    let intent = ctx.gateway.create_intent(effect, new).await?;
    interruptions::reach(CREATE, "answered").await;
    let now = ctx.clock.now();
    database::transaction(&ctx.db, async |txn| {
        keep_intent(&txn, id, &intent, now).await
    })
    .await
}

/// Writes down the provider's id of the payment. A hold that ended in the meantime has its payment cancelled.
async fn keep_intent(
    txn: &DatabaseTransaction,
    id: Uuid,
    intent: &Intent,
    now: DateTime<Utc>,
) -> Result<()> {
    let booking = records::booking_locked(txn, id).await?;
    payments::Entity::update_many()
        .col_expr(payments::Column::IntentId, Expr::value(intent.id.clone()))
        .col_expr(
            payments::Column::Status,
            Expr::value(intent.status.as_str()),
        )
        .col_expr(
            payments::Column::Version,
            Expr::col(payments::Column::Version).add(1),
        )
        .col_expr(payments::Column::UpdatedAt, Expr::value(now))
        .filter(payments::Column::BookingId.eq(id))
        .filter(payments::Column::IntentId.is_null())
        .exec(txn)
        .await?;
    if records::state(&booking)? != State::Held {
        cancel(txn, &booking, now).await?;
    }
    Ok(())
}

/// Done when the money was taken or can no longer be; anything else is tried again.
async fn run_capture(ctx: &Context, effect: Uuid, id: Uuid) -> Result<()> {
    let booking = records::booking(&ctx.db, id).await?;
    if records::state(&booking)? != State::Capturing {
        return Ok(());
    }
    let intent_id = intent_id(ctx, id).await?;
    let answer = ctx.gateway.capture(effect, &intent_id).await?;
    interruptions::reach(CAPTURE, "answered").await;
    if advance(ctx, id).await? == State::Capturing {
        return ended(&answer);
    }
    Ok(())
}

/// Looks at the payment first: an authorisation that was already made wins over the end of the hold. A payment in
/// which something happened at the same moment is not cancelled yet: that is tried again.
async fn run_cancel(ctx: &Context, effect: Uuid, id: Uuid) -> Result<()> {
    if !is_over(advance(ctx, id).await?) {
        return Ok(());
    }
    let intent_id = intent_id(ctx, id).await?;
    let answer = ctx.gateway.cancel(effect, &intent_id).await?;
    interruptions::reach(CANCEL, "answered").await;
    if is_over(advance(ctx, id).await?) {
        return ended(&answer);
    }
    Ok(())
}

/// What was taken before it could be ended goes back.
async fn run_void(ctx: &Context, effect: &outbox::Model, booking: Uuid) -> Result<()> {
    let answer = ctx.gateway.cancel(effect.id, &effect.payload).await?;
    interruptions::reach(VOID, "answered").await;
    advance(ctx, booking).await?;
    ended(&answer)
}

fn is_over(state: State) -> bool {
    matches!(
        state,
        State::Expiring
            | State::Expired
            | State::Withdrawn
            | State::Declined
            | State::PaymentFailed
    )
}

/// Fails, and so keeps the effect pending, while a card could still do something to the payment.
fn ended(answer: &Intent) -> Result<()> {
    match answer.status {
        IntentStatus::Succeeded | IntentStatus::Canceled => Ok(()),
        other => Err(Error::Gateway(format!(
            "the payment is still open: {}",
            other.as_str()
        ))),
    }
}

async fn intent_id(ctx: &Context, booking: Uuid) -> Result<String> {
    let payment = records::payment(&ctx.db, booking).await?;
    payment
        .intent_id
        .ok_or_else(|| Error::Gateway("the provider does not know of this payment yet".to_owned()))
}
