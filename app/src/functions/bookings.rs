//! Holding a stay, paying for it, letting it go.

use leptos::prelude::*;

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

/// Lets the hold go: the nights are free at once. The checkout page then says so.
#[server]
pub async fn release_hold(id: String) -> Result<Go, Refusal> {
    let here = super::here()?;
    let booking = super::id(&id, "Booking")?;
    server::bookings::release(&here.ctx, here.actor()?, booking).await?;
    Ok(Go::to(format!("/checkout/{booking}")))
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
