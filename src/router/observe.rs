//! One line in the log for each request, under an id that the visitor is told when something fails.

use std::time::Instant;

use axum::{
    extract::{Request, State},
    http::{HeaderName, HeaderValue},
    middleware::Next,
    response::Response,
};
use server::telemetry::statements;
use tracing::Instrument;
use uuid::Uuid;

pub(super) const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");
const STATEMENTS: HeaderName = HeaderName::from_static("x-hbnb-statements");

/// In development the answer also tells how many SQL statements it took.
pub async fn observe(
    State(in_development): State<bool>,
    mut request: Request,
    next: Next,
) -> Response {
    let begun = Instant::now();
    let id = Uuid::new_v4().to_string();
    let header = HeaderValue::try_from(&id).ok();
    // Ours, whatever the request says: nobody writes into the log through it.
    request.headers_mut().remove(REQUEST_ID);
    request
        .headers_mut()
        .extend(header.clone().map(|value| (REQUEST_ID, value)));
    let span =
        tracing::info_span!("request", id, method = %request.method(), path = request.uri().path());
    let (mut response, statements) = statements::counted(next.run(request))
        .instrument(span.clone())
        .await;
    let status = response.status().as_u16();
    let milliseconds = u64::try_from(begun.elapsed().as_millis()).unwrap_or(u64::MAX);
    span.in_scope(|| match status {
        500.. => tracing::warn!(status, milliseconds, statements, "answered"),
        _ => tracing::debug!(status, milliseconds, statements, "answered"),
    });
    let headers = response.headers_mut();
    headers.extend(header.map(|value| (REQUEST_ID, value)));
    if in_development {
        headers.insert(STATEMENTS, statements.into());
    }
    response
}
