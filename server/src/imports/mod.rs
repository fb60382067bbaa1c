//! Bringing in homes from elsewhere, and what they share with the demo: places, amenities, rates, recommended order.

pub mod amenities;
pub mod countries;
pub mod gazetteer;
mod ids;
pub mod inside_airbnb;
pub mod places;
pub mod ranking;
pub mod rates;
mod texts;
mod timezones;
