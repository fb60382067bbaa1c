//! The reviews of one place, in the two shapes that clients know.

use axum::{extract::State, response::Response};
use serde::Serialize;
use server::{Context, reviews};
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};
use uuid::Uuid;

use super::Review;
use crate::api::{
    answer::ApiResult,
    caller::Caller,
    ids::{Id, Place},
    json::{OnlyPages, Query},
    paging::{PageParams, Pages},
};

pub fn routes() -> OpenApiRouter<Context> {
    OpenApiRouter::new()
        .routes(routes!(bare))
        .routes(routes!(counted))
}

/// The reviews of a place, with how many there are.
#[derive(Debug, Serialize, ToSchema)]
pub struct CountedReviews {
    pub place_id: Uuid,
    /// On all pages.
    pub total_reviews: u32,
    pub reviews: Vec<Review>,
}

/// The reviews of a place
///
/// A bare array, the newest first, at most 100 at once: the `Link` header leads to the next page.
#[utoipa::path(get, path = "/places/{id}/reviews", tag = "Reviews",
    params(("id" = String, Path, description = "The place's id."), PageParams),
    responses((status = 200, description = "A page of reviews.", body = [Review])), security((), ("bearer" = [])))]
async fn bare(
    State(ctx): State<Context>,
    _: Caller,
    id: Id<Place>,
    pages: Pages,
    Query(OnlyPages {}): Query<OnlyPages>,
) -> ApiResult<Response> {
    let page = reviews::of_home(&ctx, id.0, pages.after()?, pages.limit()).await?;
    Ok(pages.answer(
        page.reviews.into_iter().map(Review::from).collect(),
        page.next,
    ))
}

/// The reviews of a place, counted
///
/// The newest first, at most 100 at once: the `Link` header leads to the next page.
#[utoipa::path(get, path = "/reviews/places/{id}/reviews", tag = "Reviews",
    params(("id" = String, Path, description = "The place's id."), PageParams),
    responses((status = 200, description = "A page of reviews.", body = CountedReviews)), security((), ("bearer" = [])))]
async fn counted(
    State(ctx): State<Context>,
    _: Caller,
    id: Id<Place>,
    pages: Pages,
    Query(OnlyPages {}): Query<OnlyPages>,
) -> ApiResult<Response> {
    let page = reviews::of_home(&ctx, id.0, pages.after()?, pages.limit()).await?;
    let counted = CountedReviews {
        place_id: id.0,
        total_reviews: page.total,
        reviews: page.reviews.into_iter().map(Review::from).collect(),
    };
    Ok(pages.around(counted, page.next))
}
