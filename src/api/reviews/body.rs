//! What clients say in a review.

use serde::Deserialize;
use server::{
    Context,
    reviews::{ChangeReview, WriteReview},
};
use utoipa::ToSchema;

use crate::api::{answer::ApiResult, ids, json::Asked};

/// A new review.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewReview {
    #[schema(min_length = 1, max_length = 4000, example = "Warm and quiet.")]
    text: String,
    #[schema(minimum = 1, maximum = 5)]
    rating: i64,
    place_id: String,
}

impl Asked for NewReview {
    const REQUIRED: &'static [&'static str] = &["text", "rating", "place_id"];
    const IGNORED: &'static [&'static str] = &["user_id"];
}

impl NewReview {
    /// 404 for a place that is none.
    pub async fn read(self, ctx: &Context) -> ApiResult<WriteReview> {
        Ok(WriteReview {
            listing_id: ids::find::<ids::Place>(ctx, &self.place_id).await?,
            rating: self.rating,
            text: self.text,
        })
    }
}

/// What a review is to say; what is not said stays.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReviewChange {
    #[schema(min_length = 1, max_length = 4000)]
    text: Option<String>,
    #[schema(minimum = 1, maximum = 5)]
    rating: Option<i64>,
}

impl Asked for ReviewChange {
    const IGNORED: &'static [&'static str] = &[
        "id",
        "user_id",
        "user_name",
        "place_id",
        "imported",
        "created_at",
        "updated_at",
    ];
}

impl From<ReviewChange> for ChangeReview {
    fn from(said: ReviewChange) -> Self {
        Self {
            text: said.text,
            rating: said.rating,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::{json::not_taken_back, reviews::Review};

    #[test]
    fn what_is_shown_can_be_sent_back() {
        assert_eq!(not_taken_back::<Review, ReviewChange>(), [""; 0]);
    }
}
