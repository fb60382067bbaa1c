//! What comes back when a stay is cancelled: the same for the preview, for the click, and for the refund that is made.

use chrono::{DateTime, Utc};
use domain::{
    bookings::Who,
    cancellation::{Back, Terms, back, back_by_host},
    stays::local_to_utc,
};
use sea_orm::{ConnectionTrait, EntityTrait};

use crate::{
    Result,
    bookings::records,
    entities::{bookings, listings},
    payments::refunds,
};

/// What the terms give back, and what of it can go back.
pub(super) struct Due {
    pub back: Back,
    /// Minor units: less than `back` when a part of what was taken has gone back before.
    pub refund: i64,
}

/// What comes back to the guest when `who` cancels at `at`.
pub(super) async fn due(
    conn: &impl ConnectionTrait,
    booking: &bookings::Model,
    who: Who,
    at: DateTime<Utc>,
) -> Result<Due> {
    let quote = records::quote(conn, booking).await?;
    let terms = terms(booking, None, at)?;
    let back = match who {
        Who::Host => back_by_host(&terms, &quote, at),
        _ => back(&terms, &quote, at),
    };
    let left = refunds::left(conn, booking).await?;
    Ok(Due {
        back,
        refund: back.total.min(left),
    })
}

/// As they stood at `at`: a stay that was confirmed only later is read as if it were confirmed then.
pub(super) fn terms(
    booking: &bookings::Model,
    place: Option<String>,
    at: DateTime<Utc>,
) -> Result<Terms> {
    let terms = records::terms(booking, place)?;
    Ok(Terms {
        confirmed_at: terms.confirmed_at.filter(|confirmed| *confirmed <= at),
        ..terms
    })
}

/// Check-out on the day of departure: from then on the stay is over.
pub(super) async fn ends(
    conn: &impl ConnectionTrait,
    booking: &bookings::Model,
) -> Result<DateTime<Utc>> {
    let minutes = match booking.check_out_minutes {
        Some(minutes) => minutes,
        None => listings::Entity::find_by_id(booking.listing_id)
            .one(conn)
            .await?
            .map_or(0, |listing| listing.check_out_by),
    };
    let timezone = records::timezone(&booking.timezone)?;
    Ok(local_to_utc(timezone, booking.check_out, minutes))
}
