//! What the home is, and for how many.

use serde::{Deserialize, Serialize};

use super::whole::whole;
use crate::{
    Error, Result,
    error::{keep, none_refused},
    listings::{Kind, Property},
    search::MOST_GUESTS,
    text,
};

const MOST_ROOMS: u32 = 50;
const MOST_BEDS: u32 = 100;

/// As typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BasicsForm {
    /// A word of [`Kind`].
    pub kind: String,
    /// A word of [`Property`].
    pub property: String,
    pub capacity: String,
    /// 0 for a studio.
    pub bedrooms: String,
    pub beds: String,
    /// "1", or "1.5" for one with a second toilet.
    pub baths: String,
}

/// What it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Basics {
    pub kind: Kind,
    pub property: Property,
    pub capacity: u32,
    pub bedrooms: u32,
    pub beds: u32,
    /// Baths times two.
    pub half_baths: u32,
}

/// Refuses, each at its field, what is no number or no word, and numbers that no home has.
pub fn basics(form: &BasicsForm) -> Result<Basics> {
    let mut refused = Vec::new();
    let kind = Kind::parse(&form.kind)
        .ok_or_else(|| Error::field("kind", "Choose what guests have for themselves."));
    let kind = keep(&mut refused, kind);
    let property = Property::parse(&form.property)
        .ok_or_else(|| Error::field("property", "Choose what kind of building it is."));
    let property = keep(&mut refused, property);
    let capacity = whole("capacity", "guests", &form.capacity, 1, MOST_GUESTS);
    let capacity = keep(&mut refused, capacity);
    let bedrooms = whole("bedrooms", "bedrooms", &form.bedrooms, 0, MOST_ROOMS);
    let bedrooms = keep(&mut refused, bedrooms);
    let beds = keep(
        &mut refused,
        whole("beds", "beds", &form.beds, 1, MOST_BEDS),
    );
    let half_baths = keep(&mut refused, half_baths(&form.baths));
    none_refused(refused)?;
    match (kind, property, capacity, bedrooms, beds, half_baths) {
        (
            Some(kind),
            Some(property),
            Some(capacity),
            Some(bedrooms),
            Some(beds),
            Some(half_baths),
        ) => Ok(Basics {
            kind,
            property,
            capacity,
            bedrooms,
            beds,
            half_baths,
        }),
        _ => Err(Error::Invalid(Vec::new())),
    }
}

/// "1.5", with a point or a comma, as 3.
fn half_baths(typed: &str) -> Result<u32> {
    let typed = text::line(typed).replace(',', ".");
    let (whole, half) = match typed.split_once('.') {
        None => (typed.as_str(), 0),
        Some((whole, "5" | "50")) => (whole, 1),
        Some((whole, "0" | "00")) => (whole, 0),
        Some(_) => ("", 0),
    };
    let read = whole.parse::<u32>().ok();
    read.filter(|baths| *baths <= MOST_ROOMS)
        .map(|baths| baths * 2 + half)
        .ok_or_else(|| {
            Error::field(
                "baths",
                format!("Enter bathrooms in halves from 0 to {MOST_ROOMS}, such as 1 or 1.5."),
            )
        })
}
