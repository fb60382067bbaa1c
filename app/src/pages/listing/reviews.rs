//! What guests say of a home, the newest first.

use chrono::Datelike;
use domain::{stays::month_name, text::count};
use leptos::prelude::*;
use server::{listings::ListingView, reviews::ReviewView};

use super::about::paragraphs;
use crate::components::icon::{Icon, icon};

/// How many are shown before the rest is folded away.
const FIRST: usize = 4;

/// Nothing where nobody has said anything.
pub fn section(home: &ListingView) -> Option<AnyView> {
    let rating = home.rating.filter(|_| !home.reviews.is_empty())?;
    let (first, rest) = home.reviews.split_at(home.reviews.len().min(FIRST));
    let folded = (!rest.is_empty()).then(|| {
        view! {
            <details class="more">
                <summary>{format!("{} more", rest.len())}</summary>
                {list(rest)}
            </details>
        }
    });
    let shown = u32::try_from(home.reviews.len()).unwrap_or(u32::MAX);
    let newest = (rating.count > shown).then(|| {
        view! { <p class="fine soft">{format!("These are the newest {shown} of {}.", count(rating.count, "review"))}</p> }
    });
    Some(
        view! {
            <section class="part" aria-labelledby="reviews">
                <h2 id="reviews">{format!("{rating} of 5 from {}", count(rating.count, "review"))}</h2>
                {list(first)}
                {folded}
                {newest}
            </section>
        }
        .into_any(),
    )
}

fn list(reviews: &[ReviewView]) -> AnyView {
    let items = reviews.iter().map(review).collect_view();
    view! { <ul class="said" role="list">{items}</ul> }.into_any()
}

fn review(said: &ReviewView) -> AnyView {
    let day = said.created_at.date_naive();
    let when = format!("{} {}", month_name(day), day.year());
    let name = said.first_name.clone().unwrap_or_default();
    let spoken = format!("{} of 5 stars", said.rating);
    view! {
        <li>
            <p class="said__who">
                <strong dir="auto">{name}</strong>
                <span class="rating">
                    <span class="visually-hidden">{spoken}</span>
                    <span class="rating__sign" aria-hidden="true">{icon(Icon::Star)}<span class="num">{said.rating.to_string()}</span></span>
                </span>
                <span class="soft">{when}</span>
                {said.imported.then(|| view! { <span class="fine soft">"Brought along from the site before this one"</span> })}
            </p>
            {paragraphs(&said.text)}
        </li>
    }
    .into_any()
}
