//! The filters of a search: open them, tick, show. They work without JavaScript because they are part of the form.

use domain::{Currency, SearchQuery, listings::Kind};
use leptos::prelude::*;

use crate::components::icon::{Icon, icon};

/// The amenities that people filter by, as the catalogue calls them, in the order in which they are asked for most.
const AMENITIES: &[(&str, &str)] = &[
    ("wifi", "Wi-Fi"),
    ("kitchen", "Kitchen"),
    ("washer", "Washing machine"),
    ("free-parking", "Free parking"),
    ("dedicated-workspace", "Place to work"),
    ("self-check-in", "Self check-in"),
    ("pets-allowed", "Pets welcome"),
    ("breakfast", "Breakfast"),
    ("air-conditioning", "Air conditioning"),
    ("tv", "Television"),
    ("bath", "Bath"),
    ("crib", "Cot"),
];

pub fn filters(query: &SearchQuery) -> AnyView {
    let chosen = query.filter_chips().len();
    let label = match chosen {
        0 => "Filters".to_owned(),
        chosen => format!("Filters ({chosen})"),
    };
    let kinds = Kind::ALL.iter().map(|kind| {
        check(
            "kind",
            kind.as_str(),
            kind.label(),
            query.kinds.contains(kind),
        )
    });
    let amenities = AMENITIES.iter().map(|(slug, name)| {
        check(
            "amenity",
            slug,
            name,
            query.amenities.iter().any(|chosen| chosen == slug),
        )
    });
    let others = query
        .amenities
        .iter()
        .filter(|slug| AMENITIES.iter().all(|(known, _)| known != slug));
    let others = others
        .map(|slug| view! { <input type="hidden" name="amenity" value=slug.clone()/> })
        .collect_view();
    view! {
        <details class="filters">
            <summary class="filters__open">{icon(Icon::Filter)}{label}</summary>
            <div class="filters__body">
                <fieldset><legend>"Kind of home"</legend><div class="filters__checks">{kinds.collect_view()}</div></fieldset>
                <fieldset>
                    <legend>{format!("Price a night, all in, in {}", Currency::REFERENCE.symbol().trim())}</legend>
                    <div class="filters__prices">
                        {amount("min_price", "From", query.min_price)}
                        {amount("max_price", "Up to", query.max_price)}
                    </div>
                </fieldset>
                <fieldset><legend>"The home offers"</legend><div class="filters__checks">{amenities.collect_view()}</div></fieldset>
                {others}
                <button class="button" type="submit">"Show homes"</button>
            </div>
        </details>
    }
    .into_any()
}

fn check(name: &'static str, value: &'static str, label: &'static str, checked: bool) -> AnyView {
    view! {
        <label class="check"><input type="checkbox" name=name value=value checked=checked/>{label}</label>
    }
    .into_any()
}

fn amount(name: &'static str, label: &'static str, value: Option<i64>) -> AnyView {
    view! {
        <div class="field">
            <label for=name>{label}</label>
            <input class="input" id=name name=name type="number" inputmode="numeric" min="0" max="1000000" value=value/>
        </div>
    }
    .into_any()
}
