//! A hold that is over: what happened, that nothing was taken, and a way to look again with the same dates.

use chrono::{DateTime, Utc};
use domain::{Stay, bookings::State};
use leptos::prelude::*;
use server::bookings::{CheckoutView, Home};

use super::bought;
use crate::page::Page;

pub fn page(view: &CheckoutView, now: DateTime<Utc>) -> Page {
    let title = match (view.state, &view.ended_because) {
        (State::Withdrawn, None) => "You let this hold go",
        _ => "This hold has ended",
    };
    let sentence = sentence(view);
    let body = view! {
        <div class="wrap">
            <div class="page-head"><h1>{title}</h1></div>
            <div class="ended">
                <p>{sentence}</p>
                {bought::home(&view.home)}
                {bought::facts(view, now)}
                <div class="row">
                    <a class="button button--primary" href=again(&view.home, &view.quote.stay, view.quote.guests)>
                        "Look at the same dates again"
                    </a>
                    <a href="/trips">"Your trips"</a>
                </div>
            </div>
        </div>
    };
    Page::new(title, body)
}

/// What happened, and what it means.
fn sentence(view: &CheckoutView) -> String {
    let reason = view.ended_because.as_deref().unwrap_or_default();
    match view.state {
        State::Withdrawn if reason.is_empty() => {
            "The nights are free for others again. Nothing was taken.".to_owned()
        }
        State::Withdrawn => format!("{reason} Nothing was taken."),
        State::Expiring => format!(
            "{reason} No more card is tried. If a card was authorised in the last moment, the stay is booked after all and stands among your trips in a minute."
        ),
        _ => format!("{reason} The nights are free for others again. Nothing was taken."),
    }
}

/// The home's page with the same dates and guests.
pub fn again(home: &Home, stay: &Stay, guests: u32) -> String {
    format!(
        "/listings/{}?check_in={}&check_out={}&guests={guests}",
        home.id, stay.check_in, stay.check_out
    )
}
