//! What stands in cursors: clients send it back, and may have made it up.

use chrono::{DateTime, Datelike, Utc};

/// Whether a row can be of this instant: others are unknown to one database or the other.
pub(crate) fn is_known(at: DateTime<Utc>) -> bool {
    (1971..=9998).contains(&at.year())
}

/// Refuses, at `cursor`, an instant of which no row can be.
pub(crate) fn check(at: DateTime<Utc>) -> domain::Result<()> {
    match is_known(at) {
        true => Ok(()),
        false => Err(nowhere()),
    }
}

/// The refusal of a cursor that is none.
pub(crate) fn nowhere() -> domain::Error {
    domain::Error::field("cursor", "No page begins there.")
}
