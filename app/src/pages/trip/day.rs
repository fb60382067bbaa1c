//! What one needs on the day: when, where, how to get in, whom to call, what the house asks.

use domain::{stays::clock_time, text::count};
use leptos::prelude::*;
use server::bookings::{Arrival, TripView};

use super::contact;
use crate::{components::dates, visit::Visit};

pub fn view(trip: &TripView, visit: &Visit) -> AnyView {
    view! {
        {when(trip, visit)}
        {trip.arrival.as_ref().map(arrival)}
        {trip.arrival.as_ref().map(|_| contact::view(trip, &visit.ctx.settings.support_email))}
        {trip.arrival.as_ref().and_then(|_| part("rules", "House rules", &trip.house_rules))}
    }
    .into_any()
}

fn when(trip: &TripView, visit: &Visit) -> AnyView {
    let from = match trip.check_in_until > trip.check_in_from {
        true => format!(
            "from {} to {}",
            clock_time(trip.check_in_from),
            clock_time(trip.check_in_until)
        ),
        false => format!("from {}", clock_time(trip.check_in_from)),
    };
    let city = city(trip).to_owned();
    view! {
        <section aria-labelledby="when">
            <h2 id="when">"When"</h2>
            <div class="day">
                <div>
                    <p class="soft">"Check-in"</p>
                    <p class="date">{dates::day(trip.stay.check_in, visit.now())}</p>
                    <p>{from}</p>
                </div>
                <div>
                    <p class="soft">"Check-out"</p>
                    <p class="date">{dates::day(trip.stay.check_out, visit.now())}</p>
                    <p>"by "{clock_time(trip.check_out_by)}</p>
                </div>
            </div>
            <p class="soft">
                {count(trip.stay.nights(), "night")}", "{count(trip.guests, "guest")}". Times are those in "{city}"."
            </p>
        </section>
    }
    .into_any()
}

/// Whose time it is.
pub fn city(trip: &TripView) -> &str {
    trip.home.place_name.rsplit(", ").next().unwrap_or_default()
}

fn arrival(arrival: &Arrival) -> AnyView {
    let (latitude, longitude) = (arrival.latitude, arrival.longitude);
    let map = format!(
        "https://www.openstreetmap.org/?mlat={latitude:.5}&mlon={longitude:.5}#map=17/{latitude:.5}/{longitude:.5}"
    );
    view! {
        <section aria-labelledby="where">
            <h2 id="where">"Where"</h2>
            <address class="as-typed" dir="auto">{arrival.address.clone()}</address>
            <p class="on-screen"><a href=map rel="noreferrer">"See it on OpenStreetMap"</a></p>
        </section>
        {part("getting-in", "Getting in", &arrival.notes)}
    }
    .into_any()
}

/// A text as it was typed, under its heading; nothing when there is none.
fn part(id: &'static str, title: &'static str, text: &str) -> Option<AnyView> {
    let text = Some(text.trim().to_owned()).filter(|text| !text.is_empty())?;
    Some(
        view! { <section aria-labelledby=id><h2 id=id>{title}</h2><p class="as-typed" dir="auto">{text}</p></section> }
            .into_any(),
    )
}
