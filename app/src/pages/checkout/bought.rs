//! What is bought: the home, the dates as people say them, the price, and what comes back when.

use chrono::{DateTime, Utc};
use domain::{listings::Kind, text::count};
use leptos::prelude::*;
use server::bookings::{CheckoutView, Home};

use crate::components::{
    bill::bill,
    dates,
    picture::{When, decoration, sizes},
    timeline::timeline,
};

pub fn view(view: &CheckoutView, now: DateTime<Utc>) -> AnyView {
    view! {
        <div class="bought">
            {home(&view.home)}
            {facts(view, now)}
            <section aria-labelledby="price-title">
                <h2 id="price-title">"Price"</h2>
                {bill(&view.quote)}
            </section>
        </div>
    }
    .into_any()
}

/// What comes back when, should the guest cancel.
pub fn terms(view: &CheckoutView) -> AnyView {
    view! {
        <section class="stack" aria-labelledby="cancel-title">
            <h2 id="cancel-title">"If you cancel"</h2>
            {timeline(&view.cancellation)}
            <p class="soft fine">{view.policy.label()}" terms. "<a href="/how-booking-works#cancel">"How cancelling works"</a></p>
        </section>
    }
    .into_any()
}

/// Picture, title and place.
pub fn home(home: &Home) -> AnyView {
    let href = format!("/listings/{}", home.id);
    view! {
        <div class="bought-home">
            {decoration(&home.cover, sizes::CARD, When::Now)}
            <div>
                <h2><a href=href dir="auto">{home.title.clone()}</a></h2>
                <p class="soft">{what(home)}" in "{home.place_name.clone()}</p>
            </div>
        </div>
    }
    .into_any()
}

/// "Flat", or "Private room" when it is not the whole of it.
pub fn what(home: &Home) -> &'static str {
    match home.kind {
        Kind::EntireHome => home.property.label(),
        kind => kind.label(),
    }
}

/// Dates, nights and guests.
pub fn facts(view: &CheckoutView, now: DateTime<Utc>) -> AnyView {
    let stay = &view.quote.stay;
    view! {
        <dl class="stay-facts">
            <div><dt>"Dates"</dt><dd>{dates::stay(stay, now)}", "{count(stay.nights(), "night")}</dd></div>
            <div><dt>"Guests"</dt><dd>{count(view.quote.guests, "guest")}</dd></div>
        </dl>
    }
    .into_any()
}
