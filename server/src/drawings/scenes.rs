//! Which pictures a home has, from its facts, and what each shows in words.

use domain::listings::Property;
use uuid::Uuid;

use super::spec::{Spec, View};

/// What the pictures are chosen from.
#[derive(Debug, Clone, Copy)]
pub struct Facts<'a> {
    pub id: Uuid,
    pub property: Property,
    /// ISO 3166, two letters; anything else is drawn as nowhere in particular.
    pub country_code: &'a str,
    pub bedrooms: u32,
    pub beds: u32,
    /// Slugs of the catalogue.
    pub amenities: &'a [&'a str],
}

/// A picture of a home, and what it shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawing {
    pub spec: Spec,
    pub alt: String,
}

/// The home's first picture, for lists that know no more of it.
pub fn cover(id: Uuid, property: Property, country_code: &str, beds: u32) -> Spec {
    Spec::new(property, country_code, seed(id), beds, View::Outside)
}

fn seed(id: Uuid) -> u16 {
    let bytes = id.as_bytes();
    u16::from_be_bytes([bytes[0], bytes[15]])
}

/// Five to eight pictures, the cover first.
pub fn of(facts: &Facts) -> Vec<Drawing> {
    let cover = cover(facts.id, facts.property, facts.country_code, facts.beds);
    [
        (View::Outside, "Drawing of the house from outside"),
        (
            View::Living,
            "Drawing of a living room with a sofa by the window",
        ),
        (View::Bedroom, "Drawing of a bedroom with a made bed"),
        (View::Kitchen, "Drawing of a kitchen with a table"),
        (View::Evening, "Drawing of the house at another hour"),
    ]
    .into_iter()
    .map(|(view, alt)| Drawing {
        spec: Spec { view, ..cover },
        alt: alt.into(),
    })
    .collect()
}
