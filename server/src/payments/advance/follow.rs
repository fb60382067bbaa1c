//! What follows for a booking from where its payment stands.

use chrono::{DateTime, Utc};
use domain::bookings::State;
use sea_orm::{DatabaseTransaction, EntityTrait};

use crate::{
    Result,
    bookings::{By, records, transition},
    entities::{bookings, listings},
    payments::{
        Intent,
        IntentStatus::{self, Canceled, RequiresCapture, Succeeded},
        effects, ledger,
    },
};

/// So many declined cards end a hold.
const DECLINES: u32 = 5;

/// Moves the booking as far as its payment allows.
pub(super) async fn follow(
    txn: &DatabaseTransaction,
    booking: bookings::Model,
    intent: &Intent,
    now: DateTime<Utc>,
) -> Result<bookings::Model> {
    let by = By::System;
    match (records::state(&booking)?, intent.status) {
        (State::Held | State::Expiring, RequiresCapture) => authorise(txn, booking, now).await,
        (State::Held, status) => held(txn, booking, status, now).await,
        (State::Expiring | State::Authorized, Canceled) => {
            transition(txn, booking, State::Expired, by, "The payment ended.", now).await
        }
        (State::Capturing, status) => capturing(txn, booking, status, now).await,
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

/// A hold without an authorisation goes on, unless its payment or its guest's tries are at their end.
async fn held(
    txn: &DatabaseTransaction,
    booking: bookings::Model,
    status: IntentStatus,
    now: DateTime<Utc>,
) -> Result<bookings::Model> {
    if status == Canceled {
        return end(txn, booking, "The provider ended the payment.", now).await;
    }
    if booking.declined_cards < DECLINES {
        return Ok(booking);
    }
    let reason = "Five cards were declined.";
    let ending = transition(txn, booking, State::Expiring, By::System, reason, now).await?;
    effects::cancel(txn, &ending, now).await?;
    Ok(ending)
}

/// Ends a hold whose payment needs no ending; its nights are free at once.
pub(super) async fn end(
    txn: &DatabaseTransaction,
    booking: bookings::Model,
    reason: &str,
    now: DateTime<Utc>,
) -> Result<bookings::Model> {
    let ending = transition(txn, booking, State::Expiring, By::System, reason, now).await?;
    transition(txn, ending, State::Expired, By::System, reason, now).await
}

/// Only when the money was taken is the stay confirmed, and with it the ledger written.
async fn capturing(
    txn: &DatabaseTransaction,
    booking: bookings::Model,
    status: IntentStatus,
    now: DateTime<Utc>,
) -> Result<bookings::Model> {
    let by = By::System;
    match status {
        Succeeded => {
            ledger::charge(txn, &booking, now).await?;
            let reason = "The payment was taken.";
            transition(txn, booking, State::Confirmed, by, reason, now).await
        }
        Canceled => {
            let reason = "The authorisation was gone before the payment was taken.";
            transition(txn, booking, State::PaymentFailed, by, reason, now).await
        }
        _ => {
            effects::capture(txn, booking.id, now).await?;
            Ok(booking)
        }
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
        Canceled => Ok(()),
        Succeeded => {
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
