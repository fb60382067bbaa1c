//! `/auth`: logging in for tokens, going on with them, and logging out.

use axum::{Json, extract::State, http::StatusCode};
use serde::{Deserialize, Serialize};
use server::{Context, Error, accounts, tokens};
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::{
    answer::{ApiError, ApiResult},
    caller::Somebody,
    done::Done,
    json::{Asked, Body},
};

pub fn routes() -> OpenApiRouter<Context> {
    OpenApiRouter::new()
        .routes(routes!(log_in))
        .routes(routes!(refresh))
        .routes(routes!(log_out))
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct LogIn {
    /// In any case.
    email: String,
    password: String,
}

impl Asked for LogIn {
    const REQUIRED: &'static [&'static str] = &["email", "password"];
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct Refresh {
    refresh_token: String,
}

impl Asked for Refresh {
    const REQUIRED: &'static [&'static str] = &["refresh_token"];
}

/// What somebody who logged in goes on with.
#[derive(Serialize, ToSchema)]
struct Tokens {
    /// Goes into `Authorization: Bearer …`.
    access_token: String,
    /// Works once, for the next pair; the same one twice ends the log-in.
    refresh_token: String,
    /// Seconds for which the access token is good.
    expires_in: i64,
}

impl From<tokens::Issued> for Tokens {
    fn from(issued: tokens::Issued) -> Self {
        Self {
            access_token: issued.access_token,
            refresh_token: issued.refresh_token,
            expires_in: issued.expires_in.num_seconds(),
        }
    }
}

/// Log in.
#[utoipa::path(post, path = "/auth/login", tag = "Accounts", request_body = LogIn, responses((status = 200, body = Tokens)))]
async fn log_in(
    State(ctx): State<Context>,
    Body(LogIn { email, password }): Body<LogIn>,
) -> ApiResult<Json<Tokens>> {
    let issued = tokens::log_in(&ctx, accounts::LogIn { email, password }).await;
    Ok(Json(issued.map_err(not_let_in)?.into()))
}

/// Get the next pair of tokens.
#[utoipa::path(post, path = "/auth/refresh", tag = "Accounts", request_body = Refresh, responses((status = 200, body = Tokens)))]
async fn refresh(
    State(ctx): State<Context>,
    Body(Refresh { refresh_token }): Body<Refresh>,
) -> ApiResult<Json<Tokens>> {
    Ok(Json(tokens::refresh(&ctx, &refresh_token).await?.into()))
}

/// Log out: this log-in's tokens end on every server.
#[utoipa::path(post, path = "/auth/logout", tag = "Accounts", responses((status = 200, body = Done)))]
async fn log_out(State(ctx): State<Context>, Somebody(caller): Somebody) -> ApiResult<Json<Done>> {
    tokens::log_out(&ctx, caller.in_person()?).await?;
    Ok(Done::saying("Logged out successfully"))
}

/// Clients match on these words; whatever was wrong with address or password, they are the same.
fn not_let_in(error: Error) -> ApiError {
    match error {
        Error::User(domain::Error::Invalid(_)) => {
            ApiError::new(StatusCode::UNAUTHORIZED, "Invalid credentials")
        }
        other => other.into(),
    }
}
