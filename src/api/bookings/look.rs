//! Before and after: what cancelling would bring back, and where every cent is.

use axum::{Json, extract::State};
use chrono::{DateTime, Utc};
use domain::tokens::Scope;
use serde::Serialize;
use server::{
    Context,
    bookings::{self, CancelView},
    payments::{self, Movement},
};
use utoipa::ToSchema;
use uuid::Uuid;

use super::whose;
use crate::api::{
    answer::ApiResult,
    caller::Somebody,
    ids::{Booking, Id},
    json::{Nothing, Query},
    money::{Amount, major},
    quotes::StepBody,
};

/// What cancelling now would do.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct CancelPreview {
    pub booking_id: Uuid,
    /// Who would cancel: "guest" or "host".
    #[schema(example = "guest")]
    pub by: String,
    pub currency: String,
    /// What comes back to the guest, in major units.
    pub refund: f64,
    /// Send it along when you cancel.
    pub refund_minor: i64,
    /// What of the price does not come back.
    pub kept: f64,
    pub kept_minor: i64,
    /// The price, less what comes back of it, line by line.
    pub lines: Vec<Amount>,
    /// Who keeps what.
    pub kept_lines: Vec<Amount>,
    /// What will come back when, from now on; empty for a host.
    pub steps: Vec<StepBody>,
}

impl From<CancelView> for CancelPreview {
    fn from(view: CancelView) -> Self {
        let amounts = |lines: Vec<(String, domain::Money)>| {
            let lines = lines.into_iter();
            lines
                .map(|(label, money)| Amount::of(label, money))
                .collect()
        };
        Self {
            booking_id: view.id,
            by: view.by.as_str().to_owned(),
            currency: view.refund.currency.code().to_owned(),
            refund: major(view.refund),
            refund_minor: view.refund.minor,
            kept: major(view.kept),
            kept_minor: view.kept.minor,
            lines: amounts(view.lines),
            kept_lines: amounts(view.kept_lines),
            steps: view.steps.into_iter().map(StepBody::from).collect(),
        }
    }
}

/// What comes back when you cancel now, as the booking's guest or its host. 400 when there is nothing to cancel.
#[utoipa::path(get, path = "/bookings/{id}/cancel-preview", tag = "Bookings", params(("id" = String, Path)),
    responses((status = 200, description = "What would happen", body = CancelPreview)))]
pub(super) async fn cancel_preview(
    State(ctx): State<Context>,
    Somebody(caller): Somebody,
    id: Id<Booking>,
    _: Query<Nothing>,
) -> ApiResult<Json<CancelPreview>> {
    let actor = caller.actor(Scope::BookingsRead)?;
    let view = bookings::cancel_preview(&ctx, &actor, id.0).await;
    Ok(Json(whose::booking(&ctx, id.0, view).await?.into()))
}

/// One thing that happened to the money of a booking.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Movement)]
pub(super) struct MovementBody {
    pub at: DateTime<Utc>,
    /// What happened.
    pub sentence: String,
    pub currency: String,
    /// What the guest paid, in major units; below zero what went back; 0 when no card was touched.
    pub amount: f64,
    pub amount_minor: i64,
    /// What the guest has paid and not got back, after it.
    pub balance: f64,
    pub balance_minor: i64,
}

impl From<Movement> for MovementBody {
    fn from(movement: Movement) -> Self {
        Self {
            at: movement.at,
            sentence: movement.sentence,
            currency: movement.amount.currency.code().to_owned(),
            amount: major(movement.amount),
            amount_minor: movement.amount.minor,
            balance: major(movement.balance),
            balance_minor: movement.balance.minor,
        }
    }
}

/// What happened to the money of a booking, oldest first, for its guest, its host or the site's owner.
#[utoipa::path(get, path = "/bookings/{id}/money", tag = "Bookings", params(("id" = String, Path)),
    responses((status = 200, description = "All of it", body = Vec<MovementBody>)))]
pub(super) async fn money(
    State(ctx): State<Context>,
    Somebody(caller): Somebody,
    id: Id<Booking>,
    _: Query<Nothing>,
) -> ApiResult<Json<Vec<MovementBody>>> {
    let actor = caller.actor(Scope::PaymentsRead)?;
    let movements = payments::timeline(&ctx, &actor, id.0).await;
    let movements = whose::booking(&ctx, id.0, movements).await?;
    Ok(Json(
        movements.into_iter().map(MovementBody::from).collect(),
    ))
}
