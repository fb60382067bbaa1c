//! The list of a guest's bookings.

use super::Trips;
use crate::{Context, Error, Result, accounts::Actor};

/// The guest's bookings in one statement.
pub async fn trips(_ctx: &Context, _actor: &Actor) -> Result<Trips> {
    Err(Error::Internal("bookings::trips".into()))
}
