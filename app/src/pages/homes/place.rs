//! `…/place`: where the home is. The same questions begin a new home.

use domain::hosting::PlaceForm;
use leptos::prelude::*;
use server::hosting::{EditView, cities};

use super::fields::{Choice, Fields, Question};

pub const WHY: &str = "Guests search by town. They see the area only; the address is for those whose stay is confirmed.";

/// While stays are booked nothing of it changes. A home that came without an address may be given one even then: its guests wait for it.
pub fn is_locked(home: &EditView) -> bool {
    home.fixed && !home.place.address.is_empty()
}

pub fn questions(fields: &Fields<'_>, home: &EditView) -> AnyView {
    if !home.fixed {
        return asked(fields, &home.place);
    }
    if is_locked(home) {
        return fixed(home);
    }
    address_alone(fields, home)
}

/// With what is saved, or nothing for a home that does not exist yet.
pub fn asked(fields: &Fields<'_>, saved: &PlaceForm) -> AnyView {
    view! {
        {fields.ask(Question::line("city", "Town or city", "The nearest that has a name on maps, such as Edinburgh. Add the country when there are several.", &saved.city))}
        {several(fields)}
        {fields.ask(Question::line("neighbourhood", "Neighbourhood (optional)", "As people there call it, such as Leith.", &saved.neighbourhood))}
        {fields.ask(Question::text("address", "Address", "Street, number, postcode. Guests get it as soon as their stay is confirmed.", &saved.address, 3))}
        <fieldset class="edit__group">
            <legend>"Where exactly (optional)"</legend>
            <p class="hint">
                "Degrees, as a map shows them for a point. Without them we take the middle of the town. Guests see a point \
                 within 500 metres; the home’s time zone comes from it."
            </p>
            <div class="edit__numbers">
                {fields.ask(Question::line("latitude", "Latitude", "North is positive: 55.9758", &saved.latitude))}
                {fields.ask(Question::line("longitude", "Longitude", "West is negative: -3.1690", &saved.longitude))}
            </div>
        </fieldset>
    }
    .into_any()
}

/// The places that may be meant, when the name alone does not say it.
fn several(fields: &Fields<'_>) -> Option<AnyView> {
    let form = fields.form();
    if form.error("city").is_none() && form.value("city_choice").is_empty() {
        return None;
    }
    let cities = cities::search(form.value("city"));
    if cities.is_empty() {
        return None;
    }
    let choices = cities.into_iter().map(|city| Choice {
        word: city.id.to_string(),
        label: city.label(),
        about: String::new(),
    });
    let why = "These are the places we know by what you typed.";
    Some(fields.choose(
        "city_choice",
        "Which one is it?",
        why,
        "",
        choices.collect(),
    ))
}

fn address(fields: &Fields<'_>, saved: &str) -> AnyView {
    let why = "Street, number, postcode. Guests get it as soon as their stay is confirmed.";
    fields.ask(Question::text("address", "Address", why, saved, 3))
}

/// The rest of the place goes along as it is saved.
fn address_alone(fields: &Fields<'_>, home: &EditView) -> AnyView {
    let place = &home.place;
    let kept = [
        ("city", &place.city),
        ("neighbourhood", &place.neighbourhood),
        ("latitude", &place.latitude),
        ("longitude", &place.longitude),
    ];
    let kept =
        kept.map(|(name, value)| view! { <input type="hidden" name=name value=value.clone()/> });
    view! {
        <p class="locked">
            "Stays are booked here, so the place stays as it is until they are over. Its guests wait for the address: it can be \
             given now, and is then theirs to rely on."
        </p>
        {kept.collect_view()}
        {address(fields, &place.address)}
        {facts(home, None)}
    }
    .into_any()
}

fn fixed(home: &EditView) -> AnyView {
    view! {
        <div class="stack">
            <p class="locked">
                "Stays are booked here, and the guests know this address. It can be changed once those stays are over."
            </p>
            {facts(home, Some(home.place.address.clone()))}
        </div>
    }
    .into_any()
}

fn facts(home: &EditView, address: Option<String>) -> AnyView {
    let place = &home.place;
    let address = address.map(|address| {
        view! { <div><dt>"Address"</dt><dd class="as-typed" dir="auto">{address}</dd></div> }
    });
    view! {
        <dl class="stay-facts">
            <div><dt>"Place"</dt><dd dir="auto">{home.location.clone()}</dd></div>
            {address}
            <div><dt>"Coordinates"</dt><dd class="num">{format!("{}, {}", place.latitude, place.longitude)}</dd></div>
            <div><dt>"Time zone"</dt><dd>{home.timezone.replace('_', " ")}</dd></div>
        </dl>
    }
    .into_any()
}
