//! What happens after the button: at once where homes are booked instantly, in three steps where the host answers first.

use chrono::{DateTime, Utc};
use leptos::prelude::*;
use server::bookings::CheckoutView;

use crate::components::dates;

/// What the page is called and what its button says before the amount.
pub fn verb(view: &CheckoutView) -> &'static str {
    match view.instant_book {
        true => "Book and pay",
        false => "Request to book",
    }
}

/// The steps that follow, with the moment by which the host must answer.
pub fn view(view: &CheckoutView, now: DateTime<Utc>) -> AnyView {
    let total = view.quote.total_money().to_string();
    let steps = match view.respond_by {
        Some(until) => requested(
            &total,
            &dates::moment(until, view.timezone, now),
            city(view),
        ),
        None => booked(&total),
    };
    let steps = steps.map(|step| view! { <li>{step}</li> });
    view! {
        <section class="stack" aria-labelledby="next-title">
            <h2 id="next-title">"What happens next"</h2>
            <ol class="next-steps">{steps.into_iter().collect_view()}</ol>
            <p class="soft fine"><a href="/how-booking-works">"How booking works"</a></p>
        </section>
    }
    .into_any()
}

fn requested(total: &str, until: &str, city: &str) -> [String; 3] {
    [
        format!("Your card is authorised for {total}. Nothing is taken yet."),
        format!("The host answers by {until} in {city}. Until then you can withdraw your request."),
        format!(
            "If the host accepts, {total} is taken and the stay is confirmed. If not, or if no answer comes in time, nothing is taken."
        ),
    ]
}

fn booked(total: &str) -> [String; 3] {
    [
        format!(
            "Your card is authorised for {total}. If it is declined, the home stays held and you can try another."
        ),
        format!(
            "{total} is taken and the stay is confirmed, both at once: the host does not have to answer first."
        ),
        "You see the address, how to get in, and your receipt.".to_owned(),
    ]
}

/// Whose time it is.
pub fn city(view: &CheckoutView) -> &str {
    view.home.place_name.rsplit(", ").next().unwrap_or_default()
}
