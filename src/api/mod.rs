//! The JSON API under `/api`: each handler says who calls, understands what was sent, calls one operation, and shows what it gave.

mod amenities;
pub mod answer;
mod auth;
mod bookings;
mod calendars;
pub mod caller;
mod cors;
pub mod document;
mod done;
pub mod etag;
pub mod health;
mod idempotency;
pub mod ids;
pub mod json;
mod limits;
mod money;
pub mod paging;
mod payments;
mod places;
mod quotes;
mod reservations;
mod reviews;
pub mod sandbox;
mod search;
mod tokens;
mod users;

use std::time::Duration;

use axum::{Router, extract::DefaultBodyLimit, http::StatusCode, middleware};
use server::Context;
use tower::Layer;
use tower_http::{
    catch_panic::CatchPanicLayer, compression::CompressionLayer,
    normalize_path::NormalizePathLayer, timeout::TimeoutLayer,
};
use utoipa_axum::router::OpenApiRouter;

/// The longest that an answer may take, as for pages.
const PATIENCE: Duration = Duration::from_secs(20);

/// Everything under `/api`, every path with and without a slash at its end. Layers are listed from the innermost out.
pub fn routes(ctx: &Context) -> Router {
    let (router, _) = resources().split_for_parts();
    let router = router
        .fallback(answer::nowhere)
        .layer(middleware::from_fn(etag::conditional))
        .layer(middleware::from_fn_with_state(
            ctx.clone(),
            idempotency::once,
        ))
        .layer(middleware::from_fn_with_state(ctx.clone(), limits::count))
        .layer(DefaultBodyLimit::max(json::BODY_LIMIT))
        .layer(TimeoutLayer::with_status_code(
            StatusCode::SERVICE_UNAVAILABLE,
            PATIENCE,
        ))
        .layer(CatchPanicLayer::custom(answer::after_a_panic))
        .layer(middleware::from_fn(answer::in_json))
        .layer(cors::layer(ctx))
        .layer(CompressionLayer::new())
        .with_state(ctx.clone());
    let either_way = NormalizePathLayer::trim_trailing_slash().layer(router);
    Router::new().nest_service("/api", either_way)
}

/// Every resource with its part of the document; paths stand without `/api`.
pub fn resources() -> OpenApiRouter<Context> {
    let all = OpenApiRouter::new()
        .merge(auth::routes())
        .merge(users::routes())
        .merge(tokens::routes())
        .merge(payments::routes())
        .merge(bookings::routes())
        .merge(quotes::routes())
        .merge(calendars::routes())
        .merge(reservations::routes())
        .merge(health::routes())
        .merge(places::routes())
        .merge(amenities::routes())
        .merge(reviews::routes())
        .merge(search::routes());
    OpenApiRouter::new().nest("/v1", all)
}
