//! From what a host typed to a city, a point on Earth and a time zone.

use chrono_tz::Tz;
use domain::{FieldError, Result, hosting::Place, places::fold};

use crate::imports::{
    countries::{Country, country},
    gazetteer::{self, City, Point},
    timezones::timezone_at,
};

/// A home farther than this from the middle of its city is not in it, in kilometres.
const FAR: f64 = 100.0;

/// Where a home is.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Found {
    pub city: String,
    pub country: Country,
    pub centre: Point,
    pub point: Point,
    pub timezone: Tz,
}

/// The city in which the home already is.
pub(super) struct Here {
    pub city: String,
    pub country: Country,
    pub centre: Point,
}

/// Finds the place. Refuses, at `city`, one that is not known or that several are called, and at `latitude` a point that
/// lies elsewhere. Reads large tables: not for the async threads.
pub(super) fn find(typed: &Place, here: Option<&Here>) -> Result<Found> {
    let given = typed.point.map(|(latitude, longitude)| Point {
        latitude,
        longitude,
    });
    let here =
        here.filter(|here| typed.city_choice.is_none() && fold(&here.city) == fold(&typed.city));
    let (city, country, centre) = match here {
        Some(here) => (here.city.clone(), here.country, here.centre),
        None => city(typed, given)?,
    };
    let point = given.unwrap_or(centre);
    let distance = point.distance(centre);
    if distance > FAR {
        return Err(refused(
            "latitude",
            format!(
                "This lies {distance:.0} km from {city}. Correct it, or leave latitude and longitude empty for the middle of \
                 {city}."
            ),
        ));
    }
    let timezone = timezone_at(point).or_else(|| timezone_at(centre));
    let timezone = timezone.ok_or_else(|| {
        refused(
            "latitude",
            "No time zone is known there. Is the point on land?".to_owned(),
        )
    })?;
    Ok(Found {
        city,
        country,
        centre,
        point,
        timezone,
    })
}

/// Finds what lies around a point of which nothing else is said: anywhere on Earth, in the city in which the home already is when
/// that is not far. Reads large tables: not for the async threads.
pub(super) fn around(point: Point, here: Option<&Here>) -> Result<Found> {
    let here = here.filter(|here| here.centre.distance(point) <= FAR);
    let place = match here {
        Some(here) => Some((here.city.clone(), here.country, here.centre)),
        None => gazetteer::nearest(point, FAR)
            .or_else(|| gazetteer::closest(point))
            .map(known),
    };
    let nowhere = || refused("latitude", "No city is known there.".to_owned());
    let (city, country, centre) = place.ok_or_else(nowhere)?;
    let timezone = timezone_at(point).or_else(|| timezone_at(centre));
    Ok(Found {
        city,
        country,
        centre,
        point,
        timezone: timezone.unwrap_or(Tz::UTC),
    })
}

fn city(typed: &Place, given: Option<Point>) -> Result<(String, Country, Point)> {
    if let Some(city) = chosen(typed) {
        return Ok(known(city));
    }
    let called = gazetteer::called(&typed.city);
    match (called.as_slice(), given) {
        ([only], _) => Ok(known(*only)),
        ([], Some(point)) => unknown(&typed.city, point),
        ([], None) => Err(not_known(&typed.city)),
        (several, Some(point)) => nearest(several, point)
            .map(known)
            .ok_or_else(|| choose(typed)),
        (_, None) => Err(choose(typed)),
    }
}

/// The one that was chosen of those that were offered for this very name.
fn chosen(typed: &Place) -> Option<City> {
    let id = typed.city_choice?;
    let offered = gazetteer::search(&typed.city);
    offered.into_iter().find(|city| city.id == id)
}

fn known(city: City) -> (String, Country, Point) {
    (city.name.to_owned(), city.country, city.centre)
}

fn nearest(several: &[City], point: Point) -> Option<City> {
    let far = |city: &City| city.centre.distance(point);
    let near = several.iter().filter(|city| far(city) <= FAR);
    near.min_by(|a, b| far(a).total_cmp(&far(b))).copied()
}

/// A village that is on no list, in the country that was named with it or that lies all around.
fn unknown(typed: &str, point: Point) -> Result<(String, Country, Point)> {
    let mut parts = typed.splitn(2, ',').map(domain::text::line);
    let name = parts.next().unwrap_or_default();
    let named = parts.next().filter(|named| !named.is_empty());
    let around = gazetteer::countries_around(point);
    let country = match named {
        Some(named) => country(&named).ok_or_else(|| {
            refused(
                "city",
                format!("“{named}” is no country: write its name in English."),
            )
        })?,
        None => match around.as_slice() {
            [only] => *only,
            several => {
                let such = several.first().map_or("Portugal", |country| country.name);
                let sentence =
                    format!("We do not know {name}. Add its country, such as “{name}, {such}”.");
                return Err(refused("city", sentence));
            }
        },
    };
    Ok((name, country, point))
}

fn not_known(typed: &str) -> domain::Error {
    let sentence = match gazetteer::search(typed).is_empty() {
        true => format!(
            "We do not know “{typed}”. Check the spelling, or add latitude and longitude: then any village will do."
        ),
        false => format!("We do not know “{typed}”. Choose one of these, or check the spelling."),
    };
    refused("city", sentence)
}

fn choose(typed: &Place) -> domain::Error {
    refused(
        "city",
        format!("Several places are called {}. Choose one.", typed.city),
    )
}

fn refused(field: &'static str, sentence: String) -> domain::Error {
    domain::Error::Invalid(vec![FieldError::new(field, sentence)])
}
