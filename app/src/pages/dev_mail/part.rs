//! `/dev/mail/{id}/{part}`: the mail as HTML, as it would be sent, or one of its files.

use axum::{
    extract::{Path, Request, State},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use server::mail::{self, KeptMail};
use uuid::Uuid;

use crate::{shell::Site, visit::is_here};

/// A mail's HTML may use its own style and nothing else.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

pub async fn part(
    State(site): State<Site>,
    Path((id, part)): Path<(Uuid, String)>,
    request: Request,
) -> Response {
    let (mut parts, _body) = request.into_parts();
    if !is_here(&site.ctx, &mut parts).await {
        return StatusCode::NOT_FOUND.into_response();
    }
    let found = mail::kept_mail(&site.ctx, id).await;
    found
        .ok()
        .and_then(|mail| answer(mail, &part))
        .unwrap_or_else(|| StatusCode::NOT_FOUND.into_response())
}

fn answer(mail: KeptMail, part: &str) -> Option<Response> {
    if part == "source" {
        return Some(shown("text/plain; charset=utf-8".to_owned(), mail.source));
    }
    let letter = part == "html";
    let found = mail.parts.into_iter().find(|found| match letter {
        true => found.name.is_none() && found.content_type == "text/html",
        false => found.name.as_deref() == Some(part),
    })?;
    let content_type = format!("{}; charset=utf-8", found.content_type);
    let mut response = shown(content_type, found.text);
    if !letter {
        let disposition = format!("attachment; filename=\"{part}\"").parse().ok()?;
        response
            .headers_mut()
            .insert(header::CONTENT_DISPOSITION, disposition);
    }
    Some(response)
}

fn shown(content_type: String, text: String) -> Response {
    let headers = [
        (header::CONTENT_TYPE, content_type),
        (header::CONTENT_SECURITY_POLICY, POLICY.to_owned()),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    (headers, text).into_response()
}
