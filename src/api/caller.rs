//! Who calls: the bearer of an access token or of a personal token, or nobody in particular.

use axum::{
    extract::{FromRef, FromRequestParts},
    http::{HeaderMap, StatusCode, header, request::Parts},
};
use domain::tokens::Scope;
use server::{
    Context,
    accounts::Actor,
    tokens::{self, Known},
};

use super::answer::{ApiError, ApiResult};

/// Who calls. A token that is not good, or not any more, makes nobody: what everybody may read is read with it too, as it always was.
#[derive(Debug, Clone)]
pub struct Caller(Option<Known>);

impl Caller {
    /// Whoever the headers prove; nobody in particular when they prove nothing.
    ///
    /// # Errors
    /// 503 when the database cannot say.
    pub async fn of(ctx: &Context, headers: &HeaderMap) -> ApiResult<Self> {
        let said = headers.get(header::AUTHORIZATION);
        let said = said.and_then(|said| said.to_str().ok());
        match said.and_then(bearer) {
            Some(bearer) => Ok(Self(tokens::who(ctx, bearer).await?)),
            None => Ok(Self(None)),
        }
    }

    /// Who acts.
    ///
    /// # Errors
    /// 401 without a token, 403 with a personal token that has not this scope.
    pub fn actor(&self, scope: Scope) -> ApiResult<Actor> {
        let known = self.somebody()?;
        if !known.may(scope) {
            let word = scope.as_str();
            let sentence = format!("This token lacks the scope {word}.");
            return Err(ApiError::new(StatusCode::FORBIDDEN, sentence));
        }
        Ok(known.actor.clone())
    }

    /// Whoever is behind the token, whatever it lets them do.
    ///
    /// # Errors
    /// 401 without a token.
    pub fn somebody(&self) -> ApiResult<&Known> {
        self.0.as_ref().ok_or_else(ApiError::unauthorized)
    }

    /// Who looks at what everybody may look at: `None` without a token, or with one that has not this scope.
    pub fn maybe(&self, scope: Scope) -> Option<&Actor> {
        let known = self.0.as_ref().filter(|known| known.may(scope));
        known.map(|known| &known.actor)
    }

    /// Whoever is behind the token, or nobody in particular.
    pub fn proved(&self) -> Option<&Known> {
        self.0.as_ref()
    }

    /// Who acts with an access token of a log-in: for what no program may do with a personal token.
    ///
    /// # Errors
    /// 401 without a token, 403 with a personal one.
    pub fn in_person(&self) -> ApiResult<&Known> {
        let known = self.somebody()?;
        if known.scopes.is_some() {
            let sentence = "Log in for this: a personal token cannot do it.";
            return Err(ApiError::new(StatusCode::FORBIDDEN, sentence));
        }
        Ok(known)
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Caller
where
    Context: FromRef<S>,
{
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> ApiResult<Self> {
        Self::of(&Context::from_ref(state), &parts.headers).await
    }
}

/// A caller who must say who they are: 401 before anything else that was sent is looked at.
#[derive(Debug, Clone)]
pub struct Somebody(pub Caller);

impl<S: Send + Sync> FromRequestParts<S> for Somebody
where
    Context: FromRef<S>,
{
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> ApiResult<Self> {
        let caller = Caller::from_request_parts(parts, state).await?;
        caller.somebody()?;
        Ok(Self(caller))
    }
}

/// What stands behind `Bearer`, in any case.
fn bearer(said: &str) -> Option<&str> {
    let (scheme, token) = said.split_once(' ')?;
    let token = token.trim();
    (scheme.eq_ignore_ascii_case("bearer") && !token.is_empty()).then_some(token)
}
