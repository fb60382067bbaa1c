//! What the guest pays, what of it is the host's by the ledger, and what goes back if the guest cancels.

use chrono::{DateTime, Utc};
use leptos::prelude::*;
use server::reservations::ReservationView;

use crate::components::{bill::bill, dates, timeline::timeline};

pub fn view(booking: &ReservationView, now: DateTime<Utc>) -> AnyView {
    let terms = (!booking.cancellation.is_empty()).then(|| {
        view! {
            <section aria-labelledby="cancel-title">
                <h2 id="cancel-title">"If the guest cancels"</h2>
                {timeline(&booking.cancellation)}
                <p class="soft fine">{booking.policy.label()}" terms. "<a href="/help/cancellation">"How cancelling works"</a></p>
            </section>
        }
    });
    view! {
        <section aria-labelledby="price-title">
            <h2 id="price-title">"What the guest pays"</h2>
            {bill(&booking.quote)}
        </section>
        {earned(booking, now)}
        {terms}
    }
    .into_any()
}

/// The movements on the host's account, and their sum.
fn earned(booking: &ReservationView, now: DateTime<Utc>) -> AnyView {
    let money = &booking.money;
    if money.entries.is_empty() {
        return view! {
            <section aria-labelledby="earned">
                <h2 id="earned">"What you earn"</h2>
                <p class="soft">"No money has moved."</p>
            </section>
        }
        .into_any();
    }
    let rows = money.entries.iter().map(|entry| {
        view! {
            <tr>
                <th scope="row">{entry.label.clone()}<span class="soft fine">" "{dates::moment(entry.at, booking.timezone, now)}</span></th>
                <td>{entry.amount.to_string()}</td>
            </tr>
        }
    });
    view! {
        <section aria-labelledby="earned">
            <h2 id="earned">"What you earn"</h2>
            <table class="bill" aria-labelledby="earned">
                <tbody>{rows.collect_view()}</tbody>
                <tfoot><tr><th scope="row">"Yours"</th><td>{money.net.to_string()}</td></tr></tfoot>
            </table>
        </section>
    }
    .into_any()
}
