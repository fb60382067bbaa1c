//! The stay as a calendar file.

use uuid::Uuid;

use crate::{Context, Error, Result, accounts::Actor};

/// An iCalendar file of the stay, only while it is confirmed or completed.
pub async fn ics(_ctx: &Context, _actor: &Actor, _id: Uuid) -> Result<String> {
    Err(Error::Internal("bookings::ics".into()))
}
