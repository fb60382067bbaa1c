//! `…/basics`: what the home is, and for how many.

use domain::listings::{Kind, Property};
use leptos::prelude::*;
use server::hosting::EditView;

use super::fields::{Choice, Fields, Question};

pub const WHY: &str =
    "What guests search by first: what they have for themselves, and whether they all fit in.";

pub fn questions(fields: &Fields<'_>, home: &EditView) -> AnyView {
    let saved = &home.basics;
    let kinds = Kind::ALL.iter().map(|kind| Choice {
        word: kind.as_str().to_owned(),
        label: kind.label().to_owned(),
        about: about(*kind).to_owned(),
    });
    let properties = Property::ALL.iter().map(|property| Choice {
        word: property.as_str().to_owned(),
        label: match property {
            Property::Other => "Something else".to_owned(),
            property => property.label().to_owned(),
        },
        about: String::new(),
    });
    let numbers = [
        Question::number(
            "capacity",
            "Guests",
            "The most who may sleep here.",
            &saved.capacity,
        ),
        Question::number("bedrooms", "Bedrooms", "0 for a studio.", &saved.bedrooms),
        Question::number(
            "beds",
            "Beds",
            "Sofa beds count when they are made up.",
            &saved.beds,
        ),
        Question::decimal(
            "baths",
            "Bathrooms",
            "A toilet with a basin is half of one: 1.5.",
            &saved.baths,
        ),
    ];
    view! {
        {fields.choose("kind", "What guests have for themselves", "They see it beside the title.", &saved.kind, kinds.collect())}
        <div class="choices--short">
            {fields.choose("property", "What kind of building it is", "Guests look for it, and the drawing of a home without photos shows it.",
                &saved.property, properties.collect())}
        </div>
        <div class="edit__numbers edit__numbers--short">{numbers.map(|question| fields.ask(question)).collect_view()}</div>
    }
    .into_any()
}

fn about(kind: Kind) -> &'static str {
    match kind {
        Kind::EntireHome => "Nobody else stays there with them.",
        Kind::PrivateRoom => "A room with a door; kitchen or bath may be shared.",
        Kind::SharedRoom => "A bed in a room with others.",
        Kind::HotelRoom => "A room in a house with a front desk.",
    }
}
