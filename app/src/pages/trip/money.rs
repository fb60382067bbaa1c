//! The money of a trip, what cancelling would bring back, and what happened so far.

use chrono::{DateTime, Utc};
use domain::{
    bookings::State,
    stays::{clock_time, minutes_in, today_in},
};
use leptos::prelude::*;
use server::bookings::TripView;

use crate::components::{bill::bill, dates, timeline::timeline};

pub fn view(trip: &TripView, now: DateTime<Utc>) -> AnyView {
    let paid = trip.receipt.as_ref().map(|receipt| {
        let when = moment(trip, receipt.paid_at, now);
        view! { <p class="soft">{receipt.paid.to_string()}" paid on "{when}", reference "{receipt.number.clone()}"."</p> }
    });
    let terms = (trip.state == State::Confirmed && !trip.cancellation.is_empty()).then(|| {
        view! {
            <section aria-labelledby="cancel-title">
                <h2 id="cancel-title">"If you cancel"</h2>
                {timeline(&trip.cancellation)}
                <p class="soft fine">{trip.policy.label()}" terms. "<a href="/help/cancellation">"How cancelling works"</a></p>
            </section>
        }
    });
    view! {
        <section aria-labelledby="price-title">
            <h2 id="price-title">"Price"</h2>
            {bill(&trip.quote)}
            {paid}
        </section>
        {terms}
        {history(trip, now)}
    }
    .into_any()
}

fn history(trip: &TripView, now: DateTime<Utc>) -> AnyView {
    let entries = trip.history.iter().map(|entry| {
        view! {
            <li>
                <p>{entry.sentence.clone()}</p>
                <p class="soft fine"><time datetime=entry.at.to_rfc3339()>{moment(trip, entry.at, now)}</time></p>
            </li>
        }
    });
    view! {
        <section class="on-screen" aria-labelledby="history">
            <h2 id="history">"So far"</h2>
            <ol class="history" role="list">{entries.collect_view()}</ol>
        </section>
    }
    .into_any()
}

/// "Tue 3 June, 15:00", on the clock of the home.
fn moment(trip: &TripView, at: DateTime<Utc>, now: DateTime<Utc>) -> String {
    let zone = trip.timezone;
    format!(
        "{}, {}",
        dates::day(today_in(zone, at), now),
        clock_time(minutes_in(zone, at))
    )
}
