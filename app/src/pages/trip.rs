//! `/trips/{id}`: what one needs on the day first: when, where, how to get in, whom to call. Money and history below.

mod day;
mod money;
mod standing;

use domain::bookings::State;
use leptos::prelude::*;
use server::bookings::{self, TripView};
use uuid::Uuid;

use crate::{
    components::{
        Icon, icon,
        picture::{When, decoration, sizes},
    },
    page::Page,
    pages::checkout::what,
    visit::Visit,
};

/// One booking of the visitor's. A hold is still at the checkout.
pub async fn page(visit: &Visit, id: Uuid) -> server::Result<Page> {
    let trip = bookings::trip(&visit.ctx, visit.actor()?, id).await?;
    if trip.state == State::Held {
        return Ok(Page::go(format!("/checkout/{id}")));
    }
    let title = trip.home.title.clone();
    let just_booked = visit.param("booked").is_some();
    let body = view! {
        <div class="wrap">
            <div class="page-head stack stack-s">
                {state(trip.state)}
                <h1 dir="auto">{title.clone()}</h1>
                <p class="soft">{what(&trip.home)}" in "{trip.home.place_name.clone()}</p>
            </div>
            {standing::note(&trip, just_booked, visit.now())}
            <div class="trip">
                <div>{day::view(&trip, visit)}</div>
                <div>
                    {decoration(&trip.home.cover, sizes::ASIDE, When::Now)}
                    {links(&trip)}
                    {money::view(&trip, visit.now())}
                </div>
            </div>
        </div>
    };
    Ok(Page::new(title, body).head(standing::head(trip.state)))
}

/// `/trips/{id}/stay.ics`: the stay for a calendar.
pub async fn calendar(visit: &Visit, id: Uuid) -> server::Result<Page> {
    let text = bookings::ics(&visit.ctx, visit.actor()?, id).await?;
    Ok(Page::file(
        "text/calendar; charset=utf-8",
        "hbnb-stay.ics",
        text,
    ))
}

fn state(state: State) -> AnyView {
    let (shape, class) = match state {
        State::Confirmed | State::Completed => (Icon::Check, "state good"),
        State::Authorized | State::Capturing => (Icon::Clock, "state"),
        _ => (Icon::Close, "state"),
    };
    view! { <p class=class>{icon(shape)}{state.guest_label()}</p> }.into_any()
}

fn links(trip: &TripView) -> AnyView {
    let id = trip.id;
    let home = format!("/listings/{}", trip.home.id);
    let paid = trip
        .receipt
        .is_some()
        .then(|| view! { <li><a href=format!("/trips/{id}/receipt")>"Receipt"</a></li> });
    let calendar = (trip.state == State::Confirmed)
        .then(|| view! { <li><a href=format!("/trips/{id}/stay.ics")>"Add to calendar"</a></li> });
    view! { <ul class="row on-screen" role="list">{calendar}{paid}<li><a href=home>"See the home"</a></li></ul> }.into_any()
}
