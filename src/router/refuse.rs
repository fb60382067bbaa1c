//! Answers when there is no room, and when a handler broke.

use std::{any::Any, sync::Arc};

use axum::{
    extract::{Request, State},
    http::{StatusCode, header},
    middleware::Next,
    response::{Html, IntoResponse, Response},
};
use tokio::sync::Semaphore;

use crate::api::answer::ApiError;

/// Requests in work at once. A page takes a few hundred kilobytes while it is made: this many fit into a machine of 256 MB.
const ROOM: usize = 256;

/// Seconds after which a visitor who was turned away may try again.
const LATER: &str = "2";

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
        Err(_) if request.uri().path().starts_with("/api/") => {
            let sentence = "Many requests at once. Please try again in a moment.";
            let refusal = ApiError::new(StatusCode::SERVICE_UNAVAILABLE, sentence);
            ([(header::RETRY_AFTER, LATER)], refusal).into_response()
        }
        Err(_) => {
            let headers = [
                (header::RETRY_AFTER, LATER),
                (header::CACHE_CONTROL, "no-store"),
            ];
            let page = Html(
                "<!DOCTYPE html><title>HBnB</title><h1>Many visitors at once</h1><p>Please try again in a moment.</p>",
            );
            (StatusCode::SERVICE_UNAVAILABLE, headers, page).into_response()
        }
    }
}

/// 500. What broke goes to the log only.
pub fn after_a_panic(panic: Box<dyn Any + Send>) -> Response {
    let text = panic.downcast_ref::<&str>().copied();
    let text = text
        .or_else(|| panic.downcast_ref::<String>().map(String::as_str))
        .unwrap_or("no text");
    tracing::error!(panic = text, "a handler broke");
    let page = Html(
        "<!DOCTYPE html><title>HBnB</title><h1>Our fault</h1><p>Something of ours failed, and we have noted it.</p>",
    );
    (
        StatusCode::INTERNAL_SERVER_ERROR,
        [(header::CACHE_CONTROL, "no-store")],
        page,
    )
        .into_response()
}
