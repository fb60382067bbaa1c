//! Which nights of a stay under way nobody else gets when it is cancelled.

use chrono::{DateTime, Utc};
use domain::{
    bookings::Who,
    calendars::Nights,
    cancellation::{not_begun, running},
};

use crate::{Result, bookings::records, entities::bookings};

/// The night that is running stays with its guest, who has paid for it; when the host cancels, those that have not begun
/// stay blocked too: whoever gives back a stay does not let it to somebody else.
pub(super) fn of(
    booking: &bookings::Model,
    who: Who,
    now: DateTime<Utc>,
) -> Result<Option<Nights>> {
    let terms = records::terms(booking, None)?;
    let running = running(&terms, now);
    let coming = not_begun(&terms, now).filter(|_| who == Who::Host);
    Ok(match (running, coming) {
        (Some(tonight), Some(coming)) => Some(Nights {
            first: tonight.first,
            last: coming.last,
        }),
        (tonight, coming) => coming.or(tonight),
    })
}

/// What the host reads of them in the calendar.
pub(super) fn note(who: Who) -> &'static str {
    match who {
        Who::Host => "Cancelled by you",
        _ => "Cancelled by the guest",
    }
}
