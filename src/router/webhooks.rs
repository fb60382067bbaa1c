//! News from payment providers. Their signature is what proves them: no cookie counts here, and no `Origin`.

use axum::{
    Router,
    body::Bytes,
    extract::State,
    http::{HeaderMap, StatusCode},
    routing::post,
};
use server::{Context, Error, payments::webhooks};

pub fn routes(ctx: Context) -> Router {
    Router::new()
        .route("/webhooks/sandbox", post(sandbox))
        .with_state(ctx)
}

/// 200 when the message was dealt with, now or before; anything else makes the provider send it again.
async fn sandbox(State(ctx): State<Context>, headers: HeaderMap, body: Bytes) -> StatusCode {
    let signature = headers
        .get(webhooks::SIGNATURE_HEADER)
        .and_then(|value| value.to_str().ok());
    match webhooks::receive(&ctx, signature, &body).await {
        Ok(()) => StatusCode::OK,
        Err(Error::User(refusal)) => {
            StatusCode::from_u16(refusal.status()).unwrap_or(StatusCode::BAD_REQUEST)
        }
        Err(error) => {
            tracing::error!(%error, "a webhook was not dealt with");
            StatusCode::INTERNAL_SERVER_ERROR
        }
    }
}
