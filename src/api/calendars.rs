//! `/places/{id}/calendar` and `/places/{id}/blocks`: the nights of one's own home, and those that are kept free.

mod shape;

use axum::{Json, extract::State, http::StatusCode};
use domain::{
    calendars::{Month, RangeForm},
    tokens::Scope,
};
use serde::Deserialize;
use server::{Context, calendars};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::{router::OpenApiRouter, routes};

use super::{
    answer::{ApiError, ApiResult},
    bookings::whose,
    caller::Somebody,
    ids::{Id, Place},
    json::{Asked, Body, Query},
};
use shape::{CalendarBody, NightsBody};

pub fn routes() -> OpenApiRouter<Context> {
    OpenApiRouter::new()
        .routes(routes!(month))
        .routes(routes!(block, open))
}

/// Which month.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct Which {
    /// Such as 2027-06; today's when it is not said.
    month: Option<String>,
}

impl Asked for Which {}

/// A month of your home's calendar, with the bookings and blocks that have its nights.
#[utoipa::path(get, path = "/places/{id}/calendar", tag = "Calendar", params(("id" = String, Path), Which),
    responses((status = 200, description = "The month", body = CalendarBody)))]
async fn month(
    State(ctx): State<Context>,
    Somebody(caller): Somebody,
    id: Id<Place>,
    Query(which): Query<Which>,
) -> ApiResult<Json<CalendarBody>> {
    let actor = caller.actor(Scope::BookingsRead)?;
    let word = which.month.as_deref();
    if word.is_some_and(|word| Month::parse(word).is_none()) {
        return Err(ApiError::field(
            "month",
            "This must be a month, such as 2027-06.",
        ));
    }
    let view = calendars::month(&ctx, &actor, id.0, word).await;
    Ok(Json(whose::place(&ctx, id.0, view).await?.into()))
}

/// Nights to keep free.
#[derive(Debug, Deserialize, ToSchema)]
#[schema(as = NewBlock)]
#[serde(deny_unknown_fields)]
struct Block {
    #[schema(format = Date, example = "2027-06-03")]
    first_night: String,
    /// The first one alone when it is not said.
    #[schema(format = Date, example = "2027-06-05")]
    last_night: Option<String>,
    /// For you alone.
    #[schema(max_length = 200)]
    note: Option<String>,
}

impl Asked for Block {
    const REQUIRED: &'static [&'static str] = &["first_night"];
}

/// Keeps nights of your home free, all of them or none; the same again changes nothing. 400 when guests have one of them.
#[utoipa::path(post, path = "/places/{id}/blocks", tag = "Calendar", params(("id" = String, Path)), request_body = Block,
    responses((status = 201, description = "These nights are kept free", body = NightsBody)))]
async fn block(
    State(ctx): State<Context>,
    Somebody(caller): Somebody,
    id: Id<Place>,
    Body(block): Body<Block>,
) -> ApiResult<(StatusCode, Json<NightsBody>)> {
    let actor = caller.actor(Scope::CalendarWrite)?;
    let form = RangeForm {
        first_night: block.first_night,
        last_night: block.last_night.unwrap_or_default(),
        note: block.note.unwrap_or_default(),
    };
    let kept = calendars::block(&ctx, &actor, id.0, &form).await;
    let kept = whose::place(&ctx, id.0, kept).await?;
    Ok((StatusCode::CREATED, Json(kept.into())))
}

/// Which nights.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct Range {
    #[param(format = Date)]
    first_night: String,
    /// The first one alone when it is not said.
    #[param(format = Date)]
    last_night: Option<String>,
}

impl Asked for Range {
    const REQUIRED: &'static [&'static str] = &["first_night"];
}

/// Lets nights of your home again: every block on them is shortened, split or gone. Bookings stay as they are.
#[utoipa::path(delete, path = "/places/{id}/blocks", tag = "Calendar", params(("id" = String, Path), Range),
    responses((status = 200, description = "These nights are open", body = NightsBody)))]
async fn open(
    State(ctx): State<Context>,
    Somebody(caller): Somebody,
    id: Id<Place>,
    Query(range): Query<Range>,
) -> ApiResult<Json<NightsBody>> {
    let actor = caller.actor(Scope::CalendarWrite)?;
    let form = RangeForm {
        first_night: range.first_night,
        last_night: range.last_night.unwrap_or_default(),
        note: String::new(),
    };
    let freed = calendars::free(&ctx, &actor, id.0, &form).await;
    Ok(Json(whose::place(&ctx, id.0, freed).await?.into()))
}
