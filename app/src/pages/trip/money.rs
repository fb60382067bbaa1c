//! The money of a trip, what cancelling would bring back, and what happened so far.

use chrono::{DateTime, Utc};
use domain::bookings::State;
use leptos::prelude::*;
use server::{bookings::TripView, payments::Movement};

use crate::components::{
    bill::bill, dates, history::history, movements::movements, timeline::timeline,
};

pub fn view(trip: &TripView, moved: &[Movement], now: DateTime<Utc>) -> AnyView {
    let paid = trip.receipt.as_ref().map(|receipt| {
        let when = dates::moment(receipt.paid_at, trip.timezone, now);
        view! { <p class="soft">{receipt.paid.to_string()}" paid on "{when}", reference "{receipt.number.clone()}"."</p> }
    });
    let terms = (trip.state == State::Confirmed && !trip.cancellation.is_empty()).then(|| {
        view! {
            <section aria-labelledby="cancel-title">
                <h2 id="cancel-title">"If you cancel"</h2>
                {timeline(&trip.cancellation)}
                <p class="soft fine">{trip.policy.label()}" terms. "<a href="/how-booking-works#cancel">"How cancelling works"</a></p>
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
        {(!moved.is_empty()).then(|| movements(moved, trip.timezone, now, format!("/trips/{}/money.csv", trip.id)))}
        {history(&trip.history, trip.timezone, now)}
    }
    .into_any()
}
