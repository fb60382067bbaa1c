//! Who calls a server function, and with what it works.

use leptos::prelude::use_context;
use server::{Context, accounts::Actor, sessions};
use tower_sessions::Session;
use uuid::Uuid;

use super::Refusal;

/// The surroundings of one call.
#[derive(Clone)]
pub struct Here {
    pub ctx: Context,
    pub session: Session,
    pub actor: Option<Actor>,
}

/// The surroundings of the call that is running now.
pub fn here() -> Result<Here, Refusal> {
    use_context::<Here>().ok_or(Refusal::Failed)
}

impl Here {
    /// Who is logged in; otherwise the refusal that leads to the log-in page and back.
    pub fn actor(&self) -> Result<&Actor, Refusal> {
        self.actor
            .as_ref()
            .ok_or(Refusal::User(domain::Error::SignInNeeded))
    }

    /// Starts a session for somebody who just proved who they are, under a new id: one that somebody else may have
    /// planted in the browser is worth nothing afterwards.
    pub async fn sign_in(&self, actor: &Actor) -> Result<(), Refusal> {
        Ok(sessions::sign_in(&self.session, actor).await?)
    }

    /// Ends the session, in the database as well.
    pub async fn sign_out(&self) -> Result<(), Refusal> {
        Ok(sessions::sign_out(&self.session).await?)
    }
}

/// An id from a form or a path. One that is none belongs to nothing: 404.
pub fn id(text: &str, what: &'static str) -> Result<Uuid, Refusal> {
    text.parse()
        .map_err(|_| Refusal::User(domain::Error::NotFound(what)))
}
