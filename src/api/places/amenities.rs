//! `/places/{place_id}/amenities/{amenity_id}`: what a place offers.

use axum::{Json, extract::State, http::StatusCode};
use domain::tokens::Scope;
use server::{Context, hosting};
use utoipa_axum::{router::OpenApiRouter, routes};

use super::place::AmenityName;
use crate::api::{
    answer::ApiResult,
    caller::Somebody,
    done::Done,
    ids::{Amenity, Id, Place},
    json::{Body, Nothing},
};

pub fn routes() -> OpenApiRouter<Context> {
    OpenApiRouter::new().routes(routes!(add, remove))
}

/// A place offers something more
///
/// By its owner or an admin; 400 when it offers it already.
#[utoipa::path(post, path = "/places/{place_id}/amenities/{amenity_id}", tag = "Places",
    params(("place_id" = String, Path, description = "The place's id."), ("amenity_id" = String, Path, description = "The amenity's id.")),
    responses((status = 201, description = "The amenity.", body = AmenityName)))]
async fn add(
    State(ctx): State<Context>,
    Somebody(caller): Somebody,
    place: Id<Place>,
    amenity: Id<Amenity>,
    body: ApiResult<Body<Nothing>>,
) -> ApiResult<(StatusCode, Json<AmenityName>)> {
    let actor = caller.actor(Scope::ListingsWrite)?;
    body?;
    let offered = hosting::offer(&ctx, &actor, place.0, amenity.0).await?;
    Ok((StatusCode::CREATED, Json(offered.into())))
}

/// A place offers something no more
///
/// By its owner or an admin; 404 when it does not offer it.
#[utoipa::path(delete, path = "/places/{place_id}/amenities/{amenity_id}", tag = "Places",
    params(("place_id" = String, Path, description = "The place's id."), ("amenity_id" = String, Path, description = "The amenity's id.")),
    responses((status = 200, description = "Amenity removed successfully", body = Done)))]
async fn remove(
    State(ctx): State<Context>,
    Somebody(caller): Somebody,
    place: Id<Place>,
    amenity: Id<Amenity>,
) -> ApiResult<Json<Done>> {
    let actor = caller.actor(Scope::ListingsWrite)?;
    hosting::withdraw(&ctx, &actor, place.0, amenity.0).await?;
    Ok(Done::saying("Amenity removed successfully"))
}

impl From<server::entities::amenities::Model> for AmenityName {
    fn from(amenity: server::entities::amenities::Model) -> Self {
        Self {
            id: amenity.id,
            name: amenity.name,
        }
    }
}
