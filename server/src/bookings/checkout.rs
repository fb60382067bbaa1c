//! The checkout page's data.

use uuid::Uuid;

use super::CheckoutView;
use crate::{Context, Error, Result, accounts::Actor};

/// The hold as its guest sees it; another's is not found.
pub async fn checkout(_ctx: &Context, _actor: &Actor, _id: Uuid) -> Result<CheckoutView> {
    Err(Error::Internal("bookings::checkout".into()))
}
