//! `/`: the search pill in a picture, this weekend's homes, places to go, and what is different here.

use leptos::prelude::*;
use server::{
    drawings::Decoration,
    search::{PlaceHit, Weekend},
};

use crate::{
    components::{
        card::{Level, cards, homes},
        drawing,
        pill::{Typed, pill},
    },
    page::Page,
    visit::Visit,
};

pub async fn page(visit: &Visit) -> server::Result<Page> {
    let mut home = server::search::home(&visit.ctx).await?;
    if let Some(weekend) = &home.weekend {
        home.worth_seeing
            .retain(|card| weekend.cards.iter().all(|shown| shown.id != card.id));
    }
    let body = view! {
        {hero(visit)}
        <div class="wrap">
            {home.weekend.map(weekend)}
            {(!home.worth_seeing.is_empty()).then(|| view! {
                <section class="section" aria-labelledby="worth-seeing">
                    <h2 id="worth-seeing">"Homes worth seeing"</h2>
                    {cards(home.worth_seeing, "", Level::Three, 0)}
                </section>
            })}
            {(!home.places.is_empty()).then(|| places(home.places))}
            {promise()}
        </div>
    };
    Ok(Page::new("Homes for a few nights", body).describe(
        "Homes for short stays. The price on the card is the price you pay, cancelling is told as a date and an amount, and a booked night is yours alone.",
    ))
}

/// On a phone the picture is cut at its sides: it is as wide as it would be at the height of the words before it.
const HERO: &str = "(max-width: 40rem) 290vw, 100vw";

fn hero(visit: &Visit) -> AnyView {
    view! {
        <section class="hero" aria-labelledby="hero-title">
            <picture>
                <source srcset=drawing::srcset(Decoration::TownDusk) sizes=HERO media="(prefers-color-scheme: dark)"/>
                <img class="hero__picture" src=drawing::src(Decoration::TownDay) srcset=drawing::srcset(Decoration::TownDay) sizes=HERO alt="" width="1600" height="760" fetchpriority="high"/>
            </picture>
            <div class="wrap hero__words">
                <h1 id="hero-title">"Find a home for a few nights"</h1>
                <form class="hero__form" action="/search" role="search" aria-label="Homes">
                    {pill(Typed::default(), visit.now(), &[])}
                </form>
            </div>
        </section>
    }
    .into_any()
}

fn weekend(mut weekend: Weekend) -> AnyView {
    // Whole rows of four, where there are so many.
    let whole = weekend.cards.len() / 4 * 4;
    if whole > 0 {
        weekend.cards.truncate(whole);
    }
    let stay = weekend.stay;
    let keep = format!("check_in={}&check_out={}", stay.check_in, stay.check_out);
    view! {
        <section class="section" aria-labelledby="weekend">
            <div class="section__head">
                <h2 id="weekend">{format!("This weekend near {}", weekend.place.name)}</h2>
                <p class="soft">{format!("{}, {}", stay.label(), domain::text::count(stay.nights(), "night"))}</p>
            </div>
            {cards(weekend.cards, &keep, Level::Three, 0)}
            <p class="section__more"><a href=format!("/search?{}", weekend.query)>
                {format!("All homes in {} that are free then", weekend.place.name)}
            </a></p>
        </section>
    }
    .into_any()
}

fn places(places: Vec<PlaceHit>) -> AnyView {
    let places = places.into_iter().map(|place| {
        view! {
            <li>
                <a href=format!("/search?{}", place.query)>
                    <span class="place__name" dir="auto">{place.name}</span>
                    <span class="place__detail">{place.detail}</span>
                    <span class="place__count num">{homes(place.listings)}</span>
                </a>
            </li>
        }
    });
    view! {
        <section class="section" aria-labelledby="places">
            <h2 id="places">"Places to go"</h2>
            <ul class="places" role="list">{places.collect_view()}</ul>
        </section>
    }
    .into_any()
}

fn promise() -> AnyView {
    view! {
        <section class="section promise" aria-labelledby="promise">
            <h2 id="promise">"The price on the door is the price on the bill"</h2>
            <p>
                "Cleaning and everything else that must be paid is in the price before you choose a home, not after. Each home
                says until which day and hour you get your money back, by the clock where it stands. And a night that you
                hold is held for you alone: no two guests can book the same bed."
            </p>
            <ul role="list" class="promise__proof">
                <li><a href="/help/cancellation">"What you get back, and until when"</a></li>
                <li><a href="/how-booking-works">"How prices and holds work"</a></li>
            </ul>
        </section>
    }
    .into_any()
}
