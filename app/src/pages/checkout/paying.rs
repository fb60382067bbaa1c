//! Paying: the time that is left, the last card's fate, the button that names the amount, and letting go.

use domain::stays::{clock_time, minutes_in};
use leptos::prelude::*;
use server::{bookings::CheckoutView, payments::stripe::StripeSettings};

use super::{card, next};
use crate::{
    components::{Icon, icon},
    islands::countdown::{Countdown, SOON},
};

/// Declined cards after which a hold ends (design.md §4.1).
const CARDS: u32 = 5;

pub fn view(view: &CheckoutView, stripe: Option<&StripeSettings>) -> AnyView {
    let pay = format!("/checkout/{}", view.id);
    let release = format!("{pay}/release");
    view! {
        <section class="pay panel" aria-labelledby="pay-title">
            <h2 id="pay-title">"Pay"</h2>
            {hold(view)}
            {declined(view)}
            {match stripe {
                Some(stripe) => card::form(view, stripe),
                None => sandbox(view, pay),
            }}
            <form method="post" action=release>
                <button class="button--quiet" type="submit">"Let this hold go"</button>
            </form>
        </section>
    }
    .into_any()
}

/// The text is whole without any script; awake, the island counts inside it.
fn hold(view: &CheckoutView) -> AnyView {
    let soon = view.seconds_left <= i64::from(SOON);
    let until = clock_time(minutes_in(view.timezone, view.hold_expires_at));
    let city = next::city(view).to_owned();
    let left = match (view.seconds_left + 59) / 60 {
        ..=1 => "less than a minute".to_owned(),
        minutes => format!("about {minutes} minutes"),
    };
    view! {
        <div id="hold" class="hold" class:soon=soon data-left=view.seconds_left data-wake>
            <p>"Held for you until "{until}" in "{city}" ("<span id="hold-left">{left}</span>")"</p>
            <Countdown/>
        </div>
    }
    .into_any()
}

fn declined(view: &CheckoutView) -> Option<AnyView> {
    let reason = view.last_error.clone()?;
    let tries = match CARDS.saturating_sub(view.declined_cards) {
        1 => " One more card can be tried.",
        2 => " Two more cards can be tried.",
        _ => "",
    };
    Some(
        view! {
            <div class="note note--wrong" role="alert">
                {icon(Icon::Alert)}
                <p>{reason}" Nothing was taken, and the home is still held for you."{tries}</p>
            </div>
        }
        .into_any(),
    )
}

/// The Sandbox has a page of its own.
fn sandbox(view: &CheckoutView, pay: String) -> AnyView {
    view! {
        <form class="stack" method="post" action=pay>
            <input type="hidden" name="shown_total" value=view.quote.total/>
            <button class="button button--primary button--wide" type="submit">
                {next::verb(view)}" "{view.quote.total_money().to_string()}
            </button>
            <p class="soft fine">
                "You enter a card on the next page, at HBnB Sandbox. It is a test provider: no money moves."
            </p>
        </form>
    }
    .into_any()
}
