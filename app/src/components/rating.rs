//! Ratings: ours, or the source's and then labelled so, or none yet.

use leptos::prelude::*;
use server::search::Rating;

use super::icon::{Icon, icon};

/// "★ 4.83 (12)", "★ 4.83 (12) on Inside Airbnb", or "New".
pub fn rating(own: Option<Rating>, source: Option<Rating>, source_name: Option<&str>) -> AnyView {
    let (rating, of) = match (own, source) {
        (Some(own), _) => (own, None),
        (None, Some(theirs)) => (theirs, Some(source_name.unwrap_or("the source").to_owned())),
        (None, None) => return view! { <span class="rating">"New"</span> }.into_any(),
    };
    let reviews = domain::text::count(rating.count, "review");
    let spoken = match &of {
        Some(name) => format!("Rated {rating} of 5 in {reviews} on {name}"),
        None => format!("Rated {rating} of 5 in {reviews}"),
    };
    view! {
        <span class="rating">
            <span class="visually-hidden">{spoken}</span>
            <span class="rating__sign" aria-hidden="true">{icon(Icon::Star)}<span class="num">{rating.to_string()}</span></span>
            <span class="soft" aria-hidden="true">{match of {
                Some(name) => format!("on {name}"),
                None => format!("({})", rating.count),
            }}</span>
        </span>
    }
    .into_any()
}
