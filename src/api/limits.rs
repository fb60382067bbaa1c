//! Every request of the API is counted once: as a read, or as a write.

use axum::{
    extract::{Request, State},
    http::{HeaderMap, StatusCode},
    middleware::Next,
    response::{IntoResponse, Response},
};
use server::{
    Context,
    limits::{self, Account, Kind},
};
use uuid::Uuid;

use super::{answer::ApiResult, caller::Caller};

/// 429 for whoever asks too often.
pub async fn count(State(ctx): State<Context>, request: Request, next: Next) -> Response {
    let kind = match request.method().is_safe() {
        true => Kind::Read,
        false => Kind::Write,
    };
    match spend(&ctx, kind, request.headers()).await {
        Ok(()) => next.run(request).await,
        Err(refusal) => refusal.into_response(),
    }
}

async fn spend(ctx: &Context, kind: Kind, headers: &HeaderMap) -> ApiResult<()> {
    if ctx.settings.limits.is_none() {
        return Ok(());
    }
    let user = user(ctx, headers).await?;
    Ok(limits::spend(ctx, kind, user.map(Account::User)).await?)
}

/// Whose account is counted. That a token is not good is for the handler to say; it is counted for the address alone.
async fn user(ctx: &Context, headers: &HeaderMap) -> ApiResult<Option<Uuid>> {
    match Caller::of(ctx, headers).await {
        Ok(caller) => Ok(caller.proved().map(|known| known.actor.user_id)),
        Err(refusal) if refusal.status() == StatusCode::UNAUTHORIZED => Ok(None),
        Err(failure) => Err(failure),
    }
}
