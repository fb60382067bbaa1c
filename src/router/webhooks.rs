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
        .route("/webhooks/stripe", post(stripe))
        .with_state(ctx)
}

async fn sandbox(State(ctx): State<Context>, headers: HeaderMap, body: Bytes) -> StatusCode {
    take(&ctx, "sandbox", &headers, &body).await
}

async fn stripe(State(ctx): State<Context>, headers: HeaderMap, body: Bytes) -> StatusCode {
    take(&ctx, "stripe", &headers, &body).await
}

/// 200 when the message is kept, now or since before; anything else makes the provider send it again.
async fn take(ctx: &Context, provider: &str, headers: &HeaderMap, body: &[u8]) -> StatusCode {
    let signature = headers
        .get(webhooks::signature_header(provider))
        .and_then(|value| value.to_str().ok());
    match webhooks::receive(ctx, provider, signature, body).await {
        Ok(()) => StatusCode::OK,
        Err(Error::User(refusal)) => {
            StatusCode::from_u16(refusal.status()).unwrap_or(StatusCode::BAD_REQUEST)
        }
        Err(error) => {
            tracing::error!(%error, "a webhook was not taken in");
            StatusCode::INTERNAL_SERVER_ERROR
        }
    }
}
