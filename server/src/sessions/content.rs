//! What a session says: who is logged in.

use chrono::{DateTime, Utc};
use tower_sessions::{Session, session};

use crate::{Error, Result, accounts::Actor};

pub(super) const USER_ID: &str = "user_id";
pub(super) const FIRST_NAME: &str = "first_name";
pub(super) const IS_ADMIN: &str = "is_admin";
pub(super) const IS_HOST: &str = "is_host";
pub(super) const ANSWER_BY: &str = "answer_by";

/// Starts a session for somebody who just proved who they are, under a new id: one that somebody else may have planted in the
/// browser is worth nothing afterwards.
pub async fn sign_in(session: &Session, actor: &Actor) -> Result<()> {
    session.cycle_id().await.map_err(failed)?;
    session
        .insert(USER_ID, actor.user_id)
        .await
        .map_err(failed)?;
    session
        .insert(FIRST_NAME, &actor.first_name)
        .await
        .map_err(failed)?;
    session
        .insert(IS_ADMIN, actor.is_admin)
        .await
        .map_err(failed)
}

/// Writes the session to the database at once, not at the end of the request.
pub async fn keep(session: &Session) -> Result<()> {
    session.save().await.map_err(failed)
}

/// Who is logged in. The first call of a request reads the session with one statement, if the browser sent one.
pub async fn actor(session: &Session) -> Result<Option<Actor>> {
    let Some(user_id) = session.get(USER_ID).await.map_err(failed)? else {
        return Ok(None);
    };
    let first_name = session
        .get(FIRST_NAME)
        .await
        .map_err(failed)?
        .unwrap_or_default();
    let is_admin = session
        .get(IS_ADMIN)
        .await
        .map_err(failed)?
        .unwrap_or_default();
    Ok(Some(Actor {
        user_id,
        first_name,
        is_admin,
    }))
}

/// Whether who is logged in has a home, by the same statement as [`actor`]: for menus, never for rights.
pub async fn is_host(session: &Session) -> Result<bool> {
    let is_host = session.get(IS_HOST).await.map_err(failed)?;
    Ok(is_host.unwrap_or_default())
}

/// Until when the first request must be answered that waits for who is logged in, by the same statement as [`actor`];
/// `None` when none waits.
pub async fn answer_by(session: &Session) -> Result<Option<DateTime<Utc>>> {
    let answer_by: Option<Option<DateTime<Utc>>> = session.get(ANSWER_BY).await.map_err(failed)?;
    Ok(answer_by.flatten())
}

/// Ends the session, in the database as well. Twice is the same as once.
pub async fn sign_out(session: &Session) -> Result<()> {
    session.flush().await.map_err(failed)
}

/// What the database knows this session by: for keeping it when the user's others are ended.
pub fn hash_of(session: &Session) -> Option<Vec<u8>> {
    session.id().map(|id| super::hash(&id))
}

fn failed(error: session::Error) -> Error {
    Error::Internal(format!("session: {error}"))
}
