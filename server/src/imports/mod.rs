//! Bringing in homes from elsewhere, and what they share with the demo: places, amenities, rates, recommended order.

pub mod amenities;
pub mod countries;
pub mod gazetteer;
mod ids;
pub mod inside_airbnb;
pub mod legacy;
pub mod places;
pub mod ranking;
pub mod rates;
pub(crate) mod texts;
pub(crate) mod timezones;

/// How people call the source whose word stands in `listings.source`.
pub fn source_name(word: &str) -> &str {
    match word {
        inside_airbnb::SOURCE => "Inside Airbnb",
        other => other,
    }
}
