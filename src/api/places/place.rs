//! A place as it is answered.

use chrono::{DateTime, Utc};
use serde::Serialize;
use server::listings::{Entry, Offered};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::api::{money::major, reviews::Review};

/// A home.
#[derive(Debug, Serialize, ToSchema)]
pub struct Place {
    pub id: Uuid,
    pub title: String,
    pub description: String,
    /// Of a usual night, in major units; cleaning, fees and taxes come on top. A quote says what a stay costs.
    pub price: f64,
    /// The same in minor units.
    pub price_minor: i64,
    /// ISO 4217.
    pub currency: String,
    pub latitude: f64,
    pub longitude: f64,
    /// Null for samples, which belong to nobody.
    pub owner_id: Option<Uuid>,
    pub amenities: Vec<AmenityName>,
    /// The newest come first.
    pub reviews: Vec<Review>,
    /// `published`, `paused` or, for its owner, `draft`.
    pub status: String,
    /// `entire_home`, `private_room`, `shared_room` or `hotel_room`; null while a draft does not say.
    pub kind: Option<String>,
    pub property: Option<String>,
    pub neighbourhood: Option<String>,
    pub city: Option<String>,
    pub country: Option<String>,
    /// IANA name: a stay's dates are days there.
    pub timezone: String,
    pub max_guests: u32,
    pub bedrooms: u32,
    pub beds: u32,
    pub bathrooms: f64,
    pub min_nights: u32,
    pub max_nights: u32,
    /// `flexible`, `moderate`, `standard` or `strict`.
    pub cancellation_policy: String,
    /// Whether a paid booking is confirmed without the host's answer.
    pub instant_book: bool,
    /// Of five, from stays here; null where nobody has rated.
    pub rating: Option<f64>,
    pub review_count: u32,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
}

/// Something that a place offers.
#[derive(Debug, Serialize, ToSchema)]
pub struct AmenityName {
    pub id: Uuid,
    pub name: String,
}

impl From<Entry> for Place {
    fn from(home: Entry) -> Self {
        Self {
            id: home.id,
            price: major(home.nightly),
            price_minor: home.nightly.minor,
            currency: home.nightly.currency.code().to_owned(),
            title: home.title,
            description: home.description,
            latitude: home.latitude,
            longitude: home.longitude,
            owner_id: home.owner_id,
            amenities: home.amenities.into_iter().map(AmenityName::from).collect(),
            reviews: home.reviews.into_iter().map(Review::from).collect(),
            status: home.status.as_str().to_owned(),
            kind: home.kind.map(|kind| kind.as_str().to_owned()),
            property: home.property.map(|property| property.as_str().to_owned()),
            neighbourhood: home.neighbourhood,
            city: home.city,
            country: home.country,
            timezone: home.timezone,
            max_guests: home.capacity,
            bedrooms: home.bedrooms,
            beds: home.beds,
            bathrooms: f64::from(home.half_baths) / 2.0,
            min_nights: home.min_nights,
            max_nights: home.max_nights,
            cancellation_policy: home.policy,
            instant_book: home.instant_book,
            rating: home
                .rating
                .map(|rating| f64::from(rating.hundredths) / 100.0),
            review_count: home.rating.map_or(0, |rating| rating.count),
            created_at: home.created_at,
            updated_at: home.updated_at,
        }
    }
}

impl From<Offered> for AmenityName {
    fn from(offered: Offered) -> Self {
        Self {
            id: offered.id,
            name: offered.name,
        }
    }
}
