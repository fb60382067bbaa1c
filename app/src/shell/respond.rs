//! Status, headers and body of an answer, by the page's shape.

use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{Html, IntoResponse, Redirect, Response},
};
use leptos::prelude::RenderHtml;

use super::{Site, document};
use crate::{
    page::{Page, Shape},
    security,
    visit::Visit,
};

/// Puts a page into its response.
pub fn respond(site: &Site, visit: &Visit, page: Page) -> Response {
    let status = StatusCode::from_u16(page.status).unwrap_or(StatusCode::OK);
    let caching = caching(visit, &page);
    let policy = policy(site, visit, page.card_from.as_deref());
    let mut response = match page.shape {
        Shape::Go(to) => Redirect::to(&to).into_response(),
        Shape::Fragment => (status, Html(page.body.to_html())).into_response(),
        Shape::File {
            content_type,
            name,
            text,
        } => file(content_type, &name, text),
        Shape::Document => (status, Html(document::write(site, visit, page))).into_response(),
    };
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(caching));
    headers.insert(header::VARY, HeaderValue::from_static("Cookie"));
    if let Ok(policy) = policy.parse() {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    headers.insert("speculation-rules", HeaderValue::from_static(SPECULATION));
    response
}

const SPECULATION: &str = "\"/speculation-rules.json\"";

/// Without a session there is no byte of anybody's in a page, so that any cache may keep it for a minute. A request with
/// a session's cookie is personal even when the session has ended: its answer takes the cookie away.
fn caching(visit: &Visit, page: &Page) -> &'static str {
    let answers_a_form = !visit.form.is_empty();
    match () {
        () if visit.is_personal() => "private, no-store",
        () if page.shared && page.status == 200 && !answers_a_form => "public, max-age=60",
        () => "no-store",
    }
}

fn policy(site: &Site, visit: &Visit, card_from: Option<&str>) -> String {
    match (&visit.nonce, card_from) {
        (Some(nonce), None) => security::policy(&format!("'nonce-{nonce}'")),
        (Some(nonce), Some(script)) => {
            security::policy_with_card(&format!("'nonce-{nonce}'"), script)
        }
        (None, _) => site.build.shared_policy.clone(),
    }
}

fn file(content_type: &'static str, name: &str, text: String) -> Response {
    let disposition = format!("attachment; filename=\"{name}\"");
    (
        [
            (header::CONTENT_TYPE, content_type.to_owned()),
            (header::CONTENT_DISPOSITION, disposition),
        ],
        text,
    )
        .into_response()
}
