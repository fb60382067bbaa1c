//! Refunds and disputes of a trip, as notes above it: what is on its way, what failed and stays owed, what a bank disputes.

use domain::refunds::RefundState;
use leptos::prelude::*;
use server::bookings::{RefundView, TripView};

use crate::{
    components::{Icon, dates, icon},
    visit::Visit,
};

/// One note for each refund, and one for a dispute that is open. What failed and went back another way is told by what went.
pub fn notes(trip: &TripView, visit: &Visit) -> AnyView {
    let told = trip.refunds.iter().filter(|refund| !refund.is_past());
    let notes = told.map(|refund| note(trip, refund, visit));
    let notes = notes.collect_view();
    view! { {notes}{trip.disputed.then(disputed)} }.into_any()
}

fn note(trip: &TripView, refund: &RefundView, visit: &Visit) -> AnyView {
    let amount = refund.amount.to_string();
    match refund.state {
        RefundState::Queued | RefundState::Pending => view! {
            <div class="note" role="status">
                {icon(Icon::Clock)}
                <p><strong>{amount}</strong>" is on its way back to your card. Banks usually show it after five to ten days."</p>
            </div>
        }
        .into_any(),
        RefundState::Succeeded => {
            let when = refund.settled_at.unwrap_or(refund.at);
            let how = match refund.by_hand {
                true => " was given back to you on ",
                false => " went back to your card on ",
            };
            view! {
                <div class="note note--done">
                    {icon(Icon::Check)}
                    <p><strong>{amount}</strong>{how}{dates::moment(when, trip.timezone, visit.now())}"."</p>
                </div>
            }
            .into_any()
        }
        RefundState::ByHand => view! {
            <div class="note" role="status">
                {icon(Icon::Clock)}
                <p>
                    <strong>{amount}</strong>" comes back to you. You paid for it before HBnB moved, so we give it back by hand, and say so                     here when it is done."
                </p>
            </div>
        }
        .into_any(),
        RefundState::Failed => failed(refund.owed.to_string(), &visit.ctx.settings.support_email),
    }
}

fn failed(amount: String, support: &str) -> AnyView {
    view! {
        <div class="note note--wrong">
            {icon(Icon::Alert)}
            <p>
                <strong>{amount}</strong>" could not be paid back to your card. It stays owed to you: we have been told, and will write
                to you to find another way. You can also write to "<a href=format!("mailto:{support}")>{support.to_owned()}</a>"."
            </p>
        </div>
    }
    .into_any()
}

fn disputed() -> AnyView {
    view! {
        <div class="note">
            {icon(Icon::Info)}
            <p>
                "Your bank disputes this payment at your word, and holds the money until it has decided. As long as the payment
                provider bars it, no refund can be sent. "<a href="/how-booking-works#disputes">"How disputes go"</a>
            </p>
        </div>
    }
    .into_any()
}
