//! Bookings of one's own homes, under the paths that clients know.

use axum::{Json, extract::State, response::Response};
use domain::tokens::Scope;
use server::{Context, bookings};

use super::{
    BookingBody, Told,
    own::{Which, page},
    whose,
};
use crate::api::{
    answer::ApiResult,
    caller::Somebody,
    ids::{Booking, Id, Place},
    json::{Body, Nothing, Query},
    paging::{PageParams, Pages},
};

/// Accepts a request for one of your homes; the payment is taken at once where that is possible, and else the message says that it is being
/// taken. 400 when it cannot be.
#[utoipa::path(put, path = "/bookings/{id}/confirm", tag = "Bookings", params(("id" = String, Path)),
    responses((status = 200, description = "It is accepted", body = Told)))]
pub(super) async fn confirm(
    State(ctx): State<Context>,
    Somebody(caller): Somebody,
    id: Id<Booking>,
    _: Body<Nothing>,
) -> ApiResult<Json<Told>> {
    let actor = caller.actor(Scope::BookingsWrite)?;
    let accepted = bookings::accept(&ctx, &actor, id.0).await;
    Told::accepted(&ctx, &actor, id.0, accepted).await
}

/// The bookings of one of your homes, the latest made first.
#[utoipa::path(get, path = "/bookings/places/{id}", tag = "Bookings", params(("id" = String, Path), Which, PageParams),
    responses((status = 200, description = "A page of them", body = Vec<BookingBody>)))]
pub(super) async fn of_place(
    State(ctx): State<Context>,
    Somebody(caller): Somebody,
    id: Id<Place>,
    Query(which): Query<Which>,
    pages: Pages,
) -> ApiResult<Response> {
    let actor = caller.actor(Scope::BookingsRead)?;
    let found = bookings::booked_at(&ctx, &actor, id.0, &which.wanted(&pages)?).await;
    Ok(page(&pages, whose::place(&ctx, id.0, found).await?))
}
