//! How a trip stands, in a sentence above it, and a way on where the stay came to nothing.

use chrono::{DateTime, Utc};
use domain::bookings::State;
use leptos::prelude::*;
use server::bookings::TripView;

use crate::{
    components::{Icon, dates, icon},
    pages::checkout::again,
};

/// The moment after paying, and every state in which there is something to know.
pub fn note(trip: &TripView, just_booked: bool, now: DateTime<Utc>) -> Option<AnyView> {
    match trip.state {
        State::Confirmed if just_booked => Some(booked(trip, now)),
        State::Confirmed | State::Completed | State::Held => None,
        State::Authorized | State::Capturing => Some(waiting()),
        State::Withdrawn => Some(over(trip, let_go(trip))),
        state => Some(over(trip, sentence(state).to_owned())),
    }
}

/// While the payment is being taken, the page looks again by itself.
pub fn head(state: State) -> &'static str {
    match state {
        State::Authorized | State::Capturing => r#"<meta http-equiv="refresh" content="3">"#,
        _ => "",
    }
}

fn booked(trip: &TripView, now: DateTime<Utc>) -> AnyView {
    let reference = trip.receipt.as_ref().map(|receipt| {
        view! { " "{receipt.paid.to_string()}" is paid. Your reference is "<strong>{receipt.number.clone()}</strong>"." }
    });
    view! {
        <div class="note note--done" role="status">
            {icon(Icon::Check)}
            <div class="stack stack-s">
                <h2>"Your stay is booked"</h2>
                <p>{dates::stay(&trip.stay, now)}" is yours."{reference}</p>
            </div>
        </div>
    }
    .into_any()
}

fn waiting() -> AnyView {
    view! {
        <div class="note" role="status">
            {icon(Icon::Clock)}
            <p>"Your card is authorised, and the payment is being taken. That lasts a few seconds; this page looks again by itself."</p>
        </div>
    }
    .into_any()
}

fn over(trip: &TripView, sentence: String) -> AnyView {
    let again = again(&trip.home, &trip.stay, trip.guests);
    view! {
        <div class="note">
            {icon(Icon::Info)}
            <p>{sentence}" "<a href=again>"Look at the same dates again"</a></p>
        </div>
    }
    .into_any()
}

/// By the guest, or by a host who took the home off the site.
fn let_go(trip: &TripView) -> String {
    let last = trip.history.last();
    last.map(|entry| entry.sentence.clone()).unwrap_or_default()
}

fn sentence(state: State) -> &'static str {
    match state {
        State::Declined => "The host could not take this stay. Nothing was charged.",
        State::PaymentFailed => {
            "The payment could not be taken, so nothing is booked and nothing was charged."
        }
        State::Cancelled => "This stay was cancelled.",
        _ => "The fifteen minutes of this hold are over. Nothing was charged.",
    }
}
