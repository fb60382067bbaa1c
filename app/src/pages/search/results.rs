//! What stands around the cards: heading, count, chips, order, other places, and what to do when there is nothing.

use domain::{SearchQuery, search::Sort};
use leptos::prelude::*;
use server::search::{Count, PlaceHit, SearchPage};

use crate::components::{
    card::homes,
    drawing,
    icon::{Icon, icon},
};

/// "Homes in Leith, Edinburgh"
pub fn heading(query: &SearchQuery, found: &SearchPage) -> String {
    match (&found.place, query.place.as_str()) {
        (Some(place), _) => format!("Homes in {}", place.name),
        (None, "") => "Homes everywhere".to_owned(),
        (None, asked) => format!("No place called “{asked}”"),
    }
}

/// "1 home", "1,000+ homes"
pub fn counted(count: Count) -> String {
    let noun = if count.exact == 1 && !count.more {
        "home"
    } else {
        "homes"
    };
    format!("{count} {noun}")
}

/// "1,000+ homes, free Fri 3 – Mon 6 June"
pub fn summary(found: &SearchPage) -> String {
    let homes = counted(found.count);
    match found.stay {
        Some(stay) => format!("{homes}, free {}", stay.label()),
        None => homes,
    }
}

/// The pill as one line, which is all of it on a phone until it is touched: a link to the form, which unfolds when it is the
/// page's target. Works without any script.
pub fn fold(query: &SearchQuery) -> AnyView {
    let place = match query.place.as_str() {
        "" => "Everywhere".to_owned(),
        place => place.to_owned(),
    };
    let stay = query
        .stay
        .map_or_else(|| "any dates".to_owned(), |stay| stay.label());
    let guests = domain::text::count(query.guests.max(1), "guest");
    view! {
        <a class="fold" href="#finder">
            {icon(Icon::Search)}
            <span class="visually-hidden">"Change the search: "</span>
            <span class="fold__place" dir="auto">{place}</span>
            <span class="fold__rest">{format!("{stay}, {guests}")}</span>
        </a>
        <a class="fold fold--back" href="#count">{icon(Icon::Close)}<span>"Leave it as it is"</span></a>
    }
    .into_any()
}

/// Dates and guests, without `?`, for the links to homes.
pub fn kept_for_the_home(query: &SearchQuery) -> String {
    SearchQuery {
        stay: query.stay,
        guests: query.guests,
        ..SearchQuery::default()
    }
    .to_query_string()
}

pub fn first_page(query: &SearchQuery) -> String {
    link(
        &SearchQuery {
            after: None,
            ..query.clone()
        }
        .to_query_string(),
    )
}

pub fn link(query: &str) -> String {
    if query.is_empty() {
        "/search".to_owned()
    } else {
        format!("/search?{query}")
    }
}

/// One link for each order; the one that is on is words, not a link.
pub fn sorts(query: &SearchQuery) -> AnyView {
    let sorts = Sort::ALL.iter().map(|sort| {
        let href = link(
            &SearchQuery {
                sort: *sort,
                after: None,
                ..query.clone()
            }
            .to_query_string(),
        );
        let current = (*sort == query.sort).then_some("true");
        view! { <li><a href=href aria-current=current>{sort.label()}</a></li> }
    });
    view! {
        <nav class="sorts" aria-label="Order">
            <ul role="list">{sorts.collect_view()}</ul>
        </nav>
    }
    .into_any()
}

/// Each chip is a link to the search without it.
pub fn chips(query: &SearchQuery) -> Option<AnyView> {
    let chips = query.chips();
    if chips.is_empty() {
        return None;
    }
    let all = (chips.len() > 1).then(|| {
        view! { <li><a class="chip chip--all" href="/search">"Clear all"</a></li> }
    });
    let chips = chips.into_iter().map(|chip| {
        view! {
            <li><a class="chip" href=link(&chip.without)>
                <span class="visually-hidden">"Remove "</span><span dir="auto">{chip.label}</span>{icon(Icon::Close)}
            </a></li>
        }
    });
    Some(view! { <ul class="chips" role="list" aria-label="This search">{chips.collect_view()}{all}</ul> }.into_any())
}

/// Other places of that name, or the nearest names there are.
pub fn suggestions(query: &SearchQuery, found: &SearchPage) -> Option<AnyView> {
    if found.suggestions.is_empty() || query.place.is_empty() {
        return None;
    }
    let words = if found.place.is_some() {
        "Or did you mean "
    } else {
        "Did you mean "
    };
    let places = found.suggestions.iter().take(3).map(|place| {
        view! { <li><a href=format!("/search?{}", place.query)>{full_name(place)}</a></li> }
    });
    Some(
        view! {
            <div class="meant"><p>{words}</p><ul role="list">{places.collect_view()}</ul></div>
        }
        .into_any(),
    )
}

/// One option for each place; `data-text` is what the field holds once it is chosen.
pub fn options(places: &[PlaceHit]) -> AnyView {
    let options = places.iter().enumerate().map(|(index, place)| {
        view! {
            <li role="option" id=format!("place-{index}") aria-selected="false" data-text=place.text.clone()>
                <span dir="auto">{place.name.clone()}</span>
                <span class="soft">{place.detail.clone()}</span>
                <span class="soft num">{homes(place.listings)}</span>
            </li>
        }
    });
    options.collect_view().into_any()
}

fn full_name(place: &PlaceHit) -> String {
    if place.detail.is_empty() {
        place.name.clone()
    } else {
        format!("{}, {}", place.name, place.detail)
    }
}

/// Nothing found: which filter emptied the list, and the offer to drop it.
pub fn nothing(query: &SearchQuery, found: &SearchPage) -> AnyView {
    let offers = found.emptied_by.iter().map(|filter| {
        view! {
            <li><a class="button" href=link(&filter.without)>
                {format!("Without “{}”: {}", filter.label, counted(filter.count))}
            </a></li>
        }
    });
    let sentence = match found.emptied_by.as_slice() {
        [only] => format!(
            "No home fits everything you asked for. It is “{}” that leaves none.",
            only.label
        ),
        [] if query.place.is_empty() => "No home fits everything you asked for.".to_owned(),
        [] => "We have no homes there yet.".to_owned(),
        _ => "No home fits everything you asked for. Each of these changes would show some:"
            .to_owned(),
    };
    view! {
        <div class="empty">
            <img src=drawing::empty() alt="" width="600" height="400"/>
            <p>{sentence}</p>
            <ul class="row" role="list">{offers.collect_view()}</ul>
            <p><a href="/search">"See all homes"</a></p>
        </div>
    }
    .into_any()
}
