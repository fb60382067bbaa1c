//! One trip, with what a guest needs before and after arriving.

use uuid::Uuid;

use super::TripView;
use crate::{Context, Error, Result, accounts::Actor};

/// The booking as its guest sees it; another's is not found.
pub async fn trip(_ctx: &Context, _actor: &Actor, _id: Uuid) -> Result<TripView> {
    Err(Error::Internal("bookings::trip".into()))
}
