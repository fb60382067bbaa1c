//! The one step that advances a booking. The provider's webhook, the guest's return, the reconciler and the worker all
//! come here: the payment is fetched again, compared, and the booking moves on by compare-and-set.

use chrono::{DateTime, Utc};
use domain::{
    bookings::State,
    money::{Currency, Money},
};
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, sea_query::Expr};
use uuid::Uuid;

use super::{Intent, IntentStatus, effects, ledger, to_provider, units};
use crate::{
    Context, Error, Result,
    bookings::{By, records, transition},
    database,
    entities::{bookings, listings, payments},
};

/// So many declined cards end a hold.
const DECLINES: u32 = 5;

/// Fetches the payment of the booking and does what follows from it; safe to call at any time, any number of times.
/// Returns where the booking stands afterwards.
pub async fn advance(ctx: &Context, id: Uuid) -> Result<State> {
    let payment = records::payment(&ctx.db, id).await?;
    let Some(intent_id) = payment.intent_id.as_deref() else {
        return records::state(&records::booking(&ctx.db, id).await?);
    };
    if payment.provider != ctx.gateway.name() {
        return Err(Error::Gateway(format!(
            "the payment is with {}",
            payment.provider
        )));
    }
    let unknown = || Error::Gateway(format!("the provider does not know {intent_id}"));
    let intent = ctx.gateway.retrieve(intent_id).await?.ok_or_else(unknown)?;
    let now = ctx.clock.now();
    let state =
        database::transaction(&ctx.db, async |txn| apply(&txn, id, &intent, now).await).await?;
    ctx.wake.notify_one();
    Ok(state)
}

async fn apply(
    txn: &DatabaseTransaction,
    id: Uuid,
    intent: &Intent,
    now: DateTime<Utc>,
) -> Result<State> {
    let booking = records::booking_locked(txn, id).await?;
    let payment = records::payment_locked(txn, id).await?;
    if !matches(&booking, &payment, intent)? {
        return refuse(txn, booking, intent, now).await;
    }
    record(txn, &payment, intent, now).await?;
    let booking = record_declines(txn, booking, intent).await?;
    let booking = follow(txn, booking, intent, now).await?;
    records::state(&booking)
}

/// Whether the provider speaks of this booking's payment, to the last unit.
fn matches(booking: &bookings::Model, payment: &payments::Model, intent: &Intent) -> Result<bool> {
    let amount = Money::new(payment.amount, Currency::parse(&payment.currency)?);
    Ok(payment.intent_id.as_deref() == Some(intent.id.as_str())
        && intent.booking_id == booking.id
        && intent.amount == to_provider(amount)?
        && intent.currency.eq_ignore_ascii_case(&payment.currency)
        && payment.amount == booking.total)
}

/// A payment that is not what was agreed is ended, and a hold that waits for it with it.
async fn refuse(
    txn: &DatabaseTransaction,
    booking: bookings::Model,
    intent: &Intent,
    now: DateTime<Utc>,
) -> Result<State> {
    tracing::error!(booking = %booking.id, intent = intent.id, "a payment does not match its booking");
    effects::void(txn, booking.id, &intent.id, now).await?;
    let reason = "The payment was not the one agreed.";
    let booking = match records::state(&booking)? {
        State::Held => {
            let ending = transition(txn, booking, State::Expiring, By::System, reason, now).await?;
            transition(txn, ending, State::Expired, By::System, reason, now).await?
        }
        State::Expiring => {
            transition(txn, booking, State::Expired, By::System, reason, now).await?
        }
        _ => booking,
    };
    records::state(&booking)
}

/// Keeps what the provider said, for pages and for the operator.
async fn record(
    txn: &DatabaseTransaction,
    payment: &payments::Model,
    intent: &Intent,
    now: DateTime<Utc>,
) -> Result<()> {
    let captured = units::from_provider(intent.captured, Currency::parse(&payment.currency)?);
    let authorised = intent.status == IntentStatus::RequiresCapture;
    let authorized_at = payment.authorized_at.or(authorised.then_some(now));
    let capture_before = intent.capture_before.or(payment.capture_before);
    let news = payment.status != intent.status.as_str()
        || payment.last_error != intent.last_error
        || payment.captured != captured;
    if !news {
        return Ok(());
    }
    payments::Entity::update_many()
        .col_expr(
            payments::Column::Status,
            Expr::value(intent.status.as_str()),
        )
        .col_expr(
            payments::Column::LastError,
            Expr::value(intent.last_error.clone()),
        )
        .col_expr(payments::Column::Captured, Expr::value(captured))
        .col_expr(payments::Column::AuthorizedAt, Expr::value(authorized_at))
        .col_expr(payments::Column::CaptureBefore, Expr::value(capture_before))
        .col_expr(payments::Column::Version, Expr::value(payment.version + 1))
        .col_expr(payments::Column::UpdatedAt, Expr::value(now))
        .filter(payments::Column::Id.eq(payment.id))
        .exec(txn)
        .await?;
    Ok(())
}

/// The provider counts declined cards; its count never goes back.
async fn record_declines(
    txn: &DatabaseTransaction,
    booking: bookings::Model,
    intent: &Intent,
) -> Result<bookings::Model> {
    if intent.declined_cards <= booking.declined_cards {
        return Ok(booking);
    }
    bookings::Entity::update_many()
        .col_expr(
            bookings::Column::DeclinedCards,
            Expr::value(intent.declined_cards),
        )
        .filter(bookings::Column::Id.eq(booking.id))
        .exec(txn)
        .await?;
    Ok(bookings::Model {
        declined_cards: intent.declined_cards,
        ..booking
    })
}

/// What follows for the booking from where its payment stands.
async fn follow(
    txn: &DatabaseTransaction,
    booking: bookings::Model,
    intent: &Intent,
    now: DateTime<Utc>,
) -> Result<bookings::Model> {
    use IntentStatus::{Canceled, RequiresCapture, Succeeded};
    let by = By::System;
    match (records::state(&booking)?, intent.status) {
        (State::Held | State::Expiring, RequiresCapture) => authorise(txn, booking, now).await,
        (State::Capturing, RequiresCapture) => {
            effects::capture(txn, booking.id, now).await?;
            Ok(booking)
        }
        (State::Capturing, Succeeded) => {
            ledger::charge(txn, &booking, now).await?;
            transition(
                txn,
                booking,
                State::Confirmed,
                by,
                "The payment was taken.",
                now,
            )
            .await
        }
        (State::Capturing, Canceled) => {
            transition(
                txn,
                booking,
                State::PaymentFailed,
                by,
                "The authorisation was gone.",
                now,
            )
            .await
        }
        (State::Held, Canceled) => {
            let ending = transition(
                txn,
                booking,
                State::Expiring,
                by,
                "The provider ended the payment.",
                now,
            )
            .await?;
            transition(
                txn,
                ending,
                State::Expired,
                by,
                "The provider ended the payment.",
                now,
            )
            .await
        }
        (State::Expiring | State::Authorized, Canceled) => {
            transition(txn, booking, State::Expired, by, "The payment ended.", now).await
        }
        (State::Held, _) if booking.declined_cards >= DECLINES => {
            let reason = "Five cards were declined.";
            let ending = transition(txn, booking, State::Expiring, by, reason, now).await?;
            effects::cancel(txn, &ending, now).await?;
            Ok(ending)
        }
        (
            State::Expiring
            | State::Expired
            | State::Withdrawn
            | State::Declined
            | State::PaymentFailed,
            status,
        ) => {
            end_payment(txn, &booking, status, now).await?;
            Ok(booking)
        }
        _ => Ok(booking),
    }
}

/// A booking that ended keeps no payment open.
async fn end_payment(
    txn: &DatabaseTransaction,
    booking: &bookings::Model,
    status: IntentStatus,
    now: DateTime<Utc>,
) -> Result<()> {
    match status {
        IntentStatus::Canceled => Ok(()),
        IntentStatus::Succeeded => {
            tracing::error!(booking = %booking.id, "money was taken for a booking that has ended: refund it at the provider");
            Ok(())
        }
        _ => effects::cancel(txn, booking, now).await,
    }
}

/// The card is authorised; with instant book nobody has to accept, and the money is taken next.
async fn authorise(
    txn: &DatabaseTransaction,
    booking: bookings::Model,
    now: DateTime<Utc>,
) -> Result<bookings::Model> {
    let listing = listings::Entity::find_by_id(booking.listing_id)
        .one(txn)
        .await?;
    let booking = transition(
        txn,
        booking,
        State::Authorized,
        By::System,
        "The card was authorised.",
        now,
    )
    .await?;
    if !listing.is_some_and(|listing| listing.instant_book) {
        return Ok(booking);
    }
    let booking = transition(
        txn,
        booking,
        State::Capturing,
        By::System,
        "Instant book.",
        now,
    )
    .await?;
    effects::capture(txn, booking.id, now).await?;
    Ok(booking)
}
