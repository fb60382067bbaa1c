//! Going to the payment provider and coming back.

use domain::bookings::State;
use uuid::Uuid;

use crate::{Context, Error, Result, accounts::Actor};

/// Makes sure that the provider knows of the payment and returns the address of its page.
/// `shown_total` is what the button named, in minor units.
pub async fn pay(_ctx: &Context, _actor: &Actor, _id: Uuid, _shown_total: i64) -> Result<String> {
    Err(Error::Internal("bookings::pay".into()))
}

/// The guest came back from the provider: look at the payment and advance. Returns the state the booking is in now.
pub async fn returned(_ctx: &Context, _actor: &Actor, _id: Uuid) -> Result<State> {
    Err(Error::Internal("bookings::returned".into()))
}
