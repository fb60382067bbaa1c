//! `/trips`: what is coming, what was, and what came to nothing.

use chrono::{DateTime, Utc};
use domain::{bookings::State, text::count};
use leptos::prelude::*;
use server::bookings::{self, TripCard, Trips};

use crate::{
    components::{
        dates,
        picture::{When, decoration, sizes},
    },
    page::Page,
    visit::Visit,
};

pub async fn page(visit: &Visit) -> server::Result<Page> {
    let trips = bookings::trips(&visit.ctx, visit.actor()?).await?;
    let body = view! {
        <div class="wrap">
            <div class="page-head"><h1>"Your trips"</h1></div>
            {content(trips, visit.now())}
        </div>
    };
    Ok(Page::new("Your trips", body))
}

fn content(trips: Trips, now: DateTime<Utc>) -> AnyView {
    if trips.upcoming.is_empty() && trips.past.is_empty() && trips.cancelled.is_empty() {
        return empty();
    }
    view! {
        <div class="stack stack-l">
            {part("upcoming", "Coming up", trips.upcoming, now, Some("Nothing is booked at the moment."))}
            {part("past", "Past", trips.past, now, None)}
            {part("cancelled", "Cancelled", trips.cancelled, now, None)}
            {trips.more.then(|| view! { <p class="soft">"These are your latest hundred trips."</p> })}
        </div>
    }
    .into_any()
}

fn empty() -> AnyView {
    view! {
        <div class="empty">
            <img src=crate::components::drawing::empty() alt="" width="600" height="400"/>
            <p>"Once you book a home, everything for the journey stands here."</p>
            <a class="button button--primary" href="/search">"Find a home"</a>
        </div>
    }
    .into_any()
}

/// A list under its heading; an empty one is left out, unless there is something to say.
fn part(
    id: &'static str,
    title: &'static str,
    trips: Vec<TripCard>,
    now: DateTime<Utc>,
    nothing: Option<&'static str>,
) -> Option<AnyView> {
    if trips.is_empty() && nothing.is_none() {
        return None;
    }
    let list = match (trips.is_empty(), nothing) {
        (true, Some(sentence)) => {
            view! { <p class="soft">{sentence}" "<a href="/search">"Find a home"</a></p> }.into_any()
        }
        _ => view! { <ul class="trip-list" role="list">{trips.into_iter().map(|trip| row(trip, now)).collect_view()}</ul> }.into_any(),
    };
    Some(view! { <section class="stack stack-s" aria-labelledby=id><h2 id=id>{title}</h2>{list}</section> }.into_any())
}

fn row(trip: TripCard, now: DateTime<Utc>) -> AnyView {
    let href = if trip.state.is_hold() {
        format!("/checkout/{}", trip.id)
    } else {
        format!("/trips/{}", trip.id)
    };
    let when = format!(
        "{}, {}",
        dates::stay(&trip.stay, now),
        count(trip.stay.nights(), "night")
    );
    view! {
        <li class="trip-row">
            {decoration(&trip.home.cover, sizes::ROW, When::Near)}
            <div>
                <h3><a href=href dir="auto">{trip.home.title.clone()}</a></h3>
                <p>{when}</p>
                <p class="soft">{trip.home.place_name.clone()}", "{count(trip.guests, "guest")}</p>
            </div>
            <div class="sum">
                <p class="price">{trip.total.to_string()}</p>
                <p class="soft">{standing(&trip, now)}</p>
            </div>
        </li>
    }
    .into_any()
}

/// The state in words; of a request, how long the host still has.
fn standing(trip: &TripCard, now: DateTime<Utc>) -> String {
    match (trip.state, trip.respond_by) {
        (State::Held, _) => "Held, not paid yet".to_owned(),
        (State::Authorized, Some(until)) => {
            format!("Requested, {} left to answer", dates::left(until, now))
        }
        (State::Authorized, None) if trip.imported => "Requested, not answered yet".to_owned(),
        (state, _) => state.guest_label().to_owned(),
    }
}
