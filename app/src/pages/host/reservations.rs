//! `/host/reservations`: bookings of one's homes, by when they are and by home, in pages of twenty-five.

use chrono::{DateTime, Utc};
use domain::{
    bookings::State,
    reservations::{When, host_label},
    text::count,
};
use leptos::prelude::*;
use server::reservations::{self, Filter, HomeChoice, ReservationCard, ReservationsPage};
use uuid::Uuid;

use super::cover;
use crate::{
    components::{Icon, dates, icon},
    functions::next::encode,
    page::Page,
    visit::Visit,
};

pub async fn page(visit: &Visit) -> server::Result<Page> {
    let filter = filter(visit);
    let found = reservations::list(&visit.ctx, visit.actor()?, &filter).await?;
    let body = view! {
        <div class="wrap host">
            <div class="page-head stack stack-s">
                <p class="soft"><a href="/host">"Your homes"</a></p>
                <h1>"Reservations"</h1>
            </div>
            {filters(&filter, &found.homes)}
            {results(&filter, &found, visit.now())}
        </div>
    };
    Ok(Page::new("Reservations", body))
}

/// What the address says; what it says wrongly is as if it were not there.
fn filter(visit: &Visit) -> Filter {
    Filter {
        when: visit
            .param("state")
            .and_then(When::parse)
            .unwrap_or(When::Upcoming),
        home: visit.param("home").and_then(|id| id.parse().ok()),
        after: visit.param("after").map(str::to_owned),
    }
}

/// The address of a list; `after` is where its next page begins.
fn address(when: When, home: Option<Uuid>, after: Option<&str>) -> String {
    let home = home.map(|id| format!("&home={id}"));
    let after = after.map(|after| format!("&after={}", encode(after)));
    format!(
        "/host/reservations?state={}{}{}",
        when.as_str(),
        home.unwrap_or_default(),
        after.unwrap_or_default()
    )
}

fn filters(filter: &Filter, homes: &[HomeChoice]) -> AnyView {
    let lists = When::ALL.iter().map(|when| {
        let current = (*when == filter.when).then_some("page");
        view! { <li><a href=address(*when, filter.home, None) aria-current=current>{when.label()}</a></li> }
    });
    view! {
        <div class="reservation-filters">
            <nav aria-label="Which reservations"><ul class="tabs" role="list">{lists.collect_view()}</ul></nav>
            {(homes.len() > 1).then(|| of_home(filter, homes))}
        </div>
    }
    .into_any()
}

fn of_home(filter: &Filter, homes: &[HomeChoice]) -> AnyView {
    let chosen = homes.iter().find(|home| Some(home.id) == filter.home);
    let summary = chosen.map_or("All homes".to_owned(), |home| home.title.clone());
    let links = homes.iter().map(|home| {
        let current = (Some(home.id) == filter.home).then_some("true");
        view! { <li><a href=address(filter.when, Some(home.id), None) aria-current=current dir="auto">{home.title.clone()}</a></li> }
    });
    let all = filter.home.is_none().then_some("true");
    view! {
        <details class="of-home">
            <summary><span class="visually-hidden">"Home: "</span><span dir="auto">{summary}</span></summary>
            <ul role="list">
                <li><a href=address(filter.when, None, None) aria-current=all>"All homes"</a></li>
                {links.collect_view()}
            </ul>
        </details>
    }
    .into_any()
}

fn results(filter: &Filter, found: &ReservationsPage, now: DateTime<Utc>) -> AnyView {
    if found.reservations.is_empty() {
        return nothing(filter);
    }
    let rows = found.reservations.iter().map(|card| row(card, now));
    let more = found.next.as_deref().map(|after| {
        view! { <p><a class="button" href=address(filter.when, filter.home, Some(after))>"More reservations"</a></p> }
    });
    view! { <h2 class="visually-hidden">{filter.when.label()}</h2> <ul class="trip-list" role="list">{rows.collect_view()}</ul> {more} }.into_any()
}

fn nothing(filter: &Filter) -> AnyView {
    let sentence = match filter.when {
        When::Requests => "Nobody waits for your answer.",
        When::Upcoming => "Nobody has booked a coming stay.",
        When::Current => "Nobody is staying at the moment.",
        When::Past => "No stay is over yet.",
        When::Cancelled => "Nothing was cancelled.",
    };
    let on = match (filter.after.is_some(), filter.home.is_some()) {
        (true, _) => {
            view! { <a href=address(filter.when, filter.home, None)>"Back to the first ones"</a> }
                .into_any()
        }
        (false, true) => {
            view! { <a href=address(filter.when, None, None)>"Look at all homes"</a> }.into_any()
        }
        (false, false) => view! { <a href="/host">"Back to your homes"</a> }.into_any(),
    };
    let sentence = match filter.after {
        Some(_) => "That was the last one.",
        None => sentence,
    };
    view! { <p class="soft nothing">{sentence}" "{on}</p> }.into_any()
}

fn row(card: &ReservationCard, now: DateTime<Utc>) -> AnyView {
    let when = format!(
        "{}, {}",
        dates::stay(&card.stay, now),
        count(card.stay.nights(), "night")
    );
    let left = card.respond_by.map(|until| {
        view! { <p class="left">{icon(Icon::Clock)}<strong>{dates::left(until, now)}" left"</strong></p> }
    });
    let waits = card.imported && card.state == State::Authorized;
    let waits = waits.then(|| view! { <p class="soft">"No deadline"</p> });
    view! {
        <li class="trip-row">
            {cover(&card.home)}
            <div>
                <h3><a href=format!("/host/reservations/{}", card.id)><span dir="auto">{card.guest.clone()}</span></a></h3>
                <p>{when}", "{count(card.guests, "guest")}</p>
                <p class="soft" dir="auto">{card.home.title.clone()}</p>
            </div>
            <div class="sum">
                <p class="price">{card.total.to_string()}</p>
                <p class="soft">{host_label(card.state)}</p>
                {left}{waits}
            </div>
        </li>
    }
    .into_any()
}
