//! What clients send, understood field by field: every refusal names the field.

mod reading;
#[cfg(test)]
mod tests;

use std::{cell::Cell, collections::BTreeMap, fmt::Display};

use axum::{
    body::Bytes,
    extract::{FromRequest, FromRequestParts, Request},
    http::{StatusCode, header, request::Parts},
};
use serde::de::{DeserializeOwned, Deserializer, value::MapAccessDeserializer};
use serde_json::{Map, Value};

use super::answer::{ApiError, ApiResult};
use reading::{Probe, Texts, Values};

/// In bytes.
pub const BODY_LIMIT: usize = 64 * 1024;

/// What a request may say. Its fields are known from `Deserialize`; `flatten` would hide them. `deny_unknown_fields` says in the document
/// what is true here in any case.
pub trait Asked: DeserializeOwned {
    /// Without these (or with null) the answer is 400 "Missing fields: a, b".
    const REQUIRED: &'static [&'static str] = &[];
    /// What the replaced system took and ignored, and so do we; and what our own answer shows beside it, so that it can be sent back.
    const IGNORED: &'static [&'static str] = &[];
    /// Fields that are refused in words of their own: name and sentence.
    const REFUSED: &'static [(&'static str, &'static str)] = &[];
    /// Of queries: `limit` and `cursor` belong to [`super::paging::Pages`].
    const PAGED: bool = false;
}

/// The JSON object in a request's body. Without a body: an object without fields.
#[derive(Debug)]
pub struct Body<T>(pub T);

/// What stands behind the question mark.
#[derive(Debug)]
pub struct Query<T>(pub T);

/// A request that says nothing.
#[derive(Debug, serde::Deserialize, utoipa::ToSchema)]
pub struct Nothing {}

impl Asked for Nothing {}

/// A query that says which page, and nothing else.
#[derive(Debug, serde::Deserialize)]
pub struct OnlyPages {}

impl Asked for OnlyPages {
    const PAGED: bool = true;
}

impl<T: Asked, S: Send + Sync> FromRequest<S> for Body<T> {
    type Rejection = ApiError;

    async fn from_request(request: Request, state: &S) -> ApiResult<Self> {
        let kind = request.headers().get(header::CONTENT_TYPE);
        let kind = kind.map(|kind| kind.to_str().unwrap_or_default().to_owned());
        let bytes =
            Bytes::from_request(request, state)
                .await
                .map_err(|rejection| match rejection.status() {
                    StatusCode::PAYLOAD_TOO_LARGE => ApiError::new(
                        StatusCode::PAYLOAD_TOO_LARGE,
                        "A request may have at most 64 KB.",
                    ),
                    _ => ApiError::bad_request("The request ended before its body did."),
                })?;
        body(kind.as_deref(), &bytes).map(Body)
    }
}

impl<T: Asked, S: Send + Sync> FromRequestParts<S> for Query<T> {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> ApiResult<Self> {
        query(parts.uri.query().unwrap_or_default()).map(Query)
    }
}

/// Understands a body of this content type.
///
/// # Errors
/// 400 with the fields named.
pub fn body<T: Asked>(content_type: Option<&str>, bytes: &[u8]) -> ApiResult<T> {
    if bytes.is_empty() {
        return understand(Map::new());
    }
    let kind = content_type.unwrap_or_default().to_ascii_lowercase();
    if kind.split(';').next().map(str::trim) != Some("application/json") {
        return Err(ApiError::bad_request(
            "Send the request as JSON, with Content-Type: application/json.",
        ));
    }
    match serde_json::from_slice(bytes) {
        Ok(Value::Object(said)) => understand(said),
        Ok(_) => Err(ApiError::bad_request("Send a JSON object.")),
        Err(_) => Err(ApiError::bad_request("The body is not JSON.")),
    }
}

/// Understands what stands behind the question mark.
///
/// # Errors
/// 400 with the fields named.
pub fn query<T: Asked>(text: &str) -> ApiResult<T> {
    let mut said: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (name, value) in form_urlencoded::parse(text.as_bytes()) {
        said.entry(name.into_owned())
            .or_default()
            .push(value.into_owned());
    }
    if T::PAGED {
        said.remove("limit");
        said.remove("cursor");
    }
    understand(said.into_iter().map(|(name, texts)| (name, Texts(texts))))
}

fn understand<'de, T, V>(said: impl IntoIterator<Item = (String, V)>) -> ApiResult<T>
where
    T: Asked,
    V: Deserializer<'de> + IsNull,
    V::Error: Display,
{
    let known = fields_of::<T>();
    let mut kept = Vec::new();
    let mut unknown = Vec::new();
    let mut refused = None;
    for (name, value) in said {
        if let Some((_, sentence)) = T::REFUSED.iter().find(|(field, _)| *field == name) {
            refused.get_or_insert(ApiError::bad_request(*sentence).with_field(&name, *sentence));
        } else if known.contains(&name.as_str()) {
            kept.push((name, value));
        } else if !T::IGNORED.contains(&name.as_str()) {
            unknown.push(name);
        }
    }
    unknown.sort_unstable();
    if let Some(refused) = refused {
        return Err(refused);
    }
    let is_said = |field: &&str| {
        kept.iter()
            .any(|(name, value)| name == field && !value.is_null())
    };
    let missing = T::REQUIRED.iter().filter(|field| !is_said(field));
    let missing: Vec<String> = missing.map(|field| (*field).to_owned()).collect();
    named("Missing fields", &missing, "This field is missing.")?;
    named("Unknown fields", &unknown, "This field is not known here.")?;
    let values = MapAccessDeserializer::new(Values::new(kept.into_iter()));
    T::deserialize(values).map_err(ApiError::from)
}

/// 400 that names every field.
fn named(what: &str, fields: &[String], sentence: &str) -> ApiResult<()> {
    if fields.is_empty() {
        return Ok(());
    }
    let error = ApiError::bad_request(format!("{what}: {}", fields.join(", ")));
    Err(fields
        .iter()
        .fold(error, |error, field| error.with_field(field, sentence)))
}

/// The fields that `T` asks a deserializer for.
fn fields_of<T: DeserializeOwned>() -> &'static [&'static str] {
    let fields = Cell::new(&[] as &'static [&'static str]);
    // It always fails: only what is asked for is of interest.
    let _ = T::deserialize(Probe(&fields));
    fields.get()
}

/// The fields of an answer that the request does not take: with one, nobody could change what they read and send it back.
#[cfg(test)]
pub fn not_taken_back<Shown: utoipa::PartialSchema, T: Asked>() -> Vec<String> {
    let schema = serde_json::to_value(Shown::schema()).expect("a schema");
    let shown = schema["properties"].as_object().expect("an object");
    let taken = [fields_of::<T>(), T::IGNORED].concat();
    let left = shown
        .keys()
        .filter(|field| !taken.contains(&field.as_str()));
    left.cloned().collect()
}

/// What counts as not said.
pub(crate) trait IsNull {
    fn is_null(&self) -> bool;
}

impl IsNull for Value {
    fn is_null(&self) -> bool {
        Value::is_null(self)
    }
}

impl IsNull for Texts {
    fn is_null(&self) -> bool {
        self.0.iter().all(String::is_empty)
    }
}
