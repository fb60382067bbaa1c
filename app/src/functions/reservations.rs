//! A host's answers: accept, decline, cancel.

use leptos::prelude::*;

use super::{Go, Refusal};

/// Takes the request `id`: the payment is taken, and with it the stay confirmed.
#[server]
pub async fn accept_request(id: String) -> Result<Go, Refusal> {
    let here = super::here()?;
    let booking = super::id(&id, "Reservation")?;
    server::bookings::accept(&here.ctx, here.actor()?, booking).await?;
    Ok(back(booking, "accepted"))
}

/// Declines the request `id`; the guest reads the reason, and nothing is charged.
#[server]
pub async fn decline_request(id: String, reason: String) -> Result<Go, Refusal> {
    let here = super::here()?;
    let booking = super::id(&id, "Reservation")?;
    server::bookings::decline(&here.ctx, here.actor()?, booking, &reason).await?;
    Ok(back(booking, "declined"))
}

/// Cancels the stay `id` of a home of one's own. `refund` is what the page said goes back, in minor units.
#[server]
pub async fn cancel_reservation(id: String, refund: i64, reason: String) -> Result<Go, Refusal> {
    let here = super::here()?;
    let (actor, booking) = (here.actor()?, super::id(&id, "Reservation")?);
    server::bookings::cancel(&here.ctx, actor, booking, refund, &reason).await?;
    Ok(back(booking, "cancelled"))
}

#[cfg(feature = "ssr")]
fn back(booking: uuid::Uuid, saved: &str) -> Go {
    Go::to(format!("/host/reservations/{booking}?saved={saved}"))
}
