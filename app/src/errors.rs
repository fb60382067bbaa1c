//! The one place where an operation's failure becomes a page: the user's own errors in words, everything else logged
//! with the request's id and shown as a plain sentence with that id.

mod bare;

pub use bare::bare;

use axum::{
    http::{StatusCode, request::Parts},
    response::{IntoResponse, Redirect, Response},
};
use leptos::prelude::*;
use server::{Error, PROVIDER_AWAY};

use crate::{
    functions::next,
    page::Page,
    pages::not_found,
    shell::{self, Site},
    visit::{self, Visit},
};

/// The page for a failure of the page that was asked for.
pub async fn explain(site: &Site, visit: &Visit, error: Error) -> Response {
    match error {
        Error::User(domain::Error::SignInNeeded) => {
            Redirect::to(&next::via("/login", Some(&visit.here()))).into_response()
        }
        Error::User(domain::Error::NotFound(what)) => missing(site, visit, what),
        Error::User(refusal) => plain(
            site,
            visit,
            refusal.status(),
            "This did not work",
            &refusal.to_string(),
        ),
        Error::Gateway(reason) => {
            tracing::warn!(
                reason,
                path = visit.path,
                "the payment provider could not be reached"
            );
            plain(site, visit, 503, "This did not work", PROVIDER_AWAY)
        }
        other => {
            tracing::error!(error = %other, path = visit.path, "a page failed");
            failed(site, visit).await
        }
    }
}

/// 404, with a way on. `what`: the kind of thing that is not there, such as "Home".
fn missing(site: &Site, visit: &Visit, what: &'static str) -> Response {
    shell::respond(site, visit, not_found::page(what).status(404))
}

/// 400, for what no form of ours sends.
pub async fn malformed(site: &Site, visit: &Visit, reason: &str) -> Response {
    tracing::info!(reason, path = visit.path, "a form was malformed");
    told(site, visit, StatusCode::BAD_REQUEST)
}

/// For a form whose body could not be read: 400, 408, 413 or 415.
pub fn unread(site: &Site, visit: &Visit, status: StatusCode) -> Response {
    tracing::info!(
        status = status.as_u16(),
        path = visit.path,
        "a form could not be read"
    );
    told(site, visit, status)
}

/// 500, after what went wrong was logged.
pub async fn failed(site: &Site, visit: &Visit) -> Response {
    let (title, sentence) = words(StatusCode::INTERNAL_SERVER_ERROR);
    let sentence = format!("{sentence} If you write to us, name {}.", visit.request_id);
    plain(site, visit, 500, title, &sentence)
}

/// 500 before anything is known of the visitor, such as when the session cannot be read.
pub fn unbegun(site: &Site, parts: &Parts, error: &Error) -> Response {
    tracing::error!(%error, path = parts.uri.path(), "a visit could not begin");
    let id = visit::request_id(&parts.headers);
    bare(site, StatusCode::INTERNAL_SERVER_ERROR, &id)
}

/// Title and sentence for what went wrong before an operation could say it better.
pub(crate) fn words(status: StatusCode) -> (&'static str, &'static str) {
    match status {
        StatusCode::REQUEST_TIMEOUT => (
            "This did not arrive in time",
            "We waited, and not everything came. Please check your connection, look what was saved, and send the rest again.",
        ),
        StatusCode::PAYLOAD_TOO_LARGE => (
            "This is too much at once",
            "What you sent is longer than any form of ours can be, so nothing was done. Please go back and shorten it.",
        ),
        StatusCode::SERVICE_UNAVAILABLE => (
            "We are busy just now",
            "We could not answer in time. Please try again in a moment. If you sent a form, look first whether it was done.",
        ),
        status if status.is_server_error() => (
            "Our fault",
            "Something of ours failed, and we have noted it. Please try again in a minute.",
        ),
        _ => (
            "This form was not understood",
            "Please go back, load the page again, and retry.",
        ),
    }
}

fn told(site: &Site, visit: &Visit, status: StatusCode) -> Response {
    let (title, sentence) = words(status);
    plain(site, visit, status.as_u16(), title, sentence)
}

fn plain(site: &Site, visit: &Visit, status: u16, title: &str, sentence: &str) -> Response {
    let (heading, sentence) = (title.to_owned(), sentence.to_owned());
    let picture = match status {
        500.. => "/pictures/storm.svg",
        _ => "/pictures/lost.svg",
    };
    let body = view! {
        <div class="wrap empty">
            <img src=picture alt="" width="600" height="400"/>
            <h1>{heading}</h1>
            <p>{sentence}</p>
            <div class="row">
                <a class="button button--primary" href=visit.here()>"Try again"</a>
                <a class="button" href="/">"Home page"</a>
            </div>
        </div>
    };
    shell::respond(
        site,
        visit,
        Page::new(title, body).status(status).unshared(),
    )
}
