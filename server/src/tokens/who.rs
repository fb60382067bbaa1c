//! Whose token it is.

use domain::tokens::{Scope, Scopes, is_well_formed};
use uuid::Uuid;

use super::{access, hash, personal, row};
use crate::{Context, Result, accounts::Actor};

/// Somebody whom a token proves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    pub actor: Actor,
    /// What the token lets them do; `None` for everything that they may do themselves.
    pub scopes: Option<Scopes>,
    pub proof: Proof,
}

/// Which token it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Proof {
    /// An access token of this log-in.
    LogIn(Uuid),
    /// The personal token of this id.
    Personal(Uuid),
}

impl Known {
    pub fn may(&self, scope: Scope) -> bool {
        let scopes = self.scopes.as_ref();
        scopes.is_none_or(|scopes| scopes.contains(scope))
    }
}

/// Who bears this token; `None` when it proves nobody (any more). At most one statement, and none when it was asked a moment ago; a
/// personal token's last use is noted with another, once a minute.
///
/// # Errors
/// Only the database's.
pub async fn who(ctx: &Context, bearer: &str) -> Result<Option<Known>> {
    let now = ctx.clock.now();
    let token = hash(bearer);
    let claims = if is_well_formed(bearer) {
        None
    } else {
        match access::proved(&ctx.settings.token_keys, bearer, now) {
            Some(claims) => Some(claims),
            None => return Ok(None),
        }
    };
    if let Some(known) = ctx.callers.recall(&token, now) {
        return Ok(Some(known));
    }
    let known = match claims {
        Some(claims) => row::of_log_in(&ctx.db, &claims).await?,
        None => personal::bearer(ctx, &token, now).await?,
    };
    if let Some(known) = &known {
        ctx.callers.remember(token, known.clone(), now);
    }
    Ok(known)
}
