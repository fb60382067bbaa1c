//! Running a server function: for a plain form, and for whoever calls it under `/sfn/…`.

use std::time::Duration;

use axum::{
    body::Bytes,
    extract::{FromRequest, Request, State},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use leptos::{
    prelude::{FromServerFnError, provide_context},
    reactive::{computed::ScopedFuture, owner::Owner},
};
use serde::{Serialize, de::DeserializeOwned};
use server_fn::ServerFn;

use super::arguments;
use crate::{
    errors,
    functions::{Go, Here, Refusal},
    shell::Site,
    visit::{self, Visit},
};

/// A server function of ours: it refuses in our words.
pub trait Call: ServerFn<Error = Refusal, Output: Serialize> + DeserializeOwned + 'static {}
impl<F: ServerFn<Error = Refusal, Output: Serialize> + DeserializeOwned + 'static> Call for F {}

/// A server function that a form can call: it says where to go.
pub trait Write: ServerFn<Output = Go, Error = Refusal> + DeserializeOwned + 'static {}
impl<F: ServerFn<Output = Go, Error = Refusal> + DeserializeOwned + 'static> Write for F {}

/// Answers a script that calls the function: JSON, with the refusal's own status.
pub async fn function<F: Call>(State(site): State<Site>, request: Request) -> Response {
    let (mut parts, body) = request.into_parts();
    let result = match Visit::begin(&site, &mut parts).await {
        Ok(visit) => {
            let request = Request::from_parts(parts, body);
            match typed(request, site.patience.form).await {
                Ok(typed) => run::<F>(&visit, &typed).await,
                Err(status) => return refused(status, &unread(status)),
            }
        }
        Err(error) => Err(error.into()),
    };
    match result {
        Ok(answer) => axum::Json(answer).into_response(),
        Err(refusal) => {
            let status = StatusCode::from_u16(refusal.status());
            let status = status.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
            refused(status, &refusal)
        }
    }
}

fn refused(status: StatusCode, refusal: &Refusal) -> Response {
    let json = [(header::CONTENT_TYPE, "application/json")];
    (status, json, refusal.ser()).into_response()
}

/// Why the body was not read, in the words of the page that a form would be shown.
fn unread(status: StatusCode) -> Refusal {
    let (title, _) = errors::words(status);
    Refusal::Malformed(title.to_owned())
}

/// Decodes, checks and runs, with [`Here`] as surroundings.
pub(super) async fn run<F: Call>(
    visit: &Visit,
    typed: &[(String, String)],
) -> Result<F::Output, Refusal> {
    let call: F = arguments::decode(typed, visit.params())?;
    let here = Here {
        ctx: visit.ctx.clone(),
        session: visit.session.clone(),
        actor: visit.actor.clone(),
    };
    let owner = Owner::new();
    let body = owner.with(|| {
        provide_context(here);
        ScopedFuture::new(call.run_body())
    });
    body.await
}

/// The pairs of a form's body; 415 for another content type, 413 when it is too long, 408 when not all of it comes within `patience`,
/// 400 when the connection breaks.
pub(super) async fn typed(
    request: Request,
    patience: Duration,
) -> Result<Vec<(String, String)>, StatusCode> {
    let content_type = request
        .headers()
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok());
    let is_form =
        content_type.is_some_and(|value| value.starts_with("application/x-www-form-urlencoded"));
    // A form without fields, such as the one that logs out, has an empty body and needs no type.
    if !is_form && content_type.is_some() {
        return Err(StatusCode::UNSUPPORTED_MEDIA_TYPE);
    }
    let body = tokio::time::timeout(patience, Bytes::from_request(request, &()))
        .await
        .map_err(|_| StatusCode::REQUEST_TIMEOUT)?
        .map_err(|rejection| rejection.status())?;
    if !is_form && !body.is_empty() {
        return Err(StatusCode::UNSUPPORTED_MEDIA_TYPE);
    }
    Ok(visit::pairs(&body))
}
