//! `/reservations`: the bookings of one's homes as their host sees them, and what a host does with them.

mod answers;
mod shape;

use axum::{Json, extract::State, response::Response};
use domain::{reservations::When, tokens::Scope};
use serde::Deserialize;
use server::{
    Context,
    reservations::{self, Filter},
};
use utoipa::IntoParams;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::{
    answer::ApiResult,
    bookings::whose,
    caller::Somebody,
    ids::{self, Booking, Id, Place},
    json::{Asked, Nothing, Query},
    paging::{PageParams, Pages},
};
use shape::{ReservationBody, ReservationRow};

pub fn routes() -> OpenApiRouter<Context> {
    OpenApiRouter::new()
        .routes(routes!(list))
        .routes(routes!(one))
        .routes(routes!(answers::accept))
        .routes(routes!(answers::decline))
        .routes(routes!(answers::cancel))
}

/// Which list.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct Which {
    /// "requests", "upcoming", "current", "past" or "cancelled"; upcoming when it is not said.
    #[param(value_type = Option<String>)]
    when: Option<When>,
    /// Those of one home alone.
    place_id: Option<String>,
}

impl Asked for Which {
    const PAGED: bool = true;
}

/// The reservations of your homes: requests by their deadline, upcoming and current ones by arrival, others the latest first.
#[utoipa::path(get, path = "/reservations", tag = "Reservations", params(Which, PageParams),
    responses((status = 200, description = "A page of them", body = Vec<ReservationRow>)))]
async fn list(
    State(ctx): State<Context>,
    Somebody(caller): Somebody,
    Query(which): Query<Which>,
    pages: Pages,
) -> ApiResult<Response> {
    let actor = caller.actor(Scope::BookingsRead)?;
    let filter = which.filter(&ctx, &pages).await?;
    let most = usize::try_from(pages.limit()).unwrap_or(usize::MAX);
    let found = reservations::some(&ctx, &actor, &filter, most).await;
    let found = match filter.home {
        Some(home) => whose::place(&ctx, home, found).await?,
        None => found?,
    };
    let rows = found.reservations.into_iter().map(ReservationRow::from);
    Ok(pages.answer(rows.collect::<Vec<_>>(), found.next))
}

impl Which {
    async fn filter(&self, ctx: &Context, pages: &Pages) -> ApiResult<Filter> {
        let home = match &self.place_id {
            Some(text) => Some(ids::find::<Place>(ctx, text).await?),
            None => None,
        };
        let filter = Filter {
            when: self.when.unwrap_or(When::Upcoming),
            home,
            after: pages.after()?,
        };
        filter.check()?;
        Ok(filter)
    }
}

/// One reservation with all that you need to prepare for it. How to reach the guest is told once the stay is confirmed.
#[utoipa::path(get, path = "/reservations/{id}", tag = "Reservations", params(("id" = String, Path)),
    responses((status = 200, description = "The reservation", body = ReservationBody)))]
async fn one(
    State(ctx): State<Context>,
    Somebody(caller): Somebody,
    id: Id<Booking>,
    _: Query<Nothing>,
) -> ApiResult<Json<ReservationBody>> {
    let actor = caller.actor(Scope::BookingsRead)?;
    let view = reservations::show(&ctx, &actor, id.0).await;
    Ok(Json(whose::booking(&ctx, id.0, view).await?.into()))
}
