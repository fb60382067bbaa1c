//! `/how-booking-works`: from the first click to the last refund, in plain words.

mod answers;
mod money;

use leptos::prelude::*;

use crate::{page::Page, visit::Visit};

pub async fn page(visit: &Visit) -> server::Result<Page> {
    let email = visit.ctx.settings.support_email.clone();
    let body = view! {
        <div class="wrap prose text">
            <h1>"How booking works"</h1>
            <p class="lead">
                "You hold the nights, you pay, you stay. At every step you see what happens next, until when, and where your
                money is. This page tells it in order."
            </p>
            {steps()}
            {answers::sections()}
            {money::sections()}
            <h2 id="questions">"Questions"</h2>
            <p>"Write to "<a href=format!("mailto:{email}")>{email.clone()}</a>" and name your booking: its reference begins with HB."</p>
        </div>
    };
    Ok(Page::new("How booking works", body).describe(
        "Holds, requests, cancellation, deadlines, refunds and disputes on HBnB, in plain words.",
    ))
}

/// The way in short: each step leads to its part below.
fn steps() -> AnyView {
    view! {
        <ol class="way">
            <li><a href="#hold">"Hold"</a>": the nights are yours for 15 minutes, and nobody else can book them."</li>
            <li><a href="#pay">"Pay"</a>": your card is authorised for the total that you were shown, to the penny."</li>
            <li><a href="#request">"Book or request"</a>": many homes are booked at once; at others the host answers first."</li>
            <li><a href="#stay">"Stay"</a>": the address and how to get in are on your trip’s page."</li>
            <li><a href="#cancel">"Change your mind"</a>": you see what comes back before you decide."</li>
        </ol>
    }
    .into_any()
}
