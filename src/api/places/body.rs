//! What clients say of a place.

use serde::Deserialize;
use server::hosting::{PostHome, Revision};
use utoipa::ToSchema;

use crate::api::json::Asked;

/// A new place.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewPlace {
    #[schema(min_length = 1, max_length = 100, example = "A flat above the boats")]
    title: String,
    #[schema(
        max_length = 8000,
        example = "Two rooms, a stove and the sound of gulls."
    )]
    description: Option<String>,
    /// Of a night, in US dollars.
    #[schema(exclusive_minimum = 0, maximum = 1000000000, example = 120.5)]
    price: f64,
    /// Degrees.
    #[schema(minimum = -90, maximum = 90, example = 55.9768)]
    latitude: f64,
    /// Degrees.
    #[schema(minimum = -180, maximum = 180, example = -3.1706)]
    longitude: f64,
}

impl Asked for NewPlace {
    const REQUIRED: &'static [&'static str] = &["title", "price", "latitude", "longitude"];
    const IGNORED: &'static [&'static str] = &["owner_id", "amenities"];
}

impl From<NewPlace> for PostHome {
    fn from(said: NewPlace) -> Self {
        Self {
            title: said.title,
            description: said.description.unwrap_or_default(),
            price: said.price,
            latitude: said.latitude,
            longitude: said.longitude,
        }
    }
}

/// What a place is to be; what is not said stays.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PlaceChange {
    #[schema(min_length = 1, max_length = 100)]
    title: Option<String>,
    #[schema(max_length = 8000)]
    description: Option<String>,
    /// Of a night, in major units of the place's currency.
    #[schema(exclusive_minimum = 0, maximum = 1000000000)]
    price: Option<f64>,
    #[schema(minimum = -90, maximum = 90)]
    latitude: Option<f64>,
    #[schema(minimum = -180, maximum = 180)]
    longitude: Option<f64>,
}

impl Asked for PlaceChange {
    const IGNORED: &'static [&'static str] = &[
        "id",
        "price_minor",
        "currency",
        "owner_id",
        "amenities",
        "reviews",
        "status",
        "kind",
        "property",
        "neighbourhood",
        "city",
        "country",
        "timezone",
        "max_guests",
        "bedrooms",
        "beds",
        "bathrooms",
        "min_nights",
        "max_nights",
        "cancellation_policy",
        "instant_book",
        "rating",
        "review_count",
        "created_at",
        "updated_at",
    ];
}

impl From<PlaceChange> for Revision {
    fn from(said: PlaceChange) -> Self {
        Self {
            title: said.title,
            description: said.description,
            price: said.price,
            latitude: said.latitude,
            longitude: said.longitude,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::{json::not_taken_back, places::Place};

    #[test]
    fn what_is_shown_can_be_sent_back() {
        assert_eq!(not_taken_back::<Place, PlaceChange>(), [""; 0]);
    }
}
