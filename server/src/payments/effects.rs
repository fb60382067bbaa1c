//! What the outbox does at the payment provider: create, capture, cancel. Every effect may run twice and acts once.

use chrono::{DateTime, Utc};
use domain::{
    bookings::State,
    money::{Currency, Money},
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter,
    sea_query::{Expr, ExprTrait},
};
use uuid::Uuid;

use super::{Intent, NewIntent, advance, to_provider};
use crate::{
    Context, Error, Result,
    bookings::records,
    database,
    entities::{bookings, outbox, payments},
    jobs::outbox::{NewEffect, enqueue},
};

const CREATE: &str = "payment.create";
const CAPTURE: &str = "payment.capture";
const CANCEL: &str = "payment.cancel";
const VOID: &str = "payment.void";

/// The provider shall know of the payment of a new hold.
pub async fn create(conn: &impl ConnectionTrait, booking: Uuid, now: DateTime<Utc>) -> Result<()> {
    enqueue(
        conn,
        effect(
            CREATE,
            booking,
            format!("{CREATE}:{booking}"),
            String::new(),
        ),
        now,
    )
    .await
}

/// The authorised money shall be taken.
pub(super) async fn capture(
    conn: &impl ConnectionTrait,
    booking: Uuid,
    now: DateTime<Utc>,
) -> Result<()> {
    enqueue(
        conn,
        effect(
            CAPTURE,
            booking,
            format!("{CAPTURE}:{booking}"),
            String::new(),
        ),
        now,
    )
    .await
}

/// The payment of a hold that ended shall end too. Once for each state the booking comes to: an effect that found
/// the booking paid after all does not stand in the way of a later one.
pub async fn cancel(
    conn: &impl ConnectionTrait,
    booking: &bookings::Model,
    now: DateTime<Utc>,
) -> Result<()> {
    let key = format!("{CANCEL}:{}:{}", booking.id, booking.version);
    enqueue(conn, effect(CANCEL, booking.id, key, String::new()), now).await
}

/// A payment that is not the booking's shall end, whatever the booking's state.
pub(super) async fn void(
    conn: &impl ConnectionTrait,
    booking: Uuid,
    intent: &str,
    now: DateTime<Utc>,
) -> Result<()> {
    enqueue(
        conn,
        effect(VOID, booking, format!("{VOID}:{intent}"), intent.to_owned()),
        now,
    )
    .await
}

fn effect(kind: &'static str, booking_id: Uuid, dedupe_key: String, payload: String) -> NewEffect {
    NewEffect {
        kind,
        booking_id,
        dedupe_key,
        payload,
    }
}

/// Does one effect. `Internal` means that it can never be done; every other failure is worth another attempt.
pub async fn run(ctx: &Context, effect: &outbox::Model) -> Result<()> {
    let booking = effect
        .booking_id
        .ok_or_else(|| Error::Internal("an effect without a booking".to_owned()))?;
    match effect.kind.as_str() {
        CREATE => run_create(ctx, effect.id, booking).await,
        CAPTURE => run_capture(ctx, effect.id, booking).await,
        CANCEL => run_cancel(ctx, effect.id, booking).await,
        VOID => ctx
            .gateway
            .cancel(effect.id, &effect.payload)
            .await
            .map(drop),
        kind => Err(Error::Internal(format!("no such effect: {kind}"))),
    }
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

async fn run_capture(ctx: &Context, effect: Uuid, id: Uuid) -> Result<()> {
    let booking = records::booking(&ctx.db, id).await?;
    if records::state(&booking)? == State::Capturing {
        ctx.gateway
            .capture(effect, &intent_id(ctx, id).await?)
            .await?;
        advance(ctx, id).await?;
    }
    Ok(())
}

/// Looks at the payment first: an authorisation that was already made wins over the end of the hold.
async fn run_cancel(ctx: &Context, effect: Uuid, id: Uuid) -> Result<()> {
    let state = advance(ctx, id).await?;
    let over = matches!(
        state,
        State::Expiring
            | State::Expired
            | State::Withdrawn
            | State::Declined
            | State::PaymentFailed
    );
    if over {
        ctx.gateway
            .cancel(effect, &intent_id(ctx, id).await?)
            .await?;
        advance(ctx, id).await?;
    }
    Ok(())
}

async fn intent_id(ctx: &Context, booking: Uuid) -> Result<String> {
    let payment = records::payment(&ctx.db, booking).await?;
    payment
        .intent_id
        .ok_or_else(|| Error::Gateway("the provider does not know of this payment yet".to_owned()))
}
