//! The demo's homes, city by city, as their hosts describe them.

mod amman;
mod auckland;
mod buenos_aires;
mod cape_town;
mod copenhagen;
mod edinburgh;
mod hoi_an;
mod istanbul;
mod kyoto;
mod lisbon;
mod marrakech;
mod mexico_city;
mod montreal;
mod tariffs;

use chrono_tz::Tz;
use domain::{
    cancellation::Policy,
    listings::{Kind, Property},
};
use uuid::Uuid;

use super::{
    cast::{AILSA, Person},
    ids,
};

pub use tariffs::tariff;

/// Every city of the demo.
pub const TOWNS: [&Town; 13] = [
    &edinburgh::TOWN,
    &lisbon::TOWN,
    &copenhagen::TOWN,
    &istanbul::TOWN,
    &amman::TOWN,
    &marrakech::TOWN,
    &cape_town::TOWN,
    &kyoto::TOWN,
    &hoi_an::TOWN,
    &auckland::TOWN,
    &buenos_aires::TOWN,
    &mexico_city::TOWN,
    &montreal::TOWN,
];

/// A city with homes in it.
pub struct Town {
    pub name: &'static str,
    /// ISO 3166.
    pub country: &'static str,
    /// ISO 4217: all amounts of the town's homes are in its minor units.
    pub currency: &'static str,
    pub timezone: Tz,
    /// Latitude and longitude of the middle.
    pub centre: (f64, f64),
    /// Name, latitude and longitude.
    pub neighbourhoods: &'static [(&'static str, f64, f64)],
    /// How many of a hundred nights are booked, from January to December.
    pub busy: [u8; 12],
    pub homes: &'static [Home],
}

/// A home as its host would enter it.
pub struct Home {
    /// Stable: the home's id follows from it.
    pub key: &'static str,
    pub host: &'static Person,
    pub title: &'static str,
    /// Paragraphs.
    pub description: &'static [&'static str],
    pub kind: Kind,
    pub property: Property,
    /// One of the town's.
    pub neighbourhood: &'static str,
    pub address: &'static str,
    /// Latitude and longitude.
    pub point: (f64, f64),
    pub capacity: u32,
    pub bedrooms: u32,
    pub beds: u32,
    /// Bathrooms times two.
    pub half_baths: u32,
    /// Minor units.
    pub nightly: i64,
    /// Minor units.
    pub cleaning_fee: i64,
    pub season: Option<Season>,
    pub min_nights: u32,
    pub max_nights: u32,
    /// Hours of the day, from and until.
    pub check_in: (u32, u32),
    /// Hour of the day.
    pub check_out: u32,
    /// Hour of the day until which a stay may begin today.
    pub cutoff: u32,
    pub policy: Policy,
    /// Slugs of the catalogue, with spaces between them.
    pub amenities: &'static str,
    pub house_rules: &'static str,
    /// Only for guests with a confirmed stay.
    pub arrival_notes: &'static str,
}

/// Another price in some weeks of each year.
pub struct Season {
    /// Month and day of the first night.
    pub from: (u32, u32),
    /// Month and day of the last night.
    pub to: (u32, u32),
    /// Minor units.
    pub nightly: i64,
}

impl Home {
    /// The same in every database.
    pub fn id(&self) -> Uuid {
        ids::of("home", self.key)
    }
}

/// Where most homes agree.
const USUAL: Home = Home {
    key: "",
    host: &AILSA,
    title: "",
    description: &[],
    kind: Kind::EntireHome,
    property: Property::Apartment,
    neighbourhood: "",
    address: "",
    point: (0.0, 0.0),
    capacity: 2,
    bedrooms: 1,
    beds: 1,
    half_baths: 2,
    nightly: 0,
    cleaning_fee: 0,
    season: None,
    min_nights: 1,
    max_nights: 28,
    check_in: (15, 21),
    check_out: 11,
    cutoff: 18,
    policy: Policy::Moderate,
    amenities: "",
    house_rules: "",
    arrival_notes: "",
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::imports::{gazetteer::Point, timezones::timezone_at};

    #[test]
    fn homes_have_the_time_of_their_coordinates() {
        for town in TOWNS {
            for home in town.homes {
                let (latitude, longitude) = home.point;
                let found = timezone_at(Point {
                    latitude,
                    longitude,
                });
                assert_eq!(found, Some(town.timezone), "{}", home.key);
            }
        }
    }
}
