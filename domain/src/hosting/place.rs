//! Where the home stands.

use serde::{Deserialize, Serialize};

use crate::{
    Error, FieldError, Result,
    error::{Name, keep, none_refused},
    text,
};

/// In characters.
const LONGEST_PLACE: usize = 80;
const LONGEST_ADDRESS: usize = 300;

/// As typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlaceForm {
    /// "Edinburgh", or "Springfield, United States".
    pub city: String,
    /// The key of the city that was chosen among several of one name; empty otherwise.
    pub city_choice: String,
    pub neighbourhood: String,
    pub address: String,
    /// Degrees; both empty for the middle of the city.
    pub latitude: String,
    pub longitude: String,
}

/// What it says. The city is still to be found.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    pub city: String,
    pub city_choice: Option<u32>,
    pub neighbourhood: Option<String>,
    pub address: String,
    /// Latitude and longitude in degrees; `None` when they were not given.
    pub point: Option<(f64, f64)>,
}

/// Refuses, each at its field, a missing city or address, and coordinates that are not on Earth or only half there.
pub fn place(form: &PlaceForm) -> Result<Place> {
    let mut refused = Vec::new();
    let city = text::line(&form.city);
    if !city.chars().any(char::is_alphabetic) {
        refused.push(FieldError::new(
            "city",
            "In which town or city is the home?",
        ));
    }
    let address = text::lines(&form.address);
    if address.chars().count() < 3 {
        let sentence = "Enter the address. Only guests who have booked will see it.";
        refused.push(FieldError::new("address", sentence));
    }
    let neighbourhood = text::line(&form.neighbourhood);
    let lengths = [
        ("city", &city, LONGEST_PLACE),
        ("neighbourhood", &neighbourhood, LONGEST_PLACE),
        ("address", &address, LONGEST_ADDRESS),
    ];
    for (field, typed, longest) in lengths {
        if typed.chars().count() > longest {
            let sentence = format!("This can be at most {longest} characters.");
            refused.push(FieldError::new(field, sentence));
        }
    }
    let point = keep(&mut refused, point(form)).flatten();
    none_refused(refused)?;
    Ok(Place {
        city,
        city_choice: form.city_choice.trim().parse().ok(),
        neighbourhood: Some(neighbourhood).filter(|name| !name.is_empty()),
        address,
        point,
    })
}

fn point(form: &PlaceForm) -> Result<Option<(f64, f64)>> {
    let (latitude, longitude) = (text::line(&form.latitude), text::line(&form.longitude));
    if latitude.is_empty() && longitude.is_empty() {
        return Ok(None);
    }
    let mut refused = Vec::new();
    let latitude = keep(&mut refused, degrees("latitude", &latitude, 90.0));
    let longitude = keep(&mut refused, degrees("longitude", &longitude, 180.0));
    none_refused(refused)?;
    Ok(latitude.zip(longitude))
}

/// A point or a comma before the decimals, a minus of any kind, a sign of degrees or none.
fn degrees(field: Name, typed: &str, most: f64) -> Result<f64> {
    if typed.is_empty() {
        let sentence = "Enter both latitude and longitude, or neither.";
        return Err(Error::field(field, sentence));
    }
    let plain = typed.replace(',', ".").replace(['−', '–'], "-");
    let plain = plain.trim_end_matches('°').trim_end();
    let shaped = plain
        .chars()
        .all(|c| c.is_ascii_digit() || matches!(c, '.' | '-' | '+'));
    let read = plain.parse::<f64>().ok().filter(|_| shaped);
    read.filter(|degrees| degrees.abs() <= most).ok_or_else(|| {
        Error::field(
            field,
            format!("Enter degrees from −{most} to {most}, such as 55.9533."),
        )
    })
}
