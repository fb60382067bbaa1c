//! The rules of a home, and what comes back when a guest cancels, as dates and amounts.

use domain::stays::clock_time;
use leptos::prelude::*;
use server::listings::ListingView;

use super::about::paragraphs;
use crate::components::timeline::timeline;

pub fn rules(home: &ListingView) -> AnyView {
    let nights = match (home.min_nights, home.max_nights) {
        (min, max) if min == max => domain::text::count(min, "night"),
        (min, max) => format!("{min} to {}", domain::text::count(max, "night")),
    };
    let arrival = if home.check_in_until > home.check_in_from {
        format!(
            "{} to {}",
            clock_time(home.check_in_from),
            clock_time(home.check_in_until)
        )
    } else {
        format!("from {}", clock_time(home.check_in_from))
    };
    let facts = [
        ("Arrive", arrival),
        ("Leave by", clock_time(home.check_out_by)),
        ("Stay", nights),
        ("At most", domain::text::count(home.capacity, "guest")),
        (
            "Book for the same day",
            format!("until {}", clock_time(home.cutoff)),
        ),
    ];
    let facts = facts
        .into_iter()
        .map(|(name, value)| view! { <div><dt>{name}</dt><dd class="num">{value}</dd></div> });
    view! {
        <section class="part" aria-labelledby="rules">
            <h2 id="rules">"House rules"</h2>
            <dl class="facts">{facts.collect_view()}</dl>
            <p class="fine soft">{format!("All times are those of the home ({}).", home.place.timezone.replace('_', " "))}</p>
            {(!home.house_rules.is_empty()).then(|| paragraphs(&home.house_rules))}
            {home.registration.clone().map(|number| view! { <p class="fine soft">"Registration: "{number}</p> })}
        </section>
    }
    .into_any()
}

/// The element that holds what the chosen stay's cancelling gives back.
pub const TERMS: &str = "terms";

pub fn cancellation(home: &ListingView) -> AnyView {
    view! {
        <section class="part" aria-labelledby="cancellation">
            <h2 id="cancellation">{format!("Cancelling: {}", home.policy.label().to_lowercase())}</h2>
            <div class="stack" id=TERMS>{of_chosen(home)}</div>
            <p><a href="/help/cancellation">"How cancelling works"</a></p>
        </section>
    }
    .into_any()
}

/// The days and amounts of the chosen stay, or the policy in a sentence.
pub fn of_chosen(home: &ListingView) -> AnyView {
    let steps = home
        .chosen
        .as_ref()
        .map(|chosen| chosen.cancellation.as_slice())
        .unwrap_or_default();
    if steps.is_empty() {
        view! {
            <p>{home.policy.summary()}</p>
            <p class="soft">"Choose dates to see the days and amounts."</p>
        }
        .into_any()
    } else {
        view! {
            <p class="soft">"If you book these nights now:"</p>
            {timeline(steps)}
        }
        .into_any()
    }
}
