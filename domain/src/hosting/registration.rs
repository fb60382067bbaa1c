//! Where short lets must be registered, and how the number is called there.

use crate::places::fold;

/// A place that asks hosts for a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Registration {
    /// Where the rule holds: "Scotland".
    pub place: &'static str,
    /// What the number is called there, within a sentence.
    pub number: &'static str,
}

/// What is known of places that demand a number on every offer. Country, then region or city (folded) or "" for all of
/// the country.
#[rustfmt::skip]
const PLACES: &[(&str, &str, Registration)] = &[
    ("AE", "dubai", Registration { place: "Dubai", number: "holiday home permit number" }),
    ("AT", "vienna", Registration { place: "Vienna", number: "registration number" }),
    ("BE", "brussels", Registration { place: "Brussels", number: "registration number" }),
    ("CA", "qc", Registration { place: "Quebec", number: "CITQ number" }),
    ("CA", "toronto", Registration { place: "Toronto", number: "registration number" }),
    ("CA", "vancouver", Registration { place: "Vancouver", number: "licence number" }),
    ("DE", "berlin", Registration { place: "Berlin", number: "registration number" }),
    ("DE", "cologne", Registration { place: "Cologne", number: "Wohnraum-Identitätsnummer" }),
    ("DE", "hamburg", Registration { place: "Hamburg", number: "Wohnraumschutznummer" }),
    ("DE", "munich", Registration { place: "Munich", number: "registration number" }),
    ("ES", "", Registration { place: "Spain", number: "registration number" }),
    ("FR", "bordeaux", Registration { place: "Bordeaux", number: "registration number" }),
    ("FR", "lyon", Registration { place: "Lyon", number: "registration number" }),
    ("FR", "marseille", Registration { place: "Marseille", number: "registration number" }),
    ("FR", "nice", Registration { place: "Nice", number: "registration number" }),
    ("FR", "paris", Registration { place: "Paris", number: "registration number" }),
    ("GB", "scotland", Registration { place: "Scotland", number: "short-term let licence number" }),
    ("GR", "", Registration { place: "Greece", number: "AMA number" }),
    ("IT", "", Registration { place: "Italy", number: "CIN" }),
    ("JP", "", Registration { place: "Japan", number: "minpaku or hotel licence number" }),
    ("NL", "amsterdam", Registration { place: "Amsterdam", number: "registration number" }),
    ("NL", "the hague", Registration { place: "The Hague", number: "registration number" }),
    ("PT", "", Registration { place: "Portugal", number: "AL number" }),
    ("SG", "", Registration { place: "Singapore", number: "URA permission number" }),
    ("US", "boston", Registration { place: "Boston", number: "registration number" }),
    ("US", "chicago", Registration { place: "Chicago", number: "registration number" }),
    ("US", "los angeles", Registration { place: "Los Angeles", number: "home-sharing registration number" }),
    ("US", "new orleans", Registration { place: "New Orleans", number: "permit number" }),
    ("US", "new york", Registration { place: "New York", number: "OSE registration number" }),
    ("US", "san francisco", Registration { place: "San Francisco", number: "registration number" }),
    ("US", "seattle", Registration { place: "Seattle", number: "licence number" }),
];

/// What the place of a home demands; `None` where nothing is known to be. The region is the gazetteer's: "Scotland".
pub fn registration(country_code: &str, region: &str, city: &str) -> Option<Registration> {
    let (region, city) = (fold(region), fold(city));
    PLACES
        .iter()
        .find(|(code, place, _)| {
            *code == country_code && (place.is_empty() || *place == region || *place == city)
        })
        .map(|(_, _, registration)| *registration)
}
