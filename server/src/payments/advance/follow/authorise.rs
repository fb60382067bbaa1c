//! What a card that was authorised leads to: with instant book the money is taken, a request goes to the host.

use chrono::{DateTime, Utc};
use domain::bookings::{State, respond_by};
use sea_orm::DatabaseTransaction;

use crate::{
    Result,
    bookings::{
        By,
        history::{REQUESTED, UNANSWERED},
        lapse, records, transition,
    },
    entities::bookings,
    mail::{self, Mail},
    payments::Intent,
};

pub(super) async fn authorise(
    txn: &DatabaseTransaction,
    booking: bookings::Model,
    intent: &Intent,
    now: DateTime<Utc>,
) -> Result<bookings::Model> {
    if !records::instant_book(txn, &booking).await? {
        return ask(txn, booking, intent, now).await;
    }
    let (by, reason) = (By::System, "The card was authorised.");
    let booking = transition(txn, booking, State::Authorized, by, reason, now).await?;
    let booking = transition(txn, booking, State::Capturing, by, "Instant book.", now).await?;
    super::capturing(txn, booking, intent.status, now).await
}

/// The host is asked, until a deadline; when we hear of the authorisation only after it, nobody is.
async fn ask(
    txn: &DatabaseTransaction,
    booking: bookings::Model,
    intent: &Intent,
    now: DateTime<Utc>,
) -> Result<bookings::Model> {
    let timezone = records::timezone(&booking.timezone)?;
    let check_in = records::check_in_at(&booking)?;
    let until = respond_by(now, timezone, check_in, intent.capture_before);
    let asked = bookings::Model {
        respond_by: Some(until),
        ..booking
    };
    let by = By::System;
    let asked = transition(txn, asked, State::Authorized, by, REQUESTED, now).await?;
    if until <= now {
        return lapse(txn, asked, UNANSWERED, now).await;
    }
    mail::queue(txn, Mail::RequestReceived, &asked, now).await?;
    Ok(asked)
}
