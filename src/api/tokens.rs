//! `/tokens`: personal tokens. Only an access token of a log-in makes, lists and revokes them.

use axum::{Json, extract::State, http::StatusCode};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use server::{
    Context,
    tokens::{self, PersonalToken, WantedToken},
};
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};
use uuid::Uuid;

use super::{
    answer::{ApiError, ApiResult},
    caller::Somebody,
    done::Done,
    json::{Asked, Body, Nothing, Query},
};

pub fn routes() -> OpenApiRouter<Context> {
    OpenApiRouter::new()
        .routes(routes!(list, make))
        .routes(routes!(revoke))
}

/// A personal token as it is shown later: without the token.
#[derive(Serialize, ToSchema)]
struct TokenBody {
    id: Uuid,
    name: String,
    scopes: Vec<&'static str>,
    created_at: DateTime<Utc>,
    /// Null: until it is revoked.
    expires_at: Option<DateTime<Utc>>,
    /// To the minute.
    last_used_at: Option<DateTime<Utc>>,
}

impl From<PersonalToken> for TokenBody {
    fn from(token: PersonalToken) -> Self {
        Self {
            id: token.id,
            name: token.name,
            scopes: token.scopes.iter().map(|scope| scope.as_str()).collect(),
            created_at: token.created_at,
            expires_at: token.expires_at,
            last_used_at: token.last_used_at,
        }
    }
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct NewToken {
    #[schema(min_length = 1, max_length = 80)]
    name: String,
    /// `listings:read`, `listings:write`, `calendar:write`, `bookings:read`, `bookings:write`, `payments:read`, `profile`.
    #[schema(min_items = 1)]
    scopes: Vec<String>,
    /// Days from 1 to 365; without it, until it is revoked.
    #[schema(minimum = 1, maximum = 365)]
    expires_in_days: Option<u32>,
}

impl Asked for NewToken {
    const REQUIRED: &'static [&'static str] = &["name", "scopes"];
}

#[derive(Serialize, ToSchema)]
struct MadeToken {
    id: Uuid,
    /// Told only this once.
    token: String,
}

/// One's own tokens.
#[utoipa::path(get, path = "/tokens", tag = "Tokens", responses((status = 200, body = Vec<TokenBody>)))]
async fn list(
    State(ctx): State<Context>,
    Somebody(caller): Somebody,
    Query(Nothing {}): Query<Nothing>,
) -> ApiResult<Json<Vec<TokenBody>>> {
    let tokens = tokens::list(&ctx, &caller.in_person()?.actor).await?;
    Ok(Json(tokens.into_iter().map(TokenBody::from).collect()))
}

/// Make a token.
#[utoipa::path(post, path = "/tokens", tag = "Tokens", request_body = NewToken, responses((status = 201, body = MadeToken)))]
async fn make(
    State(ctx): State<Context>,
    Somebody(caller): Somebody,
    Body(said): Body<NewToken>,
) -> ApiResult<(StatusCode, Json<MadeToken>)> {
    let days = said.expires_in_days.map(|days| days.to_string());
    let wanted = WantedToken {
        id: Uuid::new_v4(),
        name: said.name,
        scopes: said.scopes,
        expires_in: days.unwrap_or_else(|| "never".to_owned()),
    };
    let made = tokens::make(&ctx, &caller.in_person()?.actor, wanted).await;
    let made =
        made.map_err(|error| ApiError::from(error).renamed("expires_in", "expires_in_days"))?;
    let (id, token) = (made.id, made.token);
    Ok((StatusCode::CREATED, Json(MadeToken { id, token })))
}

/// End a token, on every server.
#[utoipa::path(delete, path = "/tokens/{id}", tag = "Tokens", params(("id" = Uuid, Path)), responses((status = 200, body = Done)))]
async fn revoke(
    State(ctx): State<Context>,
    Somebody(caller): Somebody,
    axum::extract::Path(id): axum::extract::Path<String>,
) -> ApiResult<Json<Done>> {
    let id = id.parse().map_err(|_| ApiError::not_found("Token"))?;
    tokens::revoke(&ctx, &caller.in_person()?.actor, id).await?;
    Ok(Done::saying("Token revoked successfully"))
}
