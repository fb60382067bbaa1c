//! Taking nights for fifteen minutes.

use chrono::NaiveDate;
use uuid::Uuid;

use crate::{Context, Error, Result, accounts::Actor};

/// What the price box sends.
#[derive(Debug, Clone)]
pub struct HoldRequest {
    pub listing_id: Uuid,
    pub check_in: NaiveDate,
    pub check_out: NaiveDate,
    pub guests: u32,
    /// The total that the guest was shown, in minor units of the home's currency.
    pub shown_total: i64,
}

/// Holds the nights for fifteen minutes and returns the booking's id; the same request again returns the same booking.
pub async fn hold(_ctx: &Context, _actor: &Actor, _request: HoldRequest) -> Result<Uuid> {
    Err(Error::Internal("bookings::hold".into()))
}
