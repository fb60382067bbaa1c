//! Every request of the API is counted once: as a read, or as a write.

use axum::{
    extract::{Request, State},
    http::HeaderMap,
    middleware::Next,
    response::{IntoResponse, Response},
};
use server::{
    Context,
    limits::{self, Account, Kind},
};

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
    let caller = Caller::of(ctx, headers).await?;
    let account = caller
        .proved()
        .map(|known| Account::User(known.actor.user_id));
    Ok(limits::spend(ctx, kind, account).await?)
}
