//! Where a file's homes go: city, country, currency and time zone, from the options or else from what the file proves.

use std::collections::HashMap;

use chrono_tz::Tz;
use domain::Currency;

use super::{
    Options, refused,
    survey::{Survey, middle},
};
use crate::{
    Result,
    imports::{
        countries::{Country, country},
        gazetteer::{self, City, Point},
        places::Place,
        timezones::timezone_at,
    },
};

/// The homes of a file belong to the known city that lies within this many kilometres of their middle.
const NEAR: f64 = 40.0;
/// A home farther than this from the middle of its city is not in it.
pub const FAR: f64 = 150.0;

/// What all homes of one file share.
pub struct Destination {
    pub country: Place,
    pub city: Place,
    /// By the source's name.
    pub neighbourhoods: HashMap<String, Place>,
    pub centre: Point,
    pub currency: Currency,
    /// As given; without it each home's is found from its coordinates.
    pub timezone: Option<Tz>,
    /// For homes whose coordinates lie in no zone.
    pub city_timezone: Tz,
}

impl Destination {
    /// # Errors
    /// One sentence that names the option to give: nothing is guessed.
    pub fn decide(options: &Options, survey: &Survey) -> Result<Self> {
        let middle = survey
            .middle
            .ok_or_else(|| refused(format!("{} has no usable row.", options.file.display())))?;
        let (name, country, centre) = place(options, middle)?;
        let currency = currency(options, country)?;
        let timezone = options.timezone.as_deref().map(timezone).transpose()?;
        let city_timezone = timezone.or_else(|| timezone_at(centre)).ok_or_else(|| {
            refused(format!(
                "No time zone is known where {name} lies: name it with --timezone."
            ))
        })?;
        let country = Place::country(country, centre);
        let city = country.city(&name, centre, city_timezone);
        let neighbourhoods = neighbourhoods(survey, &city, centre);
        Ok(Self {
            country,
            city,
            neighbourhoods,
            centre,
            currency,
            timezone,
            city_timezone,
        })
    }

    /// All places, those around others first.
    pub fn places(&self) -> Vec<Place> {
        let mut places = vec![self.country.clone(), self.city.clone()];
        places.extend(self.neighbourhoods.values().cloned());
        places
    }
}

/// The city's name, its country, and its middle.
fn place(options: &Options, middle: Point) -> Result<(String, Country, Point)> {
    let given = options.country.as_deref().map(named_country).transpose()?;
    let known = match options.city.as_deref() {
        Some(name) => gazetteer::named(name, given.map(|country| country.code), middle),
        None => gazetteer::nearest(middle, NEAR),
    };
    match (options.city.as_deref(), known, given) {
        (None, Some(City { country, .. }), Some(given)) if country != given => {
            Err(refused(format!(
                "The homes lie around {}, in {}, not in {}: name the city with --city.",
                shown(middle),
                country.name,
                given.name
            )))
        }
        (_, Some(city), _) => Ok((city.name.to_owned(), city.country, city.centre)),
        (Some(name), None, Some(country)) => Ok((domain::text::line(name), country, middle)),
        (Some(name), None, None) => Err(refused(format!(
            "In which country is {name}? Name it with --country."
        ))),
        (None, None, _) => Err(refused(format!(
            "The homes lie around {}, where no city is known here: name it with --city and --country.",
            shown(middle)
        ))),
    }
}

fn named_country(text: &str) -> Result<Country> {
    country(text).ok_or_else(|| {
        refused(format!(
            "“{text}” is no country: write its name in English, or its code such as GB."
        ))
    })
}

fn currency(options: &Options, country: Country) -> Result<Currency> {
    Currency::parse(options.currency.as_deref().unwrap_or(country.currency)).map_err(|_| {
        match &options.currency {
            Some(given) => refused(format!(
                "“{given}” is no currency: write its code, such as GBP."
            )),
            None => refused(format!(
                "In which currency are these prices? {} does not tell: use --currency.",
                country.name
            )),
        }
    })
}

fn timezone(text: &str) -> Result<Tz> {
    text.parse().map_err(|_| {
        refused(format!(
            "“{text}” is no time zone: write it as in Europe/London."
        ))
    })
}

fn neighbourhoods(survey: &Survey, city: &Place, centre: Point) -> HashMap<String, Place> {
    let place = |(name, points): (&String, &Vec<Point>)| {
        let near: Vec<Point> = points
            .iter()
            .copied()
            .filter(|point| point.distance(centre) <= FAR)
            .collect();
        Some((
            name.clone(),
            city.neighbourhood(&domain::text::line(name), middle(&near)?),
        ))
    };
    survey.neighbourhoods.iter().filter_map(place).collect()
}

fn shown(point: Point) -> String {
    format!("{:.3}, {:.3}", point.latitude, point.longitude)
}
