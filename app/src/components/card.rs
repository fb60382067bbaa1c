//! A home in a list: picture, place and type, title, two facts, what it costs, rating. Nothing else.

use domain::{listings::Kind, text};
use leptos::prelude::*;
use server::search::Card;

use super::{
    picture::{When, decoration, sizes},
    rating::rating,
};

/// The heading that a card's title is, which depends on what stands above the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    Two,
    Three,
}

/// Cards in a grid of one to four columns. `query` keeps dates and guests on the way to the home (no `?`).
/// The first `eager` pictures are loaded at once, the rest when they come near.
pub fn cards(cards: Vec<Card>, query: &str, level: Level, eager: usize) -> AnyView {
    let cards = cards
        .into_iter()
        .enumerate()
        .map(|(index, home)| card(home, query, level, When::of(index, eager)));
    view! { <ul class="cards" role="list">{cards.collect_view()}</ul> }.into_any()
}

fn card(home: Card, query: &str, level: Level, when: When) -> AnyView {
    let href = match query {
        "" => format!("/listings/{}", home.id),
        query => format!("/listings/{}?{query}", home.id),
    };
    let link = view! { <a href=href dir="auto">{home.title.clone()}</a> };
    let title = match level {
        Level::Two => view! { <h2 class="card__title">{link}</h2> }.into_any(),
        Level::Three => view! { <h3 class="card__title">{link}</h3> }.into_any(),
    };
    view! {
        <li class="card">
            {decoration(&home.cover, sizes::CARD, when)}
            <p class="card__place">{place_line(&home)}</p>
            {title}
            <p class="card__facts">
                {facts(&home)}{rating(home.rating, home.source_rating, home.source.as_deref())}
            </p>
            {price(&home)}
        </li>
    }
    .into_any()
}

/// "1 home", "4,881 homes"
pub fn homes(number: u32) -> String {
    let noun = if number == 1 { "home" } else { "homes" };
    format!("{} {noun}", domain::money::grouped(u64::from(number)))
}

fn place_line(home: &Card) -> String {
    let what = match home.kind {
        Kind::EntireHome => home.property.label(),
        kind => kind.label(),
    };
    format!("{what} in {}", home.place_name)
}

fn facts(home: &Card) -> String {
    format!(
        "{} · {}",
        text::count(home.capacity, "guest"),
        text::count(home.beds, "bed")
    )
}

fn price(home: &Card) -> AnyView {
    match &home.total {
        Some(total) => view! {
            <p class="card__price">
                <span class="price">{total.total.short()}</span>
                <span class="soft">" total, "{text::count(total.nights, "night")}</span>
            </p>
        }
        .into_any(),
        None => view! {
            <p class="card__price">
                <span class="price">{home.per_night.short()}</span>
                <span class="soft">" a night, all in"</span>
            </p>
        }
        .into_any(),
    }
}
