//! Holding a stay, paying for it, letting it go; withdrawing a request, cancelling a stay.

use leptos::prelude::*;

use serde::{Deserialize, Serialize};

use super::{Go, Refusal};

/// Holds the nights for a quarter of an hour. `id` is the home's; `shown_total` is what the price box said, in minor units.
#[server]
pub async fn hold_stay(
    id: String,
    check_in: String,
    check_out: String,
    guests: String,
    shown_total: i64,
) -> Result<Go, Refusal> {
    use server::bookings::{self, HoldRequest};
    let here = super::here()?;
    let actor = here.actor()?;
    let (stay, guests) = stay_and_guests(&check_in, &check_out, &guests)?;
    let listing_id = super::id(&id, "Home")?;
    let request = HoldRequest {
        listing_id,
        check_in: stay.check_in,
        check_out: stay.check_out,
        guests,
        shown_total,
    };
    let booking = bookings::hold(&here.ctx, actor, request).await?;
    Ok(Go::to(format!("/checkout/{booking}")))
}

/// Goes to the payment provider's page. `shown_total` is what the button named, in minor units.
#[server]
pub async fn pay(id: String, shown_total: i64) -> Result<Go, Refusal> {
    let here = super::here()?;
    let booking = super::id(&id, "Booking")?;
    let page = server::bookings::pay(&here.ctx, here.actor()?, booking, shown_total).await?;
    Ok(Go::to(page))
}

/// What a browser needs to take a card on our own page.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct CardEntry {
    /// None when the stay is paid for already.
    pub client_secret: Option<String>,
    /// Why no card can be taken now, in words for people.
    pub refused: Option<String>,
}

/// Opens the card form of the checkout page. `shown_total` is what its button names, in minor units.
#[server]
pub async fn open_card_form(id: String, shown_total: i64) -> Result<CardEntry, Refusal> {
    let here = super::here()?;
    let booking = super::id(&id, "Booking")?;
    let secret = server::bookings::pay_by_card(&here.ctx, here.actor()?, booking, shown_total);
    match secret.await {
        Ok(client_secret) => Ok(CardEntry {
            client_secret,
            refused: None,
        }),
        Err(server::Error::User(refusal)) => Ok(CardEntry {
            client_secret: None,
            refused: Some(refusal.to_string()),
        }),
        Err(error) => Err(error.into()),
    }
}

/// Lets the hold go: the nights are free at once. The checkout page then says so.
#[server]
pub async fn release_hold(id: String) -> Result<Go, Refusal> {
    let here = super::here()?;
    let booking = super::id(&id, "Booking")?;
    server::bookings::release(&here.ctx, here.actor()?, booking).await?;
    Ok(Go::to(format!("/checkout/{booking}")))
}

/// Withdraws a request that the host has not answered: nothing is taken.
#[server]
pub async fn withdraw_request(id: String) -> Result<Go, Refusal> {
    let here = super::here()?;
    let booking = super::id(&id, "Booking")?;
    server::bookings::withdraw(&here.ctx, here.actor()?, booking).await?;
    Ok(Go::to(format!("/trips/{booking}")))
}

/// Cancels a stay as its guest. `refund` is what the page said comes back, in minor units: when it is another by now nothing
/// happens.
#[server]
pub async fn cancel_stay(id: String, refund: i64, reason: String) -> Result<Go, Refusal> {
    let here = super::here()?;
    let (actor, booking) = (here.actor()?, super::id(&id, "Booking")?);
    server::bookings::cancel(&here.ctx, actor, booking, refund, &reason).await?;
    Ok(Go::to(format!("/trips/{booking}")))
}

/// The stay as typed, with every mistake beside its field at once.
#[cfg(feature = "ssr")]
fn stay_and_guests(
    check_in: &str,
    check_out: &str,
    guests: &str,
) -> domain::Result<(domain::Stay, u32)> {
    use domain::{
        Stay,
        error::{keep, none_refused},
        stays::parse_date,
    };
    let mut refused = Vec::new();
    let check_in = keep(&mut refused, parse_date("check_in", check_in));
    let check_out = keep(&mut refused, parse_date("check_out", check_out));
    let number = guests
        .trim()
        .parse()
        .map_err(|_| domain::Error::field("guests", "Say how many guests come."));
    let guests = keep(&mut refused, number);
    none_refused(refused)?;
    let stay = Stay::new(check_in.unwrap_or_default(), check_out.unwrap_or_default())?;
    Ok((stay, guests.unwrap_or_default()))
}
