//! `/trips/{id}`: what one needs on the day first: when, where, how to get in, whom to call. Money and history below.

pub mod cancel;
mod contact;
mod day;
mod money;
mod refunds;
mod standing;

use domain::bookings::State;
use leptos::prelude::*;
use server::{
    bookings::{self, TripView},
    payments,
};
use uuid::Uuid;

use crate::{
    components::{
        ErrorSummary, Icon, icon,
        picture::{When, decoration, sizes},
    },
    page::Page,
    pages::checkout::what,
    visit::Visit,
};

/// One booking of the visitor's. A hold is still at the checkout.
pub async fn page(visit: &Visit, id: Uuid) -> server::Result<Page> {
    let trip = bookings::trip(&visit.ctx, visit.actor()?, id).await?;
    shown(visit, trip).await
}

/// After a withdrawal that was refused. Once the host has accepted, what is left is to cancel, and that page tells first
/// what comes back.
pub async fn not_withdrawn(visit: &Visit, id: Uuid) -> server::Result<Page> {
    let trip = bookings::trip(&visit.ctx, visit.actor()?, id).await?;
    match trip.state {
        State::Capturing | State::Confirmed => Ok(Page::go(format!("/trips/{id}/cancel?accepted"))),
        _ => shown(visit, trip).await,
    }
}

async fn shown(visit: &Visit, trip: TripView) -> server::Result<Page> {
    if trip.state.is_hold() {
        return Ok(Page::go(format!("/checkout/{}", trip.id)));
    }
    let moved = payments::timeline(&visit.ctx, visit.actor()?, trip.id).await?;
    let title = trip.home.title.clone();
    let body = view! {
        <div class="wrap">
            <div class="page-head stack stack-s">
                {state(&trip)}
                <h1 dir="auto">{title.clone()}</h1>
                <p class="soft">{what(&trip.home)}" in "{trip.home.place_name.clone()}</p>
            </div>
            <div class="trip-notes">
                <ErrorSummary form=visit.form.clone()/>
                {standing::note(&trip, visit)}
                {refunds::notes(&trip, visit)}
            </div>
            <div class="trip">
                <div>{day::view(&trip, visit)}</div>
                <div>
                    {decoration(&trip.home.cover, sizes::ASIDE, When::Now)}
                    {links(&trip)}
                    {money::view(&trip, &moved, visit.now())}
                </div>
            </div>
        </div>
    };
    Ok(Page::new(title, body).head(standing::head(&trip)))
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

/// `/trips/{id}/money.csv`: every movement of money, as a table.
pub async fn csv(visit: &Visit, id: Uuid) -> server::Result<Page> {
    let text = payments::timeline_csv(&visit.ctx, visit.actor()?, id).await?;
    Ok(Page::file(
        "text/csv; charset=utf-8",
        "hbnb-money.csv",
        text,
    ))
}

fn state(trip: &TripView) -> AnyView {
    let (shape, class) = match trip.state {
        State::Confirmed | State::Completed => (Icon::Check, "state good"),
        State::Authorized | State::Capturing => (Icon::Clock, "state"),
        _ => (Icon::Close, "state"),
    };
    let label = match trip.is_request() {
        true => "Waiting for the host’s answer",
        false => trip.state.guest_label(),
    };
    view! { <p class=class>{icon(shape)}{label}</p> }.into_any()
}

fn links(trip: &TripView) -> AnyView {
    let id = trip.id;
    let home = format!("/listings/{}", trip.home.id);
    let link = |path: &str, words: &'static str| {
        view! { <li><a href=format!("/trips/{id}/{path}")>{words}</a></li> }
    };
    let confirmed = trip.state == State::Confirmed;
    let calendar = confirmed.then(|| link("stay.ics", "Add to calendar"));
    let receipt = trip.receipt.as_ref().map(|_| link("receipt", "Receipt"));
    let ending = cancellable(trip).then(|| link("cancel", "Cancel this stay"));
    view! {
        <ul class="row on-screen" role="list">
            {calendar}{receipt}
            <li><a href=home>"See the home"</a></li>
            {ending}
        </ul>
    }
    .into_any()
}

/// A stay that is booked, or whose payment is being taken; what is over cannot be cancelled, nor what was cancelled already.
fn cancellable(trip: &TripView) -> bool {
    matches!(trip.state, State::Confirmed | State::Capturing)
        && !trip.cancel_asked
        && !trip.cancellation.is_empty()
}
