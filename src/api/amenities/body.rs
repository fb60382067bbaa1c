//! What clients say of an amenity.

use serde::Deserialize;
use server::amenities::{ChangeAmenity, CreateAmenity};
use utoipa::ToSchema;

use crate::api::json::Asked;

/// A new amenity.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewAmenity {
    #[schema(min_length = 1, max_length = 50, example = "Piano")]
    name: String,
    #[schema(max_length = 100)]
    description: Option<String>,
    /// How many there are.
    #[schema(minimum = 0, maximum = 1000000)]
    number: Option<i64>,
}

impl Asked for NewAmenity {
    const REQUIRED: &'static [&'static str] = &["name"];
}

impl From<NewAmenity> for CreateAmenity {
    fn from(said: NewAmenity) -> Self {
        Self {
            name: said.name,
            description: said.description.unwrap_or_default(),
            number: said.number,
        }
    }
}

/// What an amenity is to be; what is not said stays.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AmenityChange {
    #[schema(min_length = 1, max_length = 50)]
    name: Option<String>,
    #[schema(max_length = 100)]
    description: Option<String>,
    #[schema(minimum = 0, maximum = 1000000)]
    number: Option<i64>,
}

impl Asked for AmenityChange {
    const IGNORED: &'static [&'static str] = &["id", "slug"];
}

impl From<AmenityChange> for ChangeAmenity {
    fn from(said: AmenityChange) -> Self {
        Self {
            name: said.name,
            description: said.description,
            number: said.number,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::{amenities::Amenity, json::not_taken_back};

    #[test]
    fn what_is_shown_can_be_sent_back() {
        assert_eq!(not_taken_back::<Amenity, AmenityChange>(), [""; 0]);
    }
}
