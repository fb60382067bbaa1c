//! `…/amenities`: what the home offers.

use leptos::prelude::*;
use server::hosting::{EditView, Offer};

use super::fields::Fields;
use crate::components::field::error_line;

pub const WHY: &str = "Guests filter by these. Tick only what is there on every stay.";

pub fn questions(fields: &Fields<'_>, home: &EditView) -> AnyView {
    let form = fields.form();
    let chosen: Vec<&str> = match form.is_empty() {
        true => home.amenities.iter().map(String::as_str).collect(),
        false => form.values("amenity").collect(),
    };
    let boxes = home.catalogue.iter().enumerate().map(|(at, offer)| {
        let id = if at == 0 { "amenity".to_owned() } else { format!("amenity-{}", offer.slug) };
        view! {
            <label class="choice">
                <input type="checkbox" id=id name="amenity" value=offer.slug.clone()
                    checked=chosen.contains(&offer.slug.as_str())/>
                <span class="choice__words"><span>{offer.name.clone()}</span><span class="hint">{offer.description.clone()}</span></span>
            </label>
        }
    });
    let boxes = boxes.collect_view();
    let error = form.error("amenity").map(str::to_owned);
    view! {
        <fieldset class="choices">
            <legend class="visually-hidden">"What your home offers"</legend>
            <div class="choices__all">{boxes}</div>
            {fields.overtaken.then(|| saved_now(home, &chosen))}
            {error.map(|error| error_line("amenity-error".to_owned(), error))}
        </fieldset>
    }
    .into_any()
}

/// The names of those on one side only, since the whole list would hide them.
fn saved_now(home: &EditView, chosen: &[&str]) -> Option<AnyView> {
    let names = |wanted: &dyn Fn(&Offer) -> bool| {
        let names = home.catalogue.iter().filter(|offer| wanted(offer));
        names
            .map(|offer| offer.name.as_str())
            .collect::<Vec<_>>()
            .join(", ")
    };
    let saved = |offer: &Offer| home.amenities.contains(&offer.slug);
    let ticked = |offer: &Offer| chosen.contains(&offer.slug.as_str());
    let only_saved = names(&|offer| saved(offer) && !ticked(offer));
    let only_ticked = names(&|offer| ticked(offer) && !saved(offer));
    let line = |label: &'static str, names: String| {
        (!names.is_empty()).then(|| {
            view! { <p class="saved-now"><span class="saved-now__label">{label}</span>{names}</p> }
        })
    };
    let lines = (
        line("Saved now, but not ticked here: ", only_saved),
        line("Ticked here, but not saved now: ", only_ticked),
    );
    (lines.0.is_some() || lines.1.is_some()).then(|| view! { {lines.0}{lines.1} }.into_any())
}
