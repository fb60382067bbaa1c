//! What is answered when something is refused or fails: `{"error": "sentence"}`, with `"fields"` beside it where there are several.

use std::{any::Any, collections::BTreeMap};

use axum::{
    Json,
    extract::{OriginalUri, Request},
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use domain::{Error as Refusal, FieldError};
use serde::Serialize;
use server::{Error, PROVIDER_AWAY};
use utoipa::ToSchema;

/// What every handler gives.
pub type ApiResult<T> = Result<T, ApiError>;

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// A refusal on its way to the client.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApiError {
    status: StatusCode,
    sentence: String,
    fields: BTreeMap<String, String>,
}

/// The body of every refusal.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Error)]
pub struct ErrorBody {
    /// A sentence for people.
    pub error: String,
    /// What is wrong, by the name of the field.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    #[schema(required = false)]
    pub fields: BTreeMap<String, String>,
    /// What our log knows the request by, when the fault is ours.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(required = false, nullable = false)]
    pub request_id: Option<String>,
}

/// On answers whose fault is ours, with their sentence: they are told the request's id.
#[derive(Clone)]
struct OurFault(String);

impl ApiError {
    pub fn new(status: StatusCode, sentence: impl Into<String>) -> Self {
        Self {
            status,
            sentence: sentence.into(),
            fields: BTreeMap::new(),
        }
    }

    /// 400 for the whole request.
    pub fn bad_request(sentence: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, sentence)
    }

    /// 400 for one field.
    pub fn field(name: &str, sentence: impl Into<String>) -> Self {
        let sentence = sentence.into();
        Self::bad_request(format!("{name}: {sentence}")).with_field(name, sentence)
    }

    /// 404 "Place not found".
    pub fn not_found(thing: &str) -> Self {
        Self::new(StatusCode::NOT_FOUND, format!("{thing} not found"))
    }

    /// 401, for whoever did not say who they are, or not rightly.
    pub fn unauthorized() -> Self {
        Self::new(StatusCode::UNAUTHORIZED, "Missing or invalid token")
    }

    /// 403, for whoever is somebody else.
    pub fn forbidden() -> Self {
        Self::new(StatusCode::FORBIDDEN, "Unauthorized action")
    }

    /// Says it beside the field, too.
    #[must_use]
    pub fn with_field(mut self, name: &str, sentence: impl Into<String>) -> Self {
        self.fields.insert(name.to_owned(), sentence.into());
        self
    }

    /// The same field under the name that clients know it by.
    #[must_use]
    pub fn renamed(mut self, ours: &str, theirs: &str) -> Self {
        if let Some(sentence) = self.fields.remove(ours) {
            self.fields.insert(theirs.to_owned(), sentence);
        }
        self
    }

    pub fn status(&self) -> StatusCode {
        self.status
    }

    pub fn sentence(&self) -> &str {
        &self.sentence
    }
}

impl From<Error> for ApiError {
    fn from(error: Error) -> Self {
        match error {
            Error::User(refusal) => refusal.into(),
            Error::Gateway(reason) => {
                tracing::warn!(reason, "the payment provider could not be reached");
                Self::new(StatusCode::SERVICE_UNAVAILABLE, PROVIDER_AWAY)
            }
            ours => {
                tracing::error!(error = %ours, "an answer of the API failed");
                Self::new(StatusCode::SERVICE_UNAVAILABLE, TROUBLE)
            }
        }
    }
}

const TROUBLE: &str = "Something of ours does not work at the moment. Please try again shortly.";

impl From<Refusal> for ApiError {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::Invalid(fields) => invalid(fields),
            Refusal::NotFound(thing) => Self::not_found(called(thing)),
            Refusal::SignInNeeded => Self::unauthorized(),
            Refusal::Forbidden => Self::forbidden(),
            Refusal::DatesTaken { .. } => {
                Self::bad_request("Place is not available for selected dates")
            }
            Refusal::Refused(sentence) => Self::bad_request(sentence),
            Refusal::TotalChanged { .. }
            | Refusal::RefundChanged { .. }
            | Refusal::AmountChanged { .. } => Self::new(StatusCode::CONFLICT, refusal.to_string()),
            Refusal::TooMany(sentence) => Self::new(StatusCode::TOO_MANY_REQUESTS, sentence),
        }
    }
}

fn invalid(fields: Vec<FieldError>) -> ApiError {
    let first = fields.first().map(|field| field.message.clone());
    let mut error = ApiError::bad_request(first.unwrap_or_default());
    for FieldError { field, message } in fields {
        if !field.is_empty() {
            error.fields.entry(field.to_owned()).or_insert(message);
        }
    }
    error
}

/// Clients know a home as a place, and both sides of a stay as a booking.
fn called(thing: &'static str) -> &'static str {
    match thing {
        "Home" => "Place",
        "Reservation" => "Booking",
        other => other,
    }
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        let ours = self.status.is_server_error();
        let fault = ours.then(|| OurFault(self.sentence.clone()));
        let body = ErrorBody {
            error: self.sentence,
            fields: self.fields,
            request_id: None,
        };
        let mut response = (self.status, Json(body)).into_response();
        if self.status == StatusCode::UNAUTHORIZED {
            let how = HeaderValue::from_static("Bearer");
            response.headers_mut().insert(header::WWW_AUTHENTICATE, how);
        }
        if let Some(fault) = fault {
            response.extensions_mut().insert(fault);
        }
        response
    }
}

/// 404 for a path that is none.
pub async fn nowhere(OriginalUri(uri): OriginalUri) -> ApiError {
    ApiError::new(
        StatusCode::NOT_FOUND,
        format!("There is nothing at {}.", uri.path()),
    )
}

/// What broke goes to the log only.
pub fn after_a_panic(panic: Box<dyn Any + Send>) -> Response {
    let text = panic.downcast_ref::<&str>().copied();
    let text = text
        .or_else(|| panic.downcast_ref::<String>().map(String::as_str))
        .unwrap_or("no text");
    tracing::error!(panic = text, "a handler of the API broke");
    ApiError::new(StatusCode::SERVICE_UNAVAILABLE, TROUBLE).into_response()
}

/// Says refusals of the framework (a method that is none, a body that is too long, a time that is over) as ours are said, and tells
/// the request's id where the fault is ours.
pub async fn in_json(request: Request, next: Next) -> Response {
    let id = request.headers().get(REQUEST_ID).cloned();
    let response = next.run(request).await;
    let status = response.status();
    if !status.is_client_error() && !status.is_server_error() {
        return response;
    }
    let fault = response.extensions().get::<OurFault>().cloned();
    if is_json(response.headers()) && fault.is_none() {
        return response;
    }
    let (parts, _) = response.into_parts();
    let body = ErrorBody {
        error: fault.map_or_else(|| plain(status).to_owned(), |OurFault(sentence)| sentence),
        fields: BTreeMap::new(),
        request_id: id
            .filter(|_| status.is_server_error())
            .and_then(|id| id.to_str().ok().map(str::to_owned)),
    };
    let mut said = (status, Json(body)).into_response();
    for (name, value) in &parts.headers {
        if name != header::CONTENT_TYPE && name != header::CONTENT_LENGTH {
            said.headers_mut().append(name, value.clone());
        }
    }
    said
}

fn is_json(headers: &HeaderMap) -> bool {
    headers
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"application/json"))
}

fn plain(status: StatusCode) -> &'static str {
    match status {
        StatusCode::METHOD_NOT_ALLOWED => "This method is not allowed here.",
        StatusCode::NOT_FOUND => "There is nothing here.",
        StatusCode::PAYLOAD_TOO_LARGE => "A request may have at most 64 KB.",
        status if status.is_server_error() => TROUBLE,
        _ => "This request was not understood.",
    }
}
