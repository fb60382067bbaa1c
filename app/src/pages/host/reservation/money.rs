//! What the guest pays, what of it is the host's by the ledger, where the money is, and what goes back if the guest cancels.

use chrono::{DateTime, Utc};
use leptos::prelude::*;
use server::{payments::Movement, reservations::ReservationView};

use crate::components::{bill::bill, movements::movements, timeline::timeline};

pub fn view(booking: &ReservationView, moves: &[Movement], now: DateTime<Utc>) -> AnyView {
    let terms = (!booking.cancellation.is_empty()).then(|| {
        view! {
            <section aria-labelledby="cancel-title">
                <h2 id="cancel-title">"If the guest cancels"</h2>
                {timeline(&booking.cancellation)}
                <p class="soft fine">{booking.policy.label()}" terms. "<a href="/how-booking-works">"How booking works"</a></p>
            </section>
        }
    });
    let csv = format!("/host/reservations/{}/money.csv", booking.id);
    view! {
        <section aria-labelledby="price-title">
            <h2 id="price-title">"What the guest pays"</h2>
            {bill(&booking.quote)}
        </section>
        {earned(booking)}
        {movements(moves, booking.timezone, now, csv)}
        {terms}
    }
    .into_any()
}

/// The sum of the host's account of the ledger, and when it is paid out.
fn earned(booking: &ReservationView) -> AnyView {
    let sentence = match booking.money.entries.is_empty() {
        true => "Nothing yet: no money has moved.",
        false if booking.imported => {
            "It was paid before HBnB moved, and falls due there: nothing of it is paid out here."
        }
        false => {
            "It falls due 24 hours after check-in, less what goes back before then. The site’s owner pays it to you."
        }
    };
    let net = (!booking.money.entries.is_empty())
        .then(|| view! { <p class="price earned-sum">{booking.money.net.to_string()}</p> });
    view! {
        <section aria-labelledby="earned">
            <h2 id="earned">"What you earn"</h2>
            {net}
            <p class="soft">{sentence}</p>
        </section>
    }
    .into_any()
}
