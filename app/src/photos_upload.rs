//! `POST /host/homes/{id}/photos`: pictures as a browser sends them, several at once from the plain form, one by one from
//! the island, which asks for JSON. Of all files together only one is in memory at a time.

mod receive;

use axum::{
    extract::{Request, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};
use domain::{FieldError, photos::MOST_BYTES};
use leptos::prelude::RenderHtml;
use serde::Serialize;

use self::receive::{Received, Stop};
use crate::{
    errors,
    forms::FormState,
    functions::next,
    pages::homes,
    shell::{self, Site},
    visit::Visit,
};

/// The most files that one form may bring; as many as a home can have.
const MOST_FILES: usize = domain::photos::MOST_PHOTOS as usize;

/// The largest body, in bytes: that many files of the largest size, and what stands between them.
pub const BODY_LIMIT: usize = MOST_FILES * (MOST_BYTES + 4096);

/// Adds every file that is a picture, and says of each other one why it was refused.
pub async fn upload(State(site): State<Site>, request: Request) -> Response {
    let (mut parts, body) = request.into_parts();
    let visit = match Visit::begin(&site, &mut parts).await {
        Ok(visit) => visit,
        Err(error) => return errors::unbegun(&site, &parts, &error),
    };
    let script = wants_json(&parts.headers);
    let request = Request::from_parts(parts, body);
    let received = receive::receive(&visit, site.patience, request).await;
    if script {
        return told(&visit, received);
    }
    match received {
        Ok(received) => shown(&site, visit, received).await,
        Err(Stop::Refused(server::Error::User(domain::Error::SignInNeeded))) => {
            Redirect::to(&next::via("/login", Some(&visit.path))).into_response()
        }
        Err(Stop::Refused(error)) => errors::explain(&site, &visit, error).await,
        Err(Stop::Malformed(reason)) => errors::malformed(&site, &visit, &reason).await,
        Err(Stop::TooLong) => again(&site, visit, vec![too_long()], 413).await,
        Err(Stop::TooSlow) => again(&site, visit, vec![too_slow()], 408).await,
    }
}

fn wants_json(headers: &HeaderMap) -> bool {
    let accepted = headers.get(header::ACCEPT);
    accepted.is_some_and(|accepted| accepted == "application/json")
}

/// 303 when every file was taken; otherwise the page again, with a sentence for each that was not.
async fn shown(site: &Site, visit: Visit, received: Received) -> Response {
    if received.refused.is_empty() {
        let to = format!("{}?saved=added&added={}", visit.path, received.added.len());
        return Redirect::to(&to).into_response();
    }
    let status = received.status();
    let sentences = received.refused.into_iter().map(|refused| refused.sentence);
    let sentences = sentences.collect();
    again(site, visit, sentences, status).await
}

async fn again(site: &Site, mut visit: Visit, sentences: Vec<String>, status: u16) -> Response {
    let errors = sentences
        .into_iter()
        .map(|sentence| FieldError::new("file", sentence));
    let refusal = domain::Error::Invalid(errors.collect());
    visit.form = FormState::refused(Vec::new(), refusal);
    shell::show_as(site, &visit, &homes::photos::page, Some(status)).await
}

/// What the island is told of the one file that it sent.
#[derive(Serialize)]
struct Told {
    /// The picture as it stands in the list.
    #[serde(skip_serializing_if = "Option::is_none")]
    html: Option<String>,
    /// The home's, for the next change of order.
    #[serde(skip_serializing_if = "Option::is_none")]
    version: Option<u32>,
    /// Why there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    refused: Option<String>,
}

fn told(visit: &Visit, received: Result<Received, Stop>) -> Response {
    let (status, sentence) = match received {
        Ok(received) if received.refused.is_empty() => return added(visit, &received),
        Ok(received) => {
            let sentences = received
                .refused
                .iter()
                .map(|refused| refused.sentence.as_str());
            (received.status(), sentences.collect::<Vec<_>>().join(" "))
        }
        Err(Stop::Refused(server::Error::User(error))) => (error.status(), error.to_string()),
        Err(Stop::Refused(error)) => {
            tracing::error!(%error, "an upload failed");
            (500, receive::FAILED.to_owned())
        }
        Err(Stop::Malformed(reason)) => {
            tracing::info!(reason, "an upload was malformed");
            (400, receive::FAILED.to_owned())
        }
        Err(Stop::TooLong) => (413, too_long()),
        Err(Stop::TooSlow) => (408, too_slow()),
    };
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let told = Told {
        html: None,
        version: None,
        refused: Some(sentence),
    };
    (status, private(), axum::Json(told)).into_response()
}

fn added(visit: &Visit, received: &Received) -> Response {
    let home = visit.part().unwrap_or_default();
    let version = received.added.last().map(|added| added.version);
    let rows = received
        .added
        .iter()
        .map(|added| homes::photos::row(home, &added.photo, None).to_html());
    let told = Told {
        html: Some(rows.collect()),
        version,
        refused: None,
    };
    (private(), axum::Json(told)).into_response()
}

fn private() -> [(header::HeaderName, &'static str); 1] {
    [(header::CACHE_CONTROL, "private, no-store")]
}

fn too_long() -> String {
    "These are too many bytes at once. Send fewer pictures together.".to_owned()
}

fn too_slow() -> String {
    "The picture did not arrive in time. Check your connection and send it again; a smaller one arrives sooner.".to_owned()
}
