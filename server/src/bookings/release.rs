//! Letting a hold go.

use uuid::Uuid;

use crate::{Context, Error, Result, accounts::Actor};

/// The guest lets the hold go; the nights are free at once.
pub async fn release(_ctx: &Context, _actor: &Actor, _id: Uuid) -> Result<()> {
    Err(Error::Internal("bookings::release".into()))
}
