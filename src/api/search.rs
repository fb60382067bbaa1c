//! `/search`: places by the filters that the site's own pages have.

mod found;
mod wanted;

use axum::{extract::State, response::Response};
use server::{Context, search};
use utoipa_axum::{router::OpenApiRouter, routes};

use super::{
    answer::ApiResult,
    caller::Caller,
    json::Query,
    paging::{PageParams, Pages},
};
use found::Found;
use wanted::Wanted;

pub fn routes() -> OpenApiRouter<Context> {
    OpenApiRouter::new().routes(routes!(search_places))
}

/// Search places
///
/// By place, dates, guests, kind, price and what they offer, as the site's own pages do; with dates only places that are free then,
/// with the total that will be charged. The `Link` header leads to the next page.
#[utoipa::path(get, path = "/search", tag = "Search", params(Wanted, PageParams),
    responses((status = 200, description = "A page of what was found.", body = Found)), security((), ("bearer" = [])))]
async fn search_places(
    State(ctx): State<Context>,
    _: Caller,
    pages: Pages,
    Query(wanted): Query<Wanted>,
) -> ApiResult<Response> {
    let query = wanted.read(pages.after()?)?;
    let limit = usize::try_from(pages.limit()).unwrap_or(usize::MAX);
    let found = search::search_for(&ctx, &query, limit).await?;
    let next = found.after.clone();
    let found = Found::of(found, &ctx.settings.public_url)?;
    Ok(pages.around(found, next))
}
