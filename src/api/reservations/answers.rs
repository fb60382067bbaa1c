//! What a host does with a reservation: accept, decline, cancel.

use axum::{Json, extract::State};
use domain::tokens::Scope;
use serde::Deserialize;
use server::{Context, bookings};
use utoipa::ToSchema;

use crate::api::{
    answer::ApiResult,
    bookings::Told,
    caller::Somebody,
    ids::{Booking, Id},
    json::{Asked, Body, Nothing},
};

/// Accepts a request; the payment is taken at once where that is possible, and else the message says that it is being taken. 400 when it
/// cannot be. Accepting twice is one.
#[utoipa::path(post, path = "/reservations/{id}/accept", tag = "Reservations", params(("id" = String, Path)),
    responses((status = 200, description = "It is accepted", body = Told)))]
pub(super) async fn accept(
    State(ctx): State<Context>,
    Somebody(caller): Somebody,
    id: Id<Booking>,
    _: Body<Nothing>,
) -> ApiResult<Json<Told>> {
    let actor = caller.actor(Scope::BookingsWrite)?;
    let accepted = bookings::accept(&ctx, &actor, id.0).await;
    Told::accepted(&ctx, &actor, id.0, accepted).await
}

/// Why.
#[derive(Debug, Deserialize, ToSchema)]
#[schema(as = Decline)]
#[serde(deny_unknown_fields)]
pub(super) struct Decline {
    /// The guest reads it.
    #[schema(max_length = 300)]
    reason: String,
}

impl Asked for Decline {
    const REQUIRED: &'static [&'static str] = &["reason"];
}

/// Declines a request: nothing is charged, and the nights are free at once. Declining twice is one.
#[utoipa::path(post, path = "/reservations/{id}/decline", tag = "Reservations", params(("id" = String, Path)), request_body = Decline,
    responses((status = 200, description = "It is declined", body = Told)))]
pub(super) async fn decline(
    State(ctx): State<Context>,
    Somebody(caller): Somebody,
    id: Id<Booking>,
    Body(decline): Body<Decline>,
) -> ApiResult<Json<Told>> {
    let actor = caller.actor(Scope::BookingsWrite)?;
    let declined = bookings::decline(&ctx, &actor, id.0, &decline.reason).await;
    let message = "Booking declined successfully";
    Told::after(&ctx, &actor, id.0, declined, message).await
}

/// Why, and what the guest gets back.
#[derive(Debug, Deserialize, ToSchema)]
#[schema(as = HostCancels)]
#[serde(deny_unknown_fields)]
pub(super) struct Cancel {
    /// The guest reads it.
    #[schema(max_length = 300)]
    reason: String,
    /// As the cancel preview says.
    refund_minor: i64,
}

impl Asked for Cancel {
    const REQUIRED: &'static [&'static str] = &["reason", "refund_minor"];
}

/// Cancels a stay as its host: the guest gets everything back, under way the nights not begun. 409 when that is not what
/// `refund_minor` says.
#[utoipa::path(post, path = "/reservations/{id}/cancel", tag = "Reservations", params(("id" = String, Path)), request_body = Cancel,
    responses((status = 200, description = "It is cancelled", body = Told)))]
pub(super) async fn cancel(
    State(ctx): State<Context>,
    Somebody(caller): Somebody,
    id: Id<Booking>,
    Body(cancel): Body<Cancel>,
) -> ApiResult<Json<Told>> {
    let actor = caller.actor(Scope::BookingsWrite)?;
    let (refund, reason) = (cancel.refund_minor, cancel.reason);
    let ended = bookings::end_by_host(&ctx, &actor, id.0, refund, &reason).await;
    let message = "Booking cancelled successfully";
    Told::after(&ctx, &actor, id.0, ended, message).await
}
