//! What a site that has moved leaves to its owner: refunds that nobody else can make, and stays that overlap.

use domain::bookings::State;
use leptos::prelude::*;
use server::payments::{Overlap, refunds::ByHand};

use super::{moment, money::given_back};
use crate::{components::dates, visit::Visit};

/// Refunds of what was paid before HBnB moved; nothing when there is none.
pub fn by_hand(refunds: &[ByHand], visit: &Visit) -> Option<AnyView> {
    if refunds.is_empty() {
        return None;
    }
    let rows = refunds.iter().map(|refund| refund_row(refund, visit));
    Some(
        view! {
            <section aria-labelledby="by-hand">
                <h2 id="by-hand">"Refunds to make by hand"</h2>
                <p>
                    "These stays were paid for before HBnB moved, so we cannot send the money back. Refund it where it was paid, or \
                     ask the guest how it can reach them; then say so here."
                </p>
                <ul class="owed" role="list">{rows.collect_view()}</ul>
            </section>
        }
        .into_any(),
    )
}

fn refund_row(refund: &ByHand, visit: &Visit) -> AnyView {
    let reason = refund.reason.clone();
    view! {
        <li>
            <div>
                <h3 dir="auto">{refund.guest.clone()}</h3>
                <p><span dir="auto">{refund.home.clone()}</span>", booking "<span class="num">{refund.booking.to_string()}</span></p>
                <p>"Owed since "{moment(visit, refund.asked_at)}": "<span dir="auto">{reason}</span></p>
                {address(&refund.guest_email)}
            </div>
            <p class="price">{refund.amount.to_string()}</p>
            {given_back(refund.id, refund.amount, visit)}
        </li>
    }
    .into_any()
}

/// Stays that are still to come and have no nights; nothing when there is none.
pub fn overlapping(stays: &[Overlap], visit: &Visit) -> Option<AnyView> {
    if stays.is_empty() {
        return None;
    }
    let rows = stays.iter().map(|stay| stay_row(stay, visit));
    Some(
        view! {
            <section aria-labelledby="overlapping">
                <h2 id="overlapping">"Stays that overlap"</h2>
                <p>
                    "These came without their nights, because another stay has some of them. Agree with the guests who gives way, and \
                     let the host cancel that stay: the other one then gets its nights by itself."
                </p>
                <ul class="owed" role="list">{rows.collect_view()}</ul>
            </section>
        }
        .into_any(),
    )
}

fn stay_row(stay: &Overlap, visit: &Visit) -> AnyView {
    let standing = match stay.state {
        State::Authorized => "a request that its host has not answered",
        _ => "confirmed",
    };
    view! {
        <li>
            <h3 dir="auto">{stay.guest.clone()}</h3>
            <p class="price">{stay.total.to_string()}</p>
            <p><span dir="auto">{stay.home.clone()}</span>", booking "<span class="num">{stay.booking.to_string()}</span></p>
            <p>{dates::stay(&stay.stay, visit.now())}", "{standing}</p>
            {address(&stay.guest_email)}
        </li>
    }
    .into_any()
}

/// How to write to the guest; nothing for an account that came without an address.
fn address(email: &str) -> Option<AnyView> {
    let reached = !email.ends_with(".invalid");
    let (mail, email) = (format!("mailto:{email}"), email.to_owned());
    reached.then(|| view! { <p class="soft"><a href=mail dir="auto">{email}</a></p> }.into_any())
}
