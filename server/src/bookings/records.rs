//! Reading bookings and payments by their ids.

use domain::{
    bookings::State,
    cancellation::{Policy, Terms},
    money::Currency,
    pricing::Quote,
    stays::Stay,
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter, QuerySelect,
};
use uuid::Uuid;

use crate::{
    Error, Result,
    accounts::Actor,
    entities::{bookings, payments, quotes},
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
    })
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
