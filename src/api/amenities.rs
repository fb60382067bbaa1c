//! `/amenities`: what places can offer.

mod body;

use axum::{Json, extract::State, http::StatusCode, response::Response};
use domain::tokens::Scope;
use serde::Serialize;
use server::{Context, amenities, entities};
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
    places::AmenityName,
};
use body::{AmenityChange, NewAmenity};

pub fn routes() -> OpenApiRouter<Context> {
    OpenApiRouter::new()
        .routes(routes!(list, create))
        .routes(routes!(show, change, remove))
}

/// Something that places can offer.
#[derive(Debug, Serialize, ToSchema)]
pub struct Amenity {
    pub id: Uuid,
    pub name: String,
    pub description: Option<String>,
    /// How many there are, where somebody said so.
    pub number: Option<u32>,
    /// The word that a search filters by.
    pub slug: String,
}

/// All amenities
///
/// A bare array by name, at most 100 at once: the `Link` header leads to the next page.
#[utoipa::path(get, path = "/amenities", tag = "Amenities", params(PageParams),
    responses((status = 200, description = "A page of amenities.", body = [Amenity])), security((), ("bearer" = [])))]
async fn list(
    State(ctx): State<Context>,
    _: Caller,
    pages: Pages,
    Query(OnlyPages {}): Query<OnlyPages>,
) -> ApiResult<Response> {
    let (known, next) = amenities::all(&ctx, pages.after()?, pages.limit()).await?;
    Ok(pages.answer(known.into_iter().map(Amenity::from).collect(), next))
}

/// Add an amenity
///
/// By anybody who is logged in. A name that exists already, whatever its case, is answered with the existing one.
#[utoipa::path(post, path = "/amenities", tag = "Amenities", request_body = NewAmenity,
    responses((status = 201, description = "The amenity.", body = AmenityName)))]
async fn create(
    State(ctx): State<Context>,
    Somebody(caller): Somebody,
    body: ApiResult<Body<NewAmenity>>,
) -> ApiResult<(StatusCode, Json<AmenityName>)> {
    let actor = caller.actor(Scope::ListingsWrite)?;
    let Body(said) = body?;
    let amenity = amenities::create(&ctx, &actor, said.into()).await?;
    Ok((StatusCode::CREATED, Json(amenity.into())))
}

/// One amenity
#[utoipa::path(get, path = "/amenities/{id}", tag = "Amenities", params(("id" = String, Path, description = "The amenity's id.")),
    responses((status = 200, description = "The amenity.", body = Amenity)), security((), ("bearer" = [])))]
async fn show(
    State(ctx): State<Context>,
    _: Caller,
    id: Id<ids::Amenity>,
    _: Query<Nothing>,
) -> ApiResult<Json<Amenity>> {
    Ok(Json(amenities::one(&ctx, id.0).await?.into()))
}

/// Change an amenity
///
/// By an admin; what is not said stays. All else that `GET` shows is taken and ignored.
#[utoipa::path(put, path = "/amenities/{id}", tag = "Amenities", params(("id" = String, Path, description = "The amenity's id.")),
    request_body = AmenityChange, responses((status = 200, description = "The amenity.", body = AmenityName)))]
async fn change(
    State(ctx): State<Context>,
    Somebody(caller): Somebody,
    id: Id<ids::Amenity>,
    body: ApiResult<Body<AmenityChange>>,
) -> ApiResult<Json<AmenityName>> {
    let actor = caller.actor(Scope::ListingsWrite)?;
    let Body(said) = body?;
    Ok(Json(
        amenities::change(&ctx, &actor, id.0, said.into())
            .await?
            .into(),
    ))
}

/// Delete an amenity
///
/// By an admin, from every place that offers it; those of the site's own catalogue stay.
#[utoipa::path(delete, path = "/amenities/{id}", tag = "Amenities", params(("id" = String, Path, description = "The amenity's id.")),
    responses((status = 200, description = "Amenity deleted successfully", body = Done)))]
async fn remove(
    State(ctx): State<Context>,
    Somebody(caller): Somebody,
    id: Id<ids::Amenity>,
) -> ApiResult<Json<Done>> {
    let actor = caller.actor(Scope::ListingsWrite)?;
    amenities::remove(&ctx, &actor, id.0).await?;
    Ok(Done::saying("Amenity deleted successfully"))
}

impl From<entities::amenities::Model> for Amenity {
    fn from(amenity: entities::amenities::Model) -> Self {
        Self {
            id: amenity.id,
            name: amenity.name,
            description: Some(amenity.description).filter(|words| !words.is_empty()),
            number: amenity.number,
            slug: amenity.slug,
        }
    }
}
