//! `/health` in the old words: 200 when the database answers, 503 when it does not.

use std::time::Duration;

use axum::{Json, extract::State, http::StatusCode};
use serde::Serialize;
use server::Context;
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};

/// How long the database may take to say that it is there.
const PATIENCE: Duration = Duration::from_secs(2);

pub fn routes() -> OpenApiRouter<Context> {
    OpenApiRouter::new().routes(routes!(health))
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Health)]
pub struct HealthBody {
    /// "healthy" or "unhealthy".
    #[schema(example = "healthy")]
    status: &'static str,
    /// "connected" or "disconnected".
    #[schema(example = "connected")]
    database: &'static str,
}

/// Whether the database answers.
#[utoipa::path(get, path = "/health", tag = "Health",
    responses((status = 200, description = "It does", body = HealthBody),
              (status = 503, description = "It does not", body = HealthBody)))]
pub async fn health(State(ctx): State<Context>) -> (StatusCode, Json<HealthBody>) {
    let answered = tokio::time::timeout(PATIENCE, ctx.db.ping()).await;
    let (code, status, database) = match answered {
        Ok(Ok(())) => (StatusCode::OK, "healthy", "connected"),
        Ok(Err(_)) | Err(_) => (StatusCode::SERVICE_UNAVAILABLE, "unhealthy", "disconnected"),
    };
    (code, Json(HealthBody { status, database }))
}
