//! The filters of a search, in a dialog that the browser opens by itself: tick, show. They are part of the search's form, and
//! work without JavaScript; a browser that knows no popovers shows them below the pill.

use domain::{Currency, FieldError, SearchQuery, listings::Kind};
use leptos::prelude::*;

use super::results::link;
use crate::{
    components::{
        amenity_icon::amenity_icon,
        field::{error_line, number_or_text},
        icon::{Icon, icon},
    },
    visit::Visit,
};

/// The fields in which a visitor types something: their names, their labels, and what they are called outside the dialog.
const PRICES: &[(&str, &str, &str)] = &[
    ("min_price", "From", "price from"),
    ("max_price", "Up to", "price up to"),
];

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

/// The button that opens [`dialog`].
pub fn opener(query: &SearchQuery) -> AnyView {
    let chosen = query.filter_chips().len();
    let many = (chosen > 0).then(|| {
        view! { <span class="filters-open__many num">{chosen}<span class="visually-hidden">" chosen"</span></span> }
    });
    view! {
        <button class="button filters-open" type="button" popovertarget="filters">
            {icon(Icon::Filter)}<span>"Filters"</span>{many}
        </button>
    }
    .into_any()
}

/// Whether it is a field of the dialog, where nobody sees a refusal before opening it.
pub fn has(field: &str) -> bool {
    PRICES.iter().any(|(name, ..)| *name == field)
}

/// Says beside the closed dialog which of its fields was refused, and why.
pub fn refused(errors: &[FieldError]) -> AnyView {
    let lines = PRICES.iter().filter_map(|(name, _, called)| {
        let error = errors.iter().find(|error| error.field == *name)?;
        let sentence = format!("Filters, {called}: {}", error.message);
        Some(error_line(format!("{name}-told"), sentence))
    });
    lines.collect_view().into_any()
}

/// Everything that narrows a search down beside where, when and who; prices as they were typed, even when they were refused.
pub fn dialog(visit: &Visit, query: &SearchQuery, errors: &[FieldError]) -> AnyView {
    let kinds = Kind::ALL.iter().map(|kind| {
        let chosen = query.kinds.contains(kind);
        check("kind", kind.as_str(), kind.label(), chosen, None)
    });
    let chosen = |slug: &str| query.amenities.iter().any(|chosen| chosen == slug);
    let amenities = AMENITIES
        .iter()
        .map(|(slug, name)| check("amenity", slug, name, chosen(slug), Some(*slug)));
    let others = query
        .amenities
        .iter()
        .filter(|slug| AMENITIES.iter().all(|(known, _)| known != slug));
    let others = others
        .map(|slug| view! { <input type="hidden" name="amenity" value=slug.clone()/> })
        .collect_view();
    view! {
        <dialog class="filters" id="filters" popover="auto" aria-labelledby="filters-title">
            <header class="filters__head">
                <h2 id="filters-title">"Filters"</h2>
                <button class="filters__close" type="button" popovertarget="filters" popovertargetaction="hide" aria-label="Close">
                    {icon(Icon::Close)}
                </button>
            </header>
            <div class="filters__body">
                {prices(visit, errors)}
                <fieldset><legend>"Kind of home"</legend><div class="filters__checks">{kinds.collect_view()}</div></fieldset>
                <fieldset><legend>"The home offers"</legend><div class="filters__checks">{amenities.collect_view()}</div></fieldset>
                {others}
            </div>
            <footer class="filters__foot">
                <a class="button--quiet" href=link(&without_filters(query))>"Clear filters"</a>
                <button class="button button--primary" type="submit">"Show homes"</button>
            </footer>
        </dialog>
    }
    .into_any()
}

/// The search as the pill alone says it.
fn without_filters(query: &SearchQuery) -> String {
    SearchQuery {
        kinds: Vec::new(),
        amenities: Vec::new(),
        min_price: None,
        max_price: None,
        after: None,
        ..query.clone()
    }
    .to_query_string()
}

fn prices(visit: &Visit, errors: &[FieldError]) -> AnyView {
    let symbol = Currency::REFERENCE.symbol().trim().to_owned();
    let amounts = PRICES.iter().map(|(name, label, _)| {
        let typed = visit.param(name).unwrap_or_default().trim();
        let error = errors.iter().find(|error| error.field == *name);
        amount(name, label, typed, error.map(|error| error.message.clone()))
    });
    view! {
        <fieldset>
            <legend>{format!("Price a night, all in, in {symbol}")}</legend>
            <div class="filters__prices">{amounts.collect_view()}</div>
        </fieldset>
    }
    .into_any()
}

fn check(
    name: &'static str,
    value: &'static str,
    label: &'static str,
    checked: bool,
    shape: Option<&'static str>,
) -> AnyView {
    view! {
        <label class="check">
            <input type="checkbox" name=name value=value checked=checked/>
            {shape.map(amenity_icon)}
            <span>{label}</span>
        </label>
    }
    .into_any()
}

fn amount(name: &'static str, label: &'static str, typed: &str, error: Option<String>) -> AnyView {
    let kind = number_or_text(typed);
    let typed = (!typed.is_empty()).then(|| typed.to_owned());
    let invalid = error.is_some().then_some("true");
    let described = error.is_some().then(|| format!("{name}-error"));
    view! {
        <div class="field">
            <label for=name>{label}</label>
            <input class="input" id=name name=name type=kind inputmode="numeric" min="0" max="1000000" value=typed
                aria-invalid=invalid aria-describedby=described/>
            {error.map(|error| error_line(format!("{name}-error"), error))}
        </div>
    }
    .into_any()
}
