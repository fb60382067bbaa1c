//! What can go wrong between us and Stripe.

use std::{io, time::Duration};

use axum::{
    body::Body,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use futures::stream;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// It is done, and the answer comes late.
    Late,
    /// It is done, and the answer is lost on the way.
    Lost,
    /// The network brings the request twice.
    Doubled,
    /// Nothing is done.
    Down,
}

pub fn down() -> Response {
    let body = r#"{"error":{"type":"api_error","message":"Stripe is down."}}"#;
    (StatusCode::SERVICE_UNAVAILABLE, body).into_response()
}

/// The connection breaks in the middle of the answer.
pub fn lost() -> Response {
    let broken = Err::<&str, _>(io::Error::other("the cable was cut"));
    Body::from_stream(stream::iter([Ok("{\"id\":"), broken])).into_response()
}

pub async fn late() {
    tokio::time::sleep(Duration::from_millis(300)).await;
}
