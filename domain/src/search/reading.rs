//! A search from the parameters of a URL.

use chrono::NaiveDate;

use super::{MOST_GUESTS, SearchQuery, Sort};
use crate::{Error, FieldError, Stay, error::keep, listings::Kind, stays::parse_date, text};

const LONGEST_PLACE: usize = 100;
const MOST_AMENITIES: usize = 20;
const HIGHEST_PRICE: i64 = 1_000_000;
const LONGEST_CURSOR: usize = 200;

/// The dates as they stand in the URL: one alone is not a stay yet.
#[derive(Default)]
struct Dates {
    check_in: Option<NaiveDate>,
    check_out: Option<NaiveDate>,
    refused: bool,
}

impl SearchQuery {
    /// Reads decoded parameters. What cannot be understood is left out and told at its field; empty parameters, which
    /// plain forms send, and unknown ones, which others add to links, are passed over.
    pub fn from_pairs<'a>(
        pairs: impl Iterator<Item = (&'a str, &'a str)>,
    ) -> (SearchQuery, Vec<FieldError>) {
        let mut query = SearchQuery::default();
        let mut dates = Dates::default();
        let mut refused = Vec::new();
        for (name, value) in pairs
            .map(|(name, value)| (name, value.trim()))
            .filter(|(_, value)| !value.is_empty())
        {
            read(&mut query, &mut dates, &mut refused, name, value);
        }
        query.stay = keep(&mut refused, dates.stay()).flatten();
        query.tidy(&mut refused);
        (query, refused)
    }

    /// One order for one meaning, and bounds that fit each other.
    fn tidy(&mut self, refused: &mut Vec<FieldError>) {
        self.kinds.sort();
        self.kinds.dedup();
        self.amenities.sort();
        self.amenities.dedup();
        self.amenities.truncate(MOST_AMENITIES);
        if self
            .min_price
            .zip(self.max_price)
            .is_some_and(|(min, max)| min > max)
        {
            refused.push(FieldError::new(
                "max_price",
                "The highest price must not be below the lowest.",
            ));
            self.max_price = None;
        }
    }
}

impl Dates {
    fn stay(&self) -> Result<Option<Stay>, Error> {
        match (self.check_in, self.check_out) {
            (Some(check_in), Some(check_out)) => Stay::new(check_in, check_out).map(Some),
            (Some(_), None) if !self.refused => {
                Err(Error::field("check_out", "Choose a check-out date too."))
            }
            (None, Some(_)) if !self.refused => {
                Err(Error::field("check_in", "Choose a check-in date too."))
            }
            _ => Ok(None),
        }
    }

    fn read(
        &mut self,
        refused: &mut Vec<FieldError>,
        field: &'static str,
        value: &str,
    ) -> Option<NaiveDate> {
        let date = keep(refused, parse_date(field, value));
        self.refused |= date.is_none();
        date
    }
}

fn read(
    query: &mut SearchQuery,
    dates: &mut Dates,
    refused: &mut Vec<FieldError>,
    name: &str,
    value: &str,
) {
    match name {
        "where" => {
            query.place = text::line(value)
                .chars()
                .take(LONGEST_PLACE)
                .collect::<String>()
                .trim_end()
                .to_owned()
        }
        "check_in" => dates.check_in = dates.read(refused, "check_in", value),
        "check_out" => dates.check_out = dates.read(refused, "check_out", value),
        "guests" => query.guests = keep(refused, guests(value)).unwrap_or(1),
        "kind" => query.kinds.extend(keep(refused, kind(value))),
        "min_price" => query.min_price = keep(refused, price("min_price", value)),
        "max_price" => query.max_price = keep(refused, price("max_price", value)),
        "amenity" if is_slug(value) => query.amenities.push(value.to_owned()),
        "amenity" => refused.push(FieldError::new("amenity", "There is no such amenity.")),
        "sort" => query.sort = Sort::parse(value).unwrap_or(Sort::Recommended),
        "after" => query.after = Some(value.to_owned()).filter(|cursor| is_cursor(cursor)),
        _ => {}
    }
}

fn guests(value: &str) -> Result<u32, Error> {
    match value.parse() {
        Ok(guests @ 1..=MOST_GUESTS) => Ok(guests),
        _ => Err(Error::field(
            "guests",
            format!("Choose 1 to {MOST_GUESTS} guests."),
        )),
    }
}

fn kind(value: &str) -> Result<Kind, Error> {
    Kind::parse(value).ok_or_else(|| Error::field("kind", "There is no such kind of home."))
}

fn price(field: &'static str, value: &str) -> Result<i64, Error> {
    match value.parse() {
        Ok(price @ 0..=HIGHEST_PRICE) => Ok(price),
        _ => Err(Error::field(field, "Give the price as a whole number.")),
    }
}

fn is_slug(value: &str) -> bool {
    value.len() <= 60
        && value
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-' || b == b'_')
}

fn is_cursor(value: &str) -> bool {
    value.len() <= LONGEST_CURSOR
        && value
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b"-_.~".contains(&b))
}
