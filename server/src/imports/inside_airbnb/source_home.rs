//! A row of a listings file, read: what the source says of a home, nothing added.

use csv::StringRecord;
use domain::listings::Kind as RoomKind;

use super::columns::{Columns, Kind};
use crate::imports::gazetteer::Point;

/// What the source says. `None` and empty texts: it does not say.
#[derive(Debug, Clone, PartialEq)]
pub struct SourceHome {
    pub id: String,
    /// HTML, like the description.
    pub name: String,
    pub description: String,
    pub neighbourhood: String,
    pub point: Point,
    /// Ten-thousandths of a major unit of a currency that the file does not name.
    pub price: i64,
    pub kind: RoomKind,
    pub property_type: String,
    pub capacity: Option<u32>,
    pub bedrooms: Option<u32>,
    pub beds: Option<u32>,
    /// Bathrooms times two.
    pub half_baths: Option<u32>,
    pub amenities: Vec<String>,
    pub min_nights: Option<u32>,
    pub max_nights: Option<u32>,
    /// Hundredths.
    pub rating: Option<i32>,
    pub reviews: u32,
    pub host_name: String,
    pub registration: String,
}

/// Reads a whole row.
///
/// # Errors
/// Why the row is refused, as the end of a sentence: it has no id, no usable place, no usable price or an unknown kind.
pub fn read(columns: &Columns, record: &StringRecord) -> Result<SourceHome, String> {
    let field = |name: &str| columns.get(record, name);
    let id = field("id");
    if id.is_empty() || id.len() > 64 {
        return Err("it has no id".into());
    }
    let neighbourhood = match columns.kind {
        Kind::Detailed => field("neighbourhood_cleansed"),
        Kind::Summary => field("neighbourhood"),
    };
    let home = SourceHome {
        id: id.to_owned(),
        name: field("name").to_owned(),
        description: joined(field("description"), field("neighborhood_overview")),
        neighbourhood: neighbourhood.to_owned(),
        point: point(field("latitude"), field("longitude"))?,
        price: price(field("price"))?,
        kind: kind(field("room_type"))?,
        property_type: field("property_type").to_owned(),
        capacity: number(field("accommodates")).filter(|guests| *guests > 0),
        bedrooms: number(field("bedrooms")),
        beds: number(field("beds")).filter(|beds| *beds > 0),
        half_baths: half_baths(field("bathrooms_text")).or_else(|| half_baths(field("bathrooms"))),
        amenities: serde_json::from_str(field("amenities")).unwrap_or_default(),
        min_nights: number(field("minimum_nights")).filter(|nights| *nights > 0),
        max_nights: number(field("maximum_nights")).filter(|nights| *nights > 0),
        rating: field("review_scores_rating")
            .parse()
            .ok()
            .and_then(hundredths),
        reviews: number(field("number_of_reviews")).unwrap_or(0),
        host_name: field("host_name").to_owned(),
        registration: field("license").to_owned(),
    };
    Ok(if columns.kind == Kind::Summary {
        with_facts_of_name(home)
    } else {
        home
    })
}

fn joined(description: &str, neighbourhood: &str) -> String {
    match (description, neighbourhood) {
        (text, "") | ("", text) => text.to_owned(),
        (description, neighbourhood) => format!("{description}<br><br>{neighbourhood}"),
    }
}

fn point(latitude: &str, longitude: &str) -> Result<Point, String> {
    if latitude.is_empty() || longitude.is_empty() {
        return Err("it has no place".into());
    }
    let degrees =
        |text: &str, most: f64| text.parse::<f64>().ok().filter(|value| value.abs() <= most);
    match (degrees(latitude, 90.0), degrees(longitude, 180.0)) {
        // Where the equator meets Greenwich there is only water: the file says "unknown" with two zeros.
        (Some(latitude), Some(longitude)) if latitude != 0.0 || longitude != 0.0 => Ok(Point {
            latitude,
            longitude,
        }),
        _ => Err(format!(
            "its place is no place on Earth: {latitude}, {longitude}"
        )),
    }
}

/// "$1,234.50", "1234" and the like, in ten-thousandths of a major unit. The sign proves no currency.
fn price(text: &str) -> Result<i64, String> {
    if text.is_empty() {
        return Err("it has no price".into());
    }
    let amount = text
        .trim_start_matches(|c: char| !c.is_ascii_digit() && c != '-')
        .replace(',', "");
    let (major, fraction) = amount.split_once('.').unwrap_or((&amount, ""));
    let digits = |text: &str| text.chars().all(|c| c.is_ascii_digit());
    let padded = format!("{fraction:0<4}");
    let usable = !major.is_empty()
        && digits(major)
        && digits(fraction)
        && major.len() <= 9
        && fraction.len() <= 4;
    let parts = (
        usable.then(|| major.parse::<i64>().ok()).flatten(),
        padded.parse::<i64>().ok(),
    );
    match parts {
        (Some(major), Some(fraction)) if major + fraction > 0 => Ok(major * 10_000 + fraction),
        _ => Err(format!("its price is no usable amount: {text}")),
    }
}

fn kind(text: &str) -> Result<RoomKind, String> {
    match text.to_ascii_lowercase().as_str() {
        "entire home/apt" => Ok(RoomKind::EntireHome),
        "private room" => Ok(RoomKind::PrivateRoom),
        "shared room" => Ok(RoomKind::SharedRoom),
        "hotel room" => Ok(RoomKind::HotelRoom),
        "" => Err("it does not say what kind of room it is".into()),
        _ => Err(format!("its kind of room is unknown: {text}")),
    }
}

/// "2", "2.0"; nothing that is not whole.
fn number(text: &str) -> Option<u32> {
    text.split_once('.')
        .map_or(text, |(whole, _)| whole)
        .parse()
        .ok()
}

/// "1.5 shared baths" is 3, "Half-bath" is 1, "2.0" is 4.
fn half_baths(text: &str) -> Option<u32> {
    let first = text.split_whitespace().next()?;
    match first.parse::<f32>() {
        Ok(baths) if (0.0..=100.0).contains(&baths) => Some((baths * 2.0).round() as u32),
        _ => text.to_ascii_lowercase().contains("half-bath").then_some(1),
    }
}

fn hundredths(rating: f64) -> Option<i32> {
    (0.0..=5.0)
        .contains(&rating)
        .then(|| (rating * 100.0).round() as i32)
        .filter(|rating| *rating > 0)
}

/// Summary files of 2023 and 2024 say in the name what they have no columns for:
/// "Rental unit in Edinburgh · ★4.71 · 2 bedrooms · 3 beds · 1.5 baths".
fn with_facts_of_name(mut home: SourceHome) -> SourceHome {
    let name = home.name.clone();
    let mut parts = name.split(" · ");
    let title = parts.next().unwrap_or_default();
    let facts: Vec<&str> = parts.collect();
    let is_fact = |text: &&str| {
        text.starts_with('★') || *text == "Studio" || text.starts_with(|c: char| c.is_ascii_digit())
    };
    if !facts.iter().any(is_fact) {
        return home;
    }
    for fact in facts {
        if let Some(rating) = fact.strip_prefix('★') {
            home.rating = rating.parse().ok().and_then(hundredths);
        } else if fact == "Studio" {
            home.bedrooms = Some(0);
        } else if fact.contains("bedroom") {
            home.bedrooms = fact.split(' ').next().and_then(number);
        } else if fact.contains("bath") {
            home.half_baths = half_baths(fact);
        } else if fact.contains("bed") {
            home.beds = fact
                .split(' ')
                .next()
                .and_then(number)
                .filter(|beds| *beds > 0);
        }
    }
    home.property_type = title.split(" in ").next().unwrap_or_default().to_owned();
    home.name = title.to_owned();
    home
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prices_are_read_without_believing_their_sign() {
        for (text, expected) in [
            ("$145.00", 1_450_000),
            ("1,234.5", 12_345_000),
            ("99", 990_000),
            ("¥12,000", 120_000_000),
        ] {
            assert_eq!(price(text), Ok(expected), "{text}");
        }
        for text in [
            "",
            "$0.00",
            "-5",
            "$-5.00",
            "free",
            "$",
            "1.2.3",
            "99999999999",
        ] {
            assert!(price(text).is_err(), "{text}");
        }
    }

    #[test]
    fn places_must_be_on_earth() {
        assert!(point("55.95", "-3.19").is_ok());
        for (latitude, longitude) in [
            ("", "-3"),
            ("0", "0.0"),
            ("91", "0"),
            ("north", "west"),
            ("NaN", "1"),
        ] {
            assert!(
                point(latitude, longitude).is_err(),
                "{latitude}, {longitude}"
            );
        }
    }

    #[test]
    fn bathrooms_are_counted_in_halves() {
        for (text, expected) in [
            ("1.5 shared baths", Some(3)),
            ("Half-bath", Some(1)),
            ("Shared half-bath", Some(1)),
            ("0 baths", Some(0)),
            ("2.0", Some(4)),
            ("", None),
        ] {
            assert_eq!(half_baths(text), expected, "{text}");
        }
    }
}
