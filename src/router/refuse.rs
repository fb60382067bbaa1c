//! Answers when there is no room, when a handler broke, and whenever else nobody has found words.

use std::{any::Any, sync::Arc};

use app::{errors, shell::Site};
use axum::{
    extract::{Request, State},
    http::{HeaderValue, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use tokio::sync::Semaphore;

use super::observe::REQUEST_ID;
use crate::api::answer::ApiError;

/// Requests in work at once. A page takes a few hundred kilobytes while it is made: this many fit into a machine of 256 MB.
const ROOM: usize = 256;

/// Seconds after which a visitor who was turned away may try again.
const LATER: HeaderValue = HeaderValue::from_static("2");

/// Where programs ask: they read a status and JSON, and no page.
const PROGRAMS: [&str; 5] = ["/api/", "/health", "/sandbox/v1/", "/sfn/", "/webhooks/"];

/// How many more requests may be in work.
#[derive(Clone)]
pub struct Room(Arc<Semaphore>);

impl Room {
    pub fn new() -> Self {
        Self(Arc::new(Semaphore::new(ROOM)))
    }
}

/// 503 at once, rather than everybody's answer late or the memory short.
pub async fn when_full(State(room): State<Room>, request: Request, next: Next) -> Response {
    match room.0.try_acquire() {
        Ok(_place) => next.run(request).await,
        Err(_) if is_programs(&request) => {
            let sentence = "Many requests at once. Please try again in a moment.";
            let refusal = ApiError::new(StatusCode::SERVICE_UNAVAILABLE, sentence);
            ([(header::RETRY_AFTER, LATER)], refusal).into_response()
        }
        Err(_) => StatusCode::SERVICE_UNAVAILABLE.into_response(),
    }
}

/// 500. What broke goes to the log only.
pub fn after_a_panic(panic: Box<dyn Any + Send>) -> Response {
    let text = panic.downcast_ref::<&str>().copied();
    let text = text
        .or_else(|| panic.downcast_ref::<String>().map(String::as_str))
        .unwrap_or("no text");
    tracing::error!(panic = text, "a handler broke");
    StatusCode::INTERNAL_SERVER_ERROR.into_response()
}

/// Says in a page what a layer or the framework refused without words for people: it came too late, was too much or no form, there was
/// no room or no time, or it broke. A page's 503 says when to come back.
pub async fn in_words(State(site): State<Site>, request: Request, next: Next) -> Response {
    if is_programs(&request) {
        return next.run(request).await;
    }
    let id = request.headers().get(REQUEST_ID).cloned();
    let mut response = next.run(request).await;
    if is_wordless(&response) {
        let id = id.as_ref().and_then(|id| id.to_str().ok());
        let page = errors::bare(&site, response.status(), id.unwrap_or_default());
        response = with_headers_of(page, &response);
    }
    if response.status() == StatusCode::SERVICE_UNAVAILABLE {
        let headers = response.headers_mut();
        headers.entry(header::RETRY_AFTER).or_insert(LATER);
    }
    response
}

fn is_programs(request: &Request) -> bool {
    let path = request.uri().path();
    PROGRAMS.iter().any(|programs| path.starts_with(programs))
}

fn is_wordless(response: &Response) -> bool {
    let is_refusal = matches!(response.status().as_u16(), 408 | 413 | 415 | 500 | 503);
    let kind = response.headers().get(header::CONTENT_TYPE);
    is_refusal && kind.is_none_or(|kind| kind.as_bytes().starts_with(b"text/plain"))
}

/// The page with what the answer that it replaces says besides, such as a cookie that is taken away.
fn with_headers_of(mut page: Response, replaced: &Response) -> Response {
    for (name, value) in replaced.headers() {
        if name != header::CONTENT_TYPE && name != header::CONTENT_LENGTH {
            page.headers_mut().append(name, value.clone());
        }
    }
    page
}
