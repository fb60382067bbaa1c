//! How a trip stands, in a sentence above it, and a way on where the stay came to nothing.

use domain::bookings::{State, Who};
use leptos::prelude::*;
use server::bookings::TripView;

use crate::{
    components::{Icon, dates, icon},
    pages::checkout::again,
    visit::Visit,
};

/// The moment after paying, and every state in which there is something to know.
pub fn note(trip: &TripView, visit: &Visit) -> Option<AnyView> {
    match trip.state {
        State::Confirmed if visit.param("booked").is_some() => Some(booked(trip, visit)),
        State::Confirmed | State::Completed => None,
        State::Authorized if trip.respond_by.is_some() => requested(trip, visit),
        State::Authorized if trip.is_request() => Some(waits_since_the_move(trip)),
        State::Authorized | State::Capturing => Some(waiting(trip)),
        _ => Some(over(trip)),
    }
}

/// While the payment is being taken, the page looks again by itself. A request waits for a person: nothing to look for.
pub fn head(trip: &TripView) -> &'static str {
    match trip.state {
        State::Authorized | State::Capturing if !trip.is_request() => {
            r#"<meta http-equiv="refresh" content="3">"#
        }
        _ => "",
    }
}

fn booked(trip: &TripView, visit: &Visit) -> AnyView {
    let reference = trip.receipt.as_ref().map(|receipt| {
        view! { " "{receipt.paid.to_string()}" is paid. Your reference is "<strong>{receipt.number.clone()}</strong>"." }
    });
    view! {
        <div class="note note--done" role="status">
            {icon(Icon::Check)}
            <div class="stack stack-s">
                <h2>"Your stay is booked"</h2>
                <p>{dates::stay(&trip.stay, visit.now())}" is yours."{reference}</p>
            </div>
        </div>
    }
    .into_any()
}

/// A request: who answers until when, and the way out.
fn requested(trip: &TripView, visit: &Visit) -> Option<AnyView> {
    let (until, now) = (trip.respond_by?, visit.now());
    let host = trip.host_name.clone().unwrap_or("The host".to_owned());
    let city = super::day::city(trip).to_owned();
    let total = trip.quote.total_money().to_string();
    Some(
        view! {
            <div class="note note--waits" role="status">
                {icon(Icon::Clock)}
                <div class="stack stack-s">
                    <h2>"Your request is sent"</h2>
                    <p>
                        <span dir="auto">{host}</span>" answers by "
                        <strong>{dates::moment(until, trip.timezone, now)}" in "{city}</strong>
                        ": "{dates::left(until, now)}" left."
                    </p>
                    <p>"Your card is authorised for "{total}". Nothing is taken unless the host accepts in time."</p>
                    <form class="on-screen" method="post" action=format!("/trips/{}/withdraw", trip.id)>
                        <button class="button" type="submit">"Withdraw the request"</button>
                    </form>
                </div>
            </div>
        }
        .into_any(),
    )
}

/// A request that came when HBnB moved: nobody's time runs out.
fn waits_since_the_move(trip: &TripView) -> AnyView {
    let host = trip.host_name.clone().unwrap_or("The host".to_owned());
    let total = trip.quote.total_money().to_string();
    view! {
        <div class="note note--waits" role="status">
            {icon(Icon::Clock)}
            <div class="stack stack-s">
                <h2>"Your request is with the host"</h2>
                <p><span dir="auto">{host}</span>" has not answered yet. You paid "{total}" before HBnB moved."</p>
                <p>"If the host declines, or you withdraw, all of it is given back to you by hand."</p>
                <form class="on-screen" method="post" action=format!("/trips/{}/withdraw", trip.id)>
                    <button class="button" type="submit">"Withdraw the request"</button>
                </form>
            </div>
        </div>
    }
    .into_any()
}

fn waiting(trip: &TripView) -> AnyView {
    let sentence = match (trip.cancel_asked, trip.cancelled_by) {
        (false, _) => {
            "Your card is authorised, and the payment is being taken. That lasts a few seconds; this page looks again by itself."
        }
        (true, Some(Who::Host)) => {
            "The host cancelled while the payment was being taken. As soon as it is through, everything goes back to your card."
        }
        (true, _) => {
            "You cancelled while the payment was being taken. As soon as it is through, what you were shown goes back to your card."
        }
    };
    view! { <div class="note" role="status">{icon(Icon::Clock)}<p>{sentence}</p></div> }.into_any()
}

fn over(trip: &TripView) -> AnyView {
    let again = again(&trip.home, &trip.stay, trip.guests);
    let words = trip.reason.clone().filter(|reason| !reason.is_empty());
    let words = words.map(|words| {
        let who = match trip.cancelled_by {
            Some(Who::Guest) => "Your reason",
            _ => "The host’s reason",
        };
        view! { <p>{who}": "<q class="as-typed" dir="auto">{words}</q></p> }
    });
    view! {
        <div class="note">
            {icon(Icon::Info)}
            <div class="stack stack-s">
                <p>{ending(trip)}" "<a class="on-screen" href=again>"Look at the same dates again"</a></p>
                {words}
            </div>
        </div>
    }
    .into_any()
}

/// What became of it. Where neither an answer nor a cancellation ended it, the history tells why.
fn ending(trip: &TripView) -> String {
    let sentence = match (trip.state, trip.cancelled_by) {
        (State::Declined, _) if trip.imported => "The host declined your request.",
        (State::Expired, _) if trip.imported => "Nobody answered your request, so it has ended.",
        (State::Declined, _) => "The host declined your request. Nothing was charged.",
        (State::PaymentFailed, _) => {
            "The payment could not be taken, so nothing is booked and nothing was charged."
        }
        (State::Cancelled, Some(Who::Host)) => "The host cancelled this stay.",
        (State::Cancelled, Some(Who::Guest)) => "You cancelled this stay.",
        (State::Cancelled, _) => "This stay was cancelled.",
        _ => return told(trip),
    };
    sentence.to_owned()
}

/// The last step; that a hold which was ending has ended says nothing of why.
fn told(trip: &TripView) -> String {
    match trip.history.as_slice() {
        [.., ending, _] if ending.state == State::Expiring => {
            format!("{} Nothing was charged.", ending.sentence)
        }
        [.., last] => last.sentence.clone(),
        [] => String::new(),
    }
}
