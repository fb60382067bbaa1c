//! Pages of other sites that may call the API from a browser: those of `FRONTEND_URL`, and no others.

use std::time::Duration;

use axum::http::{HeaderName, HeaderValue, Method, header};
use server::Context;
use tower_http::cors::{AllowOrigin, CorsLayer};

/// How long a browser may remember what it was told.
const AN_HOUR: Duration = Duration::from_secs(3_600);

/// Without credentials: the API takes no cookies.
pub fn layer(ctx: &Context) -> CorsLayer {
    let origins = ctx.settings.api_origins.iter();
    let origins = origins.filter_map(|origin| HeaderValue::try_from(origin).ok());
    CorsLayer::new()
        .allow_origin(AllowOrigin::list(origins))
        .allow_methods([Method::GET, Method::POST, Method::PUT, Method::DELETE])
        .allow_headers([
            header::AUTHORIZATION,
            header::CONTENT_TYPE,
            header::IF_NONE_MATCH,
            HeaderName::from_static("idempotency-key"),
        ])
        .expose_headers([
            header::ETAG,
            header::LINK,
            header::RETRY_AFTER,
            HeaderName::from_static("ratelimit"),
            HeaderName::from_static("ratelimit-policy"),
            HeaderName::from_static("x-request-id"),
        ])
        .max_age(AN_HOUR)
}
