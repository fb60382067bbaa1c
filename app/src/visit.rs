//! One visitor's request for one page: who asks, for what, and what was typed.

mod peer;

use std::str::FromStr;

use axum::{
    extract::{FromRequestParts, RawPathParams},
    http::{HeaderMap, request::Parts},
};
use chrono::{DateTime, Utc};
use server::{Context, Error, Result, accounts::Actor, sessions};
use tower_sessions::Session;

use crate::{forms::FormState, security, shell::Site};

pub(crate) use peer::is_here;

/// What every page function is given.
pub struct Visit {
    pub ctx: Context,
    /// Who is logged in.
    pub actor: Option<Actor>,
    /// Whether they have a home: for the menu.
    pub is_host: bool,
    /// Until when the first request must be answered that waits for them.
    pub answer_by: Option<DateTime<Utc>>,
    pub session: Session,
    pub path: String,
    pub query: Vec<(String, String)>,
    /// What was typed and refused, when the page is shown again after a form.
    pub form: FormState,
    /// What a form made, and is shown on this page alone.
    pub shown: Option<String>,
    /// Marks this response's inline scripts. `None` on pages without a session, whose scripts are known by hash.
    pub nonce: Option<String>,
    /// Leads the operator from what a user reports to the log.
    pub request_id: String,
    /// Whether it is the person at this machine, in development.
    pub from_here: bool,
    params: Vec<(String, String)>,
}

impl Visit {
    /// Reads the session with one statement, and only when the browser sent its cookie.
    pub(crate) async fn begin(site: &Site, parts: &mut Parts) -> Result<Self> {
        let session = parts.extensions.get::<Session>().cloned();
        let session = session.ok_or_else(|| Error::Internal("no session layer".into()))?;
        let personal = session.id().is_some();
        let actor = if personal {
            sessions::actor(&session).await?
        } else {
            None
        };
        let is_host = actor.is_some() && sessions::is_host(&session).await?;
        let answer_by = match actor {
            Some(_) => sessions::answer_by(&session).await?,
            None => None,
        };
        let from_here = is_here(&site.ctx, parts).await;
        let params = RawPathParams::from_request_parts(parts, &()).await;
        Ok(Self {
            ctx: site.ctx.clone(),
            actor,
            is_host,
            answer_by,
            session,
            path: parts.uri.path().to_owned(),
            query: pairs(parts.uri.query().unwrap_or_default().as_bytes()),
            form: FormState::default(),
            shown: None,
            nonce: personal.then(security::nonce),
            request_id: request_id(&parts.headers),
            from_here,
            params: params
                .map(|all| all.iter().map(owned).collect())
                .unwrap_or_default(),
        })
    }

    /// The first value of a parameter of the query string.
    pub fn param(&self, name: &str) -> Option<&str> {
        self.query
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.as_str())
    }

    /// Who is logged in; otherwise an error that leads to the log-in page and back.
    pub fn actor(&self) -> Result<&Actor> {
        self.actor
            .as_ref()
            .ok_or(Error::User(domain::Error::SignInNeeded))
    }

    /// Path and query, as the visitor sees them in the address bar.
    pub fn here(&self) -> String {
        let query = form_urlencoded::Serializer::new(String::new())
            .extend_pairs(&self.query)
            .finish();
        if query.is_empty() {
            self.path.clone()
        } else {
            format!("{}?{query}", self.path)
        }
    }

    pub fn now(&self) -> DateTime<Utc> {
        self.ctx.clock.now()
    }

    /// The path's `{id}`, if it has one that parses.
    pub fn part<A: FromStr>(&self) -> Option<A> {
        self.params
            .first()
            .and_then(|(_, value)| value.parse().ok())
    }

    /// The path's named parts, which are arguments of the server function that the page's form calls.
    pub(crate) fn params(&self) -> &[(String, String)] {
        &self.params
    }

    /// Whether the browser sent a session's cookie, even one that has ended.
    pub(crate) fn is_personal(&self) -> bool {
        self.nonce.is_some()
    }
}

/// Names and values of a query string or of a form's body, decoded, in order.
pub(crate) fn pairs(encoded: &[u8]) -> Vec<(String, String)> {
    form_urlencoded::parse(encoded).into_owned().collect()
}

/// Set by the request-id layer on every request.
pub(crate) fn request_id(headers: &HeaderMap) -> String {
    let id = headers.get("x-request-id").and_then(|id| id.to_str().ok());
    id.unwrap_or("unknown").to_owned()
}

fn owned((name, value): (&str, &str)) -> (String, String) {
    (name.to_owned(), value.to_owned())
}
