//! For whoever keeps the server running: does it live, may it be sent visitors.

use std::time::Duration;

use axum::{
    Router,
    extract::State,
    http::{StatusCode, header},
    response::IntoResponse,
    routing::get,
};
use server::Context;

/// How long the database may take to say that it is there.
const PATIENCE: Duration = Duration::from_secs(2);

pub fn routes(ctx: Context) -> Router {
    Router::new()
        // The replaced system answered here, too.
        .route("/health", get(crate::api::health::health))
        .route("/health/", get(crate::api::health::health))
        .route("/health/live", get(live))
        .route("/health/ready", get(ready))
        .with_state(ctx)
}

/// 200 as long as the process answers: restarting it would not bring a lost database back.
async fn live() -> impl IntoResponse {
    ([(header::CACHE_CONTROL, "no-store")], "live\n")
}

/// 503 while the database is away.
async fn ready(State(ctx): State<Context>) -> impl IntoResponse {
    let answered = tokio::time::timeout(PATIENCE, ctx.db.ping()).await;
    let (status, word) = match answered {
        Ok(Ok(())) => (StatusCode::OK, "ready\n"),
        Ok(Err(_)) | Err(_) => (
            StatusCode::SERVICE_UNAVAILABLE,
            "the database does not answer\n",
        ),
    };
    (status, [(header::CACHE_CONTROL, "no-store")], word)
}
