//! What a visitor may know of a listing: never its address, exact position or arrival notes.

use chrono::NaiveDate;
use domain::{
    Money, Quote, Stay,
    cancellation::{Policy, Step},
    listings::{Kind, Property},
};
use sea_orm::FromQueryResult;
use uuid::Uuid;

use crate::{photos::Picture, reviews::ReviewView, search::Rating};

/// One listing as its page shows it.
#[derive(Debug, Clone)]
pub struct ListingView {
    pub id: Uuid,
    pub title: String,
    /// Plain text; paragraphs are separated by line breaks.
    pub description: String,
    pub kind: Kind,
    pub property: Property,
    pub place: Where,
    pub capacity: u32,
    pub bedrooms: u32,
    pub beds: u32,
    /// Baths times two: 3 is one and a half.
    pub half_baths: u32,
    /// Per night of the shortest stay, mandatory charges included.
    pub per_night: Money,
    pub min_nights: u32,
    pub max_nights: u32,
    /// Minutes since midnight, at the listing.
    pub check_in_from: u32,
    pub check_in_until: u32,
    pub check_out_by: u32,
    /// A stay can begin today until then; minutes since midnight, at the listing.
    pub cutoff: u32,
    pub policy: Policy,
    pub instant_book: bool,
    pub house_rules: String,
    /// The licence of the home itself, as hosts must show it in some cities.
    pub registration: Option<String>,
    pub rating: Option<Rating>,
    /// To be labelled as the source's.
    pub source_rating: Option<Rating>,
    /// Set for an imported home, which is a sample.
    pub source: Option<Source>,
    pub host: HostView,
    /// The newest come first; at most thirty.
    pub reviews: Vec<ReviewView>,
    pub amenities: Vec<AmenityView>,
    /// In their order; never empty: what has no photo of its own is drawn.
    pub photos: Vec<Picture>,
    /// Thirteen months from today's.
    pub calendar: Vec<Month>,
    /// Today at the listing.
    pub today: NaiveDate,
    /// The last day on which a stay can begin.
    pub last_check_in: NaiveDate,
    pub availability: Availability,
    /// What was asked for; `None` without dates.
    pub chosen: Option<Chosen>,
}

/// Whether stays can be booked at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Availability {
    Bookable,
    /// Not taking bookings now.
    Paused,
    /// The viewer is its host.
    Own,
}

/// Where it lies, as exactly as a stranger may know.
#[derive(Debug, Clone)]
pub struct Where {
    pub neighbourhood: Option<String>,
    pub city: String,
    pub country: String,
    pub country_code: String,
    /// A point within about 500 m of the home, the same at each look.
    pub near_latitude: f64,
    pub near_longitude: f64,
    /// IANA name.
    pub timezone: String,
}

impl Where {
    /// "Leith, Edinburgh, United Kingdom"
    pub fn label(&self) -> String {
        let parts = self.neighbourhood.iter().chain([&self.city, &self.country]);
        parts.map(String::as_str).collect::<Vec<_>>().join(", ")
    }
}

/// Where an imported home comes from.
#[derive(Debug, Clone)]
pub struct Source {
    /// "Inside Airbnb"
    pub name: String,
    pub licence: Option<String>,
    pub url: Option<String>,
}

#[derive(Debug, Clone)]
pub struct HostView {
    /// A first name; empty when the source of an imported home gives none.
    pub name: String,
    /// What they say of themselves; `None` for imported homes.
    pub about: Option<String>,
    /// When they joined; `None` for imported homes.
    pub since: Option<NaiveDate>,
    /// Their published homes here; 0 for imported homes.
    pub listings: u32,
}

#[derive(Debug, Clone, FromQueryResult)]
pub struct AmenityView {
    pub slug: String,
    pub name: String,
    pub icon: String,
}

#[derive(Debug, Clone)]
pub struct Month {
    /// Its first day.
    pub first: NaiveDate,
    /// "November 2026"
    pub label: String,
    /// Every day of it.
    pub days: Vec<Day>,
}

#[derive(Debug, Clone, Copy)]
pub struct Day {
    pub date: NaiveDate,
    pub state: DayState,
    /// A stay of the shortest length can begin on it.
    pub arrival: bool,
}

/// Of the night that begins on the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayState {
    Free,
    Taken,
    Past,
    /// Further ahead than stays can be booked.
    TooFar,
}

/// The stay that was asked for, and what came of it.
#[derive(Debug, Clone)]
pub struct Chosen {
    pub stay: Stay,
    pub guests: u32,
    /// What it costs; also when it cannot be booked, if it can be priced.
    pub quote: Option<Quote>,
    /// Why it cannot be booked; `DatesTaken` carries the nearest free stays of the same length.
    pub refusal: Option<domain::Error>,
    /// What comes back when the guest cancels, as if confirmed now; empty when refused.
    pub cancellation: Vec<Step>,
}
