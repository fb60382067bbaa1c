//! `/places`: homes, as clients know them.

mod amenities;
mod body;
mod photos;
mod place;

use axum::{Json, extract::State, http::StatusCode, response::Response};
use domain::tokens::Scope;
use server::{Context, accounts::Actor, hosting, listings};
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
use body::{NewPlace, PlaceChange};
pub use place::{AmenityName, Place};

pub fn routes() -> OpenApiRouter<Context> {
    OpenApiRouter::new()
        .routes(routes!(list, create))
        .routes(routes!(show, change, remove))
        .merge(amenities::routes())
        .merge(photos::routes())
}

/// All places that guests can book
///
/// A bare array, in a fixed order, at most 100 at once: the `Link` header leads to the next page. Each comes with its newest ten
/// reviews. Coordinates are exact for the owner, admins and guests with a confirmed stay, and within about 500 m for everybody else.
#[utoipa::path(get, path = "/places", tag = "Places", params(PageParams),
    responses((status = 200, description = "A page of places.", body = [Place])), security((), ("bearer" = [])))]
async fn list(
    State(ctx): State<Context>,
    caller: Caller,
    pages: Pages,
    Query(OnlyPages {}): Query<OnlyPages>,
) -> ApiResult<Response> {
    let viewer = caller.maybe(Scope::ListingsRead);
    let (homes, next) = listings::entries(&ctx, viewer, pages.after()?, pages.limit()).await?;
    Ok(pages.answer(homes.into_iter().map(Place::from).collect(), next))
}

/// Post a place
///
/// It is on the site and bookable at once, by request: a booking is pending until you confirm it. What is not said gets a default:
/// two guests, an entire home, US dollars, the time zone of the coordinates; change it on the site's own pages.
/// `owner_id` and `amenities` are taken and ignored.
#[utoipa::path(post, path = "/places", tag = "Places", request_body = NewPlace,
    responses((status = 201, description = "The place.", body = Place)))]
async fn create(
    State(ctx): State<Context>,
    Somebody(caller): Somebody,
    body: ApiResult<Body<NewPlace>>,
) -> ApiResult<(StatusCode, Json<Place>)> {
    let actor = caller.actor(Scope::ListingsWrite)?;
    let Body(said) = body?;
    let id = hosting::post(&ctx, &actor, said.into()).await?;
    Ok((StatusCode::CREATED, shown(&ctx, Some(&actor), id).await?))
}

/// One place
///
/// With its newest hundred reviews. A draft is shown to its owner and to admins.
#[utoipa::path(get, path = "/places/{id}", tag = "Places", params(("id" = String, Path, description = "The place's id.")),
    responses((status = 200, description = "The place.", body = Place)), security((), ("bearer" = [])))]
async fn show(
    State(ctx): State<Context>,
    caller: Caller,
    id: Id<ids::Place>,
    _: Query<Nothing>,
) -> ApiResult<Json<Place>> {
    shown(&ctx, caller.maybe(Scope::ListingsRead), id.0).await
}

/// Change a place
///
/// By its owner or an admin; what is not said stays. While bookings are open the coordinates cannot change.
/// All else that `GET` shows is taken and ignored: read it, change it, send it back.
#[utoipa::path(put, path = "/places/{id}", tag = "Places", params(("id" = String, Path, description = "The place's id.")),
    request_body = PlaceChange, responses((status = 200, description = "The place.", body = Place)))]
async fn change(
    State(ctx): State<Context>,
    Somebody(caller): Somebody,
    id: Id<ids::Place>,
    body: ApiResult<Body<PlaceChange>>,
) -> ApiResult<Json<Place>> {
    let actor = caller.actor(Scope::ListingsWrite)?;
    let Body(said) = body?;
    hosting::revise(&ctx, &actor, id.0, said.into()).await?;
    shown(&ctx, Some(&actor), id.0).await
}

/// Delete a place
///
/// By its owner or an admin. It is archived; with open bookings or refunds on their way the answer is 400.
#[utoipa::path(delete, path = "/places/{id}", tag = "Places", params(("id" = String, Path, description = "The place's id.")),
    responses((status = 200, description = "Place deleted successfully", body = Done)))]
async fn remove(
    State(ctx): State<Context>,
    Somebody(caller): Somebody,
    id: Id<ids::Place>,
) -> ApiResult<Json<Done>> {
    let actor = caller.actor(Scope::ListingsWrite)?;
    hosting::remove(&ctx, &actor, id.0).await?;
    Ok(Done::saying("Place deleted successfully"))
}

async fn shown(ctx: &Context, viewer: Option<&Actor>, id: Uuid) -> ApiResult<Json<Place>> {
    Ok(Json(listings::entry(ctx, viewer, id).await?.into()))
}
