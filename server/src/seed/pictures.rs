//! The pictures of the demo's homes: our drawings, as rows that hosts may describe, order and remove like their own.

use base64::{Engine, engine::general_purpose::STANDARD};
use chrono::NaiveDate;

use super::{
    days::instant,
    homes::{Home, Town},
    ids,
};
use crate::{
    Result,
    drawings::{self, Facts, Spec},
    entities::photos,
    photos::WIDTHS,
};

/// As wide as the placeholder of an upload, in pixels.
const TINY: u32 = 16;
/// The longest data URI that a listing keeps of its cover, in characters.
const LONGEST: usize = 400;

/// The rows of one home, the cover first. Only the cover has a placeholder: it costs as much as a picture, some milliseconds
/// of a core. So not for async threads.
pub fn of(home: &Home, town: &Town, today: NaiveDate) -> Result<Vec<photos::Model>> {
    let amenities: Vec<&str> = home.amenities.split_whitespace().collect();
    let drawings = drawings::of(&Facts {
        id: home.id(),
        property: home.property,
        country_code: town.country,
        bedrooms: home.bedrooms,
        beds: home.beds,
        amenities: &amenities,
    });
    (0..)
        .zip(drawings)
        .map(|(position, drawing)| {
            Ok(photos::Model {
                id: ids::of("photo", &format!("{}:{position}", home.key)),
                listing_id: home.id(),
                position,
                alt: drawing.alt,
                widths: WIDTHS.map(|width| width.to_string()).join(","),
                placeholder: match position {
                    0 => placeholder(&drawing.spec)?,
                    _ => String::new(),
                },
                created_at: instant(today, -1),
                drawing: Some(drawing.spec.to_string()),
                bytes: None,
            })
        })
        .collect()
}

/// Empty when it would be too long.
fn placeholder(spec: &Spec) -> Result<String> {
    let tiny = STANDARD.encode(drawings::webp(spec, TINY)?);
    let uri = format!("data:image/webp;base64,{tiny}");
    Ok(if uri.len() <= LONGEST {
        uri
    } else {
        String::new()
    })
}
