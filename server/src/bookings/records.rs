//! Reading bookings and payments by their ids.

use chrono::{DateTime, Utc};
use domain::{
    bookings::{State, Who},
    cancellation::{Policy, Terms},
    money::Currency,
    pricing::{Quote, Rules},
    stays::{Stay, local_to_utc},
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter,
    QuerySelect,
};
use uuid::Uuid;

use crate::{
    Error, Result,
    accounts::Actor,
    entities::{bookings, listings, payments, quotes},
};

/// Whatever its guest; for the worker.
pub async fn booking(conn: &impl ConnectionTrait, id: Uuid) -> Result<bookings::Model> {
    bookings::Entity::find_by_id(id)
        .one(conn)
        .await?
        .ok_or_else(not_found)
}

/// The booking as it is now, and nobody else changes it until the transaction ends.
pub async fn booking_locked(txn: &DatabaseTransaction, id: Uuid) -> Result<bookings::Model> {
    bookings::Entity::find_by_id(id)
        .lock_exclusive()
        .one(txn)
        .await?
        .ok_or_else(not_found)
}

/// The guest's own booking; another's is not found.
pub async fn own(conn: &impl ConnectionTrait, actor: &Actor, id: Uuid) -> Result<bookings::Model> {
    bookings::Entity::find_by_id(id)
        .filter(bookings::Column::GuestId.eq(actor.user_id))
        .one(conn)
        .await?
        .ok_or_else(not_found)
}

/// The booking of one of the host's homes, as it is now, and nobody else changes it until the transaction ends; another
/// host's is not found.
pub async fn hosted_locked(
    txn: &DatabaseTransaction,
    actor: &Actor,
    id: Uuid,
) -> Result<bookings::Model> {
    bookings::Entity::find_by_id(id)
        .filter(bookings::Column::HostId.eq(actor.user_id))
        .lock_exclusive()
        .one(txn)
        .await?
        .ok_or_else(not_found)
}

/// The booking for its guest or the host of its home; another's is not found.
pub async fn of_either(
    conn: &impl ConnectionTrait,
    actor: &Actor,
    id: Uuid,
) -> Result<bookings::Model> {
    bookings::Entity::find_by_id(id)
        .filter(is_theirs(actor))
        .one(conn)
        .await?
        .ok_or_else(not_found)
}

/// The same, as it is now, and nobody else changes it until the transaction ends.
pub async fn of_either_locked(
    txn: &DatabaseTransaction,
    actor: &Actor,
    id: Uuid,
) -> Result<bookings::Model> {
    bookings::Entity::find_by_id(id)
        .filter(is_theirs(actor))
        .lock_exclusive()
        .one(txn)
        .await?
        .ok_or_else(not_found)
}

fn is_theirs(actor: &Actor) -> Condition {
    Condition::any()
        .add(bookings::Column::GuestId.eq(actor.user_id))
        .add(bookings::Column::HostId.eq(actor.user_id))
}

/// On which side of the booking they are; nobody books their own home.
pub fn side(booking: &bookings::Model, actor: &Actor) -> Who {
    match booking.guest_id == actor.user_id {
        true => Who::Guest,
        false => Who::Host,
    }
}

/// Every booking has one.
pub async fn payment(conn: &impl ConnectionTrait, booking: Uuid) -> Result<payments::Model> {
    payments::Entity::find()
        .filter(payments::Column::BookingId.eq(booking))
        .one(conn)
        .await?
        .ok_or_else(not_found)
}

/// The same inside a transaction that locks its booking: as it is now, not as it was when the transaction began.
pub async fn payment_locked(txn: &DatabaseTransaction, booking: Uuid) -> Result<payments::Model> {
    payments::Entity::find()
        .filter(payments::Column::BookingId.eq(booking))
        .lock_exclusive()
        .one(txn)
        .await?
        .ok_or_else(not_found)
}

/// Whether no host has to accept: as agreed at the hold, and the home's word for bookings that are older than the column.
pub async fn instant_book(conn: &impl ConnectionTrait, booking: &bookings::Model) -> Result<bool> {
    if let Some(agreed) = booking.instant_book {
        return Ok(agreed);
    }
    let listing = listings::Entity::find_by_id(booking.listing_id)
        .one(conn)
        .await?;
    Ok(listing.is_some_and(|listing| listing.instant_book))
}

/// What was promised when the booking was made.
pub async fn quote(conn: &impl ConnectionTrait, booking: &bookings::Model) -> Result<Quote> {
    let stored = quotes::Entity::find_by_id(booking.quote_id)
        .one(conn)
        .await?
        .ok_or_else(not_found)?;
    Ok(Quote {
        stay: stay(booking),
        guests: stored.guests,
        currency: Currency::parse(&stored.currency)?,
        lines: serde_json::from_str(&stored.lines)
            .map_err(|error| Error::Internal(error.to_string()))?,
        total: stored.total,
        rules: rules(stored.rules.as_deref())?,
    })
}

/// The column `quotes.rules`; quotes from before fees and tax had neither.
pub fn rules(column: Option<&str>) -> Result<Rules> {
    let read = column.map(serde_json::from_str).transpose();
    let rules = read.map_err(|error| Error::Internal(error.to_string()))?;
    Ok(rules.unwrap_or_default())
}

/// The column as the domain's word.
pub fn state(booking: &bookings::Model) -> Result<State> {
    let unknown = || Error::Internal(format!("no such booking state: {}", booking.state));
    State::parse(&booking.state).ok_or_else(unknown)
}

pub fn stay(booking: &bookings::Model) -> Stay {
    Stay {
        check_in: booking.check_in,
        check_out: booking.check_out,
    }
}

/// What comes back when the guest cancels; `place` is whose time the sentences name.
pub fn terms(booking: &bookings::Model, place: Option<String>) -> Result<Terms> {
    Ok(Terms {
        policy: policy(booking)?,
        stay: stay(booking),
        timezone: timezone(&booking.timezone)?,
        check_in_minutes: booking.check_in_minutes,
        confirmed_at: booking.confirmed_at,
        place,
    })
}

/// The check-in time on the day of arrival.
pub fn check_in_at(booking: &bookings::Model) -> Result<DateTime<Utc>> {
    let timezone = timezone(&booking.timezone)?;
    Ok(local_to_utc(
        timezone,
        booking.check_in,
        booking.check_in_minutes,
    ))
}

/// Until when the host answers; only while this is a request that waits.
pub fn respond_by(booking: &bookings::Model) -> Option<DateTime<Utc>> {
    let waits = booking.state == State::Authorized.as_str();
    booking.respond_by.filter(|_| waits)
}

/// Who cancelled, or asked for it while the payment was being taken.
pub fn cancelled_by(booking: &bookings::Model) -> Option<Who> {
    booking.cancel_asked_by.as_deref().and_then(Who::parse)
}

/// Whether it was cancelled while the payment was being taken, and that is still so.
pub fn cancel_asked(booking: &bookings::Model) -> bool {
    booking.state == State::Capturing.as_str() && booking.cancel_asked_at.is_some()
}

pub fn policy(booking: &bookings::Model) -> Result<Policy> {
    let unknown = || Error::Internal(format!("no such policy: {}", booking.policy));
    Policy::parse(&booking.policy).ok_or_else(unknown)
}

pub fn timezone(name: &str) -> Result<chrono_tz::Tz> {
    name.parse()
        .map_err(|_| Error::Internal(format!("no such time zone: {name}")))
}

fn not_found() -> Error {
    domain::Error::NotFound("Booking").into()
}
