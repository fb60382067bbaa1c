//! ETags: who has an answer already, and it is still the same, is told so in a few bytes.

use axum::{
    body::{Body, to_bytes},
    extract::Request,
    http::{HeaderMap, HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use sha2::{Digest, Sha256};

use super::answer::ApiError;

/// The largest answer that is looked at: a page of a hundred places stays far below.
const MOST: usize = 4 * 1024 * 1024;

/// Adds the ETag to what was asked for by GET, and answers 304 when the client has it.
pub async fn conditional(request: Request, next: Next) -> Response {
    let is_get = request.method() == Method::GET;
    let personal = request.headers().contains_key(header::AUTHORIZATION);
    let known = request.headers().get(header::IF_NONE_MATCH).cloned();
    let mut response = next.run(request).await;
    keep(response.headers_mut(), is_get && !personal);
    if !is_get || response.status() != StatusCode::OK {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    let Ok(bytes) = to_bytes(body, MOST).await else {
        let sentence = "This answer is too long. Ask for less at once.";
        return ApiError::new(StatusCode::SERVICE_UNAVAILABLE, sentence).into_response();
    };
    let tag = tag(&bytes);
    parts.headers.extend(
        HeaderValue::try_from(&tag)
            .ok()
            .map(|tag| (header::ETAG, tag)),
    );
    if known.is_some_and(|known| matches(&known, &tag)) {
        parts.status = StatusCode::NOT_MODIFIED;
        parts.headers.remove(header::CONTENT_TYPE);
        parts.headers.remove(header::CONTENT_LENGTH);
        return Response::from_parts(parts, Body::empty());
    }
    Response::from_parts(parts, Body::from(bytes))
}

/// What is personal is kept nowhere; what everybody may see is asked for again each time.
fn keep(headers: &mut HeaderMap, shared: bool) {
    let how = if shared {
        HeaderValue::from_static("no-cache")
    } else {
        HeaderValue::from_static("private, no-store")
    };
    headers.entry(header::CACHE_CONTROL).or_insert(how);
    headers.append(header::VARY, HeaderValue::from_static("authorization"));
}

/// Weak: compression gives the same answer other bytes.
fn tag(bytes: &[u8]) -> String {
    let hash = Sha256::digest(bytes);
    let start: String = hash
        .iter()
        .take(16)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    format!("W/\"{start}\"")
}

fn matches(known: &HeaderValue, tag: &str) -> bool {
    let bare = tag.trim_start_matches("W/");
    let known = known.to_str().unwrap_or_default();
    known
        .split(',')
        .map(str::trim)
        .any(|one| one == "*" || one.trim_start_matches("W/") == bare)
}
