//! A home as clients of the API say it: five fields, numbers as numbers, and a price in major units.

use super::texts::{LONGEST_DESCRIPTION, LONGEST_TITLE};
use crate::{Currency, Error, Result, error::Name, text};

/// Above every price of a night, in major units of any currency.
const HIGHEST: f64 = 1_000_000_000.0;

/// One line of 1 to 100 characters; refused at `title`.
pub fn title(typed: &str) -> Result<String> {
    let title = text::line(typed);
    match title.chars().count() {
        0 => Err(Error::field("title", "Give the home a title.")),
        1..=LONGEST_TITLE => Ok(title),
        _ => {
            let sentence = format!("A title can be at most {LONGEST_TITLE} characters.");
            Err(Error::field("title", sentence))
        }
    }
}

/// Lines, or nothing; refused at `description` when it is too long.
pub fn description(typed: &str) -> Result<String> {
    let description = text::lines(typed);
    if description.chars().count() > LONGEST_DESCRIPTION {
        let sentence = format!("A description can be at most {LONGEST_DESCRIPTION} characters.");
        return Err(Error::field("description", sentence));
    }
    Ok(description)
}

/// The price of a night in minor units, rounded to the nearest that a card can be charged; refused at `price` when that is nothing,
/// or more than any home costs.
pub fn nightly(major: f64, currency: Currency) -> Result<i64> {
    // Cards take no thousandths.
    let step = if currency.decimals() == 3 { 10 } else { 1 };
    let steps = currency.minor_per_major() / step;
    if !(major > 0.0 && major <= HIGHEST) {
        return Err(priced());
    }
    // At most a billion times a thousand: far within both kinds of number.
    match (major * steps as f64).round() as i64 * step {
        0 => Err(priced()),
        minor => Ok(minor),
    }
}

fn priced() -> Error {
    Error::field(
        "price",
        "A night must cost more than nothing, and at most 1,000,000,000.",
    )
}

/// Degrees; each refused at its field when it is not on Earth.
pub fn latitude(degrees: f64) -> Result<f64> {
    on_earth("latitude", degrees, 90.0)
}

/// See [`latitude`].
pub fn longitude(degrees: f64) -> Result<f64> {
    on_earth("longitude", degrees, 180.0)
}

fn on_earth(field: Name, degrees: f64, most: f64) -> Result<f64> {
    if degrees.abs() <= most {
        return Ok(degrees);
    }
    Err(Error::field(
        field,
        format!("Give degrees from −{most} to {most}."),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn in_currency(major: f64, code: &str) -> Option<i64> {
        nightly(major, Currency::parse(code).expect("a currency")).ok()
    }

    #[test]
    fn a_price_is_rounded_to_what_a_card_can_be_charged() {
        assert_eq!(in_currency(19.99, "USD"), Some(1_999));
        assert_eq!(in_currency(33.333, "USD"), Some(3_333));
        assert_eq!(in_currency(12_000.4, "JPY"), Some(12_000));
        assert_eq!(in_currency(12.345, "KWD"), Some(12_350));
        assert_eq!(in_currency(0.006, "USD"), Some(1));
        for refused in [0.004, 0.0, -1.0, f64::NAN, f64::INFINITY, 1e300] {
            assert_eq!(in_currency(refused, "USD"), None, "{refused}");
        }
    }

    #[test]
    fn every_point_on_earth_is_taken_and_no_other() {
        assert!(latitude(-90.0).is_ok() && longitude(180.0).is_ok());
        for degrees in [90.01, -91.0, f64::NAN] {
            assert_eq!(latitude(degrees).unwrap_err().fields()[0].field, "latitude");
        }
        assert_eq!(
            longitude(-180.5).unwrap_err().fields()[0].field,
            "longitude"
        );
    }

    #[test]
    fn a_title_says_something_and_a_description_may_say_nothing() {
        assert!(title(" \u{200b}\n").is_err() && title(&"é".repeat(101)).is_err());
        assert_eq!(title(" 7\tShore ").unwrap(), "7 Shore");
        assert_eq!(description("").unwrap(), "");
        assert!(description(&"x".repeat(8_001)).is_err());
    }
}
