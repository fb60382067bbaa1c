//! `/reviews`: what guests say of places.

mod body;
mod of_place;

use axum::{Json, extract::State, http::StatusCode, response::Response};
use chrono::{DateTime, Utc};
use domain::tokens::Scope;
use serde::Serialize;
use server::{
    Context,
    reviews::{self, ReviewView},
};
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};
use uuid::Uuid;

use super::{
    answer::ApiResult,
    caller::{Caller, Somebody},
    done::Done,
    ids::{self, Id},
    json::{Body, Nothing, OnlyPages, Query},
    paging::{PageParams, Pages},
};
use body::{NewReview, ReviewChange};

pub fn routes() -> OpenApiRouter<Context> {
    OpenApiRouter::new()
        .routes(routes!(list, create))
        .routes(routes!(show, change, remove))
        .merge(of_place::routes())
}

/// What somebody said of a place.
#[derive(Debug, Serialize, ToSchema)]
pub struct Review {
    pub id: Uuid,
    pub text: String,
    /// 1 to 5.
    #[schema(minimum = 1, maximum = 5)]
    pub rating: u32,
    pub user_id: Uuid,
    pub user_name: String,
    pub place_id: Uuid,
    /// Came from the system before: no stay here stands behind it.
    pub imported: bool,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
}

/// All reviews
///
/// A bare array in a fixed order, at most 100 at once: the `Link` header leads to the next page.
#[utoipa::path(get, path = "/reviews", tag = "Reviews", params(PageParams),
    responses((status = 200, description = "A page of reviews.", body = [Review])), security((), ("bearer" = [])))]
async fn list(
    State(ctx): State<Context>,
    _: Caller,
    pages: Pages,
    Query(OnlyPages {}): Query<OnlyPages>,
) -> ApiResult<Response> {
    let (said, next) = reviews::all(&ctx, pages.after()?, pages.limit()).await?;
    Ok(pages.answer(said.into_iter().map(Review::from).collect(), next))
}

/// Review a place
///
/// After a stay that is completed; once for each place, and never one's own. `user_id` is taken and ignored.
#[utoipa::path(post, path = "/reviews", tag = "Reviews", request_body = NewReview,
    responses((status = 201, description = "The review.", body = Review)))]
async fn create(
    State(ctx): State<Context>,
    Somebody(caller): Somebody,
    body: ApiResult<Body<NewReview>>,
) -> ApiResult<(StatusCode, Json<Review>)> {
    let actor = caller.actor(Scope::BookingsWrite)?;
    let Body(said) = body?;
    let id = reviews::write(&ctx, &actor, said.read(&ctx).await?).await?;
    Ok((StatusCode::CREATED, shown(&ctx, id).await?))
}

/// One review
#[utoipa::path(get, path = "/reviews/{id}", tag = "Reviews", params(("id" = String, Path, description = "The review's id.")),
    responses((status = 200, description = "The review.", body = Review)), security((), ("bearer" = [])))]
async fn show(
    State(ctx): State<Context>,
    _: Caller,
    id: Id<ids::Review>,
    _: Query<Nothing>,
) -> ApiResult<Json<Review>> {
    shown(&ctx, id.0).await
}

/// Change a review
///
/// By its author or an admin; what is not said stays. All else that `GET` shows is taken and ignored.
#[utoipa::path(put, path = "/reviews/{id}", tag = "Reviews", params(("id" = String, Path, description = "The review's id.")),
    request_body = ReviewChange, responses((status = 200, description = "The review.", body = Review)))]
async fn change(
    State(ctx): State<Context>,
    Somebody(caller): Somebody,
    id: Id<ids::Review>,
    body: ApiResult<Body<ReviewChange>>,
) -> ApiResult<Json<Review>> {
    let actor = caller.actor(Scope::BookingsWrite)?;
    let Body(said) = body?;
    reviews::change(&ctx, &actor, id.0, said.into()).await?;
    shown(&ctx, id.0).await
}

/// Delete a review
///
/// By its author or an admin.
#[utoipa::path(delete, path = "/reviews/{id}", tag = "Reviews", params(("id" = String, Path, description = "The review's id.")),
    responses((status = 200, description = "Review deleted successfully", body = Done)))]
async fn remove(
    State(ctx): State<Context>,
    Somebody(caller): Somebody,
    id: Id<ids::Review>,
) -> ApiResult<Json<Done>> {
    let actor = caller.actor(Scope::BookingsWrite)?;
    reviews::remove(&ctx, &actor, id.0).await?;
    Ok(Done::saying("Review deleted successfully"))
}

async fn shown(ctx: &Context, id: Uuid) -> ApiResult<Json<Review>> {
    Ok(Json(reviews::one(ctx, id).await?.into()))
}

impl From<ReviewView> for Review {
    fn from(said: ReviewView) -> Self {
        Self {
            id: said.id,
            user_name: said.author(),
            text: said.text,
            rating: said.rating,
            user_id: said.author_id,
            place_id: said.listing_id,
            imported: said.imported,
            created_at: said.created_at,
            updated_at: said.updated_at,
        }
    }
}
