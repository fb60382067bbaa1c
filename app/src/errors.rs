//! The one place where an operation's failure becomes a page: the user's own errors in words, everything else logged
//! with the request's id and shown as a plain sentence with that id.

use axum::{
    http::{StatusCode, header, request::Parts},
    response::{Html, IntoResponse, Redirect, Response},
};
use leptos::prelude::*;
use server::Error;

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
    plain(
        site,
        visit,
        400,
        "This form was not understood",
        "Please go back, load the page again, and retry.",
    )
}

/// 500, after what went wrong was logged.
pub async fn failed(site: &Site, visit: &Visit) -> Response {
    let sentence = format!(
        "Something of ours failed, and we have noted it. Please try again in a minute. If you write to us, name {}.",
        visit.request_id
    );
    plain(site, visit, 500, "Our fault", &sentence)
}

/// 500 before anything is known of the visitor, such as when the session cannot be read.
pub fn bare(parts: &Parts, error: &Error) -> Response {
    let id = visit::request_id(&parts.headers);
    tracing::error!(%error, path = parts.uri.path(), "a visit could not begin");
    let id: String = id
        .chars()
        .filter(|c| c.is_ascii_alphanumeric() || *c == '-')
        .collect();
    let html = format!(
        "<!DOCTYPE html><html lang=\"en-GB\"><meta charset=\"utf-8\"><title>HBnB</title><h1>Our fault</h1>\
         <p>Something of ours failed, and we have noted it. Please try again in a minute. If you write to us, name {id}.</p>"
    );
    (
        StatusCode::INTERNAL_SERVER_ERROR,
        [(header::CACHE_CONTROL, "no-store")],
        Html(html),
    )
        .into_response()
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
