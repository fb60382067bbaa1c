//! What follows for a booking from where its payment stands.

mod authorise;

use chrono::{DateTime, Utc};
use domain::bookings::State;
use sea_orm::DatabaseTransaction;

use crate::{
    Result,
    bookings::{By, as_asked, lapse, records, transition},
    entities::bookings,
    mail::{self, Mail},
    payments::{
        Intent,
        IntentStatus::{
            self, Canceled, Processing, RequiresAction, RequiresCapture, RequiresPaymentMethod,
            Succeeded,
        },
        effects, ledger, refunds,
    },
};

/// So many declined cards end a hold.
const DECLINES: u32 = 5;
/// Why a request ends whose authorisation the provider let go.
const LAPSED: &str = "The authorisation lapsed before the host answered.";

/// Moves the booking as far as its payment allows.
pub(super) async fn follow(
    txn: &DatabaseTransaction,
    booking: bookings::Model,
    intent: &Intent,
    now: DateTime<Utc>,
) -> Result<bookings::Model> {
    let by = By::System;
    match (records::state(&booking)?, intent.status) {
        // Somebody may have taken the money in the provider's own pages: it was authorised, too.
        (State::Held | State::Expiring, RequiresCapture | Succeeded) => {
            authorise::authorise(txn, booking, intent, now).await
        }
        (State::Held, status) => held(txn, booking, status, now).await,
        (State::Expiring, Canceled) => {
            transition(txn, booking, State::Expired, by, "The payment ended.", now).await
        }
        (State::Authorized, Canceled) => lapse(txn, booking, LAPSED, now).await,
        (State::Capturing, status) => capturing(txn, booking, status, now).await,
        (
            State::Expiring
            | State::Expired
            | State::Withdrawn
            | State::Declined
            | State::PaymentFailed,
            _,
        ) => {
            end_payment(txn, &booking, intent, now).await?;
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

/// Only when the money was taken is the stay confirmed, and with it the ledger written. Who cancelled meanwhile gets back what
/// the form said.
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
            let booking = transition(txn, booking, State::Confirmed, by, reason, now).await?;
            if booking.cancel_asked_at.is_some() {
                return as_asked(txn, booking, now).await;
            }
            mail::queue(txn, Mail::Confirmed, &booking, now).await?;
            Ok(booking)
        }
        Canceled => {
            let reason = "The authorisation was gone before the payment was taken.";
            payment_failed(txn, booking, reason, now).await
        }
        // No card stands behind it any more, and this booking is not paid with another one.
        RequiresPaymentMethod | RequiresAction => {
            let reason = "The card was declined when the payment was to be taken.";
            let booking = payment_failed(txn, booking, reason, now).await?;
            effects::cancel(txn, &booking, now).await?;
            Ok(booking)
        }
        RequiresCapture | Processing => {
            effects::capture(txn, booking.id, now).await?;
            Ok(booking)
        }
    }
}

/// The card could not be charged: nothing is booked, and both are told.
pub(super) async fn payment_failed(
    txn: &DatabaseTransaction,
    booking: bookings::Model,
    reason: &str,
    now: DateTime<Utc>,
) -> Result<bookings::Model> {
    let state = State::PaymentFailed;
    let booking = transition(txn, booking, state, By::System, reason, now).await?;
    mail::queue(txn, Mail::PaymentFailed, &booking, now).await?;
    Ok(booking)
}

/// A booking that ended keeps no payment open, and no money.
async fn end_payment(
    txn: &DatabaseTransaction,
    booking: &bookings::Model,
    intent: &Intent,
    now: DateTime<Utc>,
) -> Result<()> {
    match intent.status {
        Canceled => Ok(()),
        Succeeded => {
            tracing::error!(booking = %booking.id, "money was taken for a booking that has ended: it goes back");
            let reason = "The booking had ended before the money was taken.";
            refunds::whole(txn, booking, intent, reason, now).await
        }
        _ => effects::cancel(txn, booking, now).await,
    }
}
