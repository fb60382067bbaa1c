//! How much one guest may hold.

use chrono::{DateTime, Duration, Utc};
use domain::bookings::State;
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use super::records;
use crate::{Result, entities::bookings};

const OPEN_HOLDS: usize = 3;
const HOLDS_A_DAY_ON_ONE_HOME: usize = 3;
const DAY: Duration = Duration::hours(24);

/// The guest's bookings of the last 24 hours, read as they are now and kept as they are until the transaction ends.
pub(super) async fn recent(
    txn: &DatabaseTransaction,
    guest: Uuid,
    now: DateTime<Utc>,
) -> Result<Vec<bookings::Model>> {
    let recent = bookings::Entity::find()
        .filter(bookings::Column::GuestId.eq(guest))
        .filter(bookings::Column::CreatedAt.gt(now - DAY))
        .lock_exclusive()
        .all(txn)
        .await?;
    Ok(recent)
}

/// Refuses one hold too many. A hold whose time is over does not count as open: only the worker has not come by yet.
pub(super) fn check(
    recent: &[bookings::Model],
    listing: Uuid,
    now: DateTime<Utc>,
) -> domain::Result<()> {
    let open = recent
        .iter()
        .filter(|booking| is_open(booking, now))
        .count();
    if open >= OPEN_HOLDS {
        return Err(domain::Error::TooMany(
            "You are holding three homes already. Pay for one or let one go first, under Trips."
                .to_owned(),
        ));
    }
    let here = recent
        .iter()
        .filter(|booking| booking.listing_id == listing);
    if here.count() >= HOLDS_A_DAY_ON_ONE_HOME {
        return Err(domain::Error::TooMany(
            "You have held this home three times within a day. Try again tomorrow, or choose another home.".to_owned(),
        ));
    }
    Ok(())
}

pub(super) fn is_open(booking: &bookings::Model, now: DateTime<Utc>) -> bool {
    booking.state == State::Held.as_str() && booking.hold_expires_at > now
}

/// The guest's request or stay among these that shares nights with the stay.
pub(super) fn booked<'a>(
    recent: &'a [bookings::Model],
    listing: Uuid,
    stay: &domain::stays::Stay,
) -> Option<&'a bookings::Model> {
    let states = [State::Authorized, State::Capturing, State::Confirmed].map(State::as_str);
    recent
        .iter()
        .filter(|booking| booking.listing_id == listing && states.contains(&booking.state.as_str()))
        .find(|booking| records::stay(booking).overlaps(stay))
}

/// The guest's open hold among these that shares nights with the stay.
pub(super) fn overlapping<'a>(
    recent: &'a [bookings::Model],
    listing: Uuid,
    stay: &domain::stays::Stay,
    now: DateTime<Utc>,
) -> Option<&'a bookings::Model> {
    recent
        .iter()
        .filter(|booking| booking.listing_id == listing && is_open(booking, now))
        .find(|booking| records::stay(booking).overlaps(stay))
}
