//! What a user may read when something is refused, with the field it belongs to.

use serde::{Deserialize, Deserializer, Serialize};

use crate::{Money, Stay};

/// A name fixed in the program: a field's, or a kind of thing's.
pub type Name = &'static str;

/// A sentence beside one field of a form; the field `""` is the whole form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldError {
    #[serde(deserialize_with = "kept")]
    pub field: Name,
    pub message: String,
}

/// A refusal in words for the user. Displayed, it is one or more full sentences.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum Error {
    #[error("{}", sentences(.0))]
    Invalid(Vec<FieldError>),
    /// What was not found, capitalised: `"Home"`.
    #[error("{0} not found.")]
    NotFound(#[serde(deserialize_with = "kept")] Name),
    #[error("Please log in first.")]
    SignInNeeded,
    #[error("This is not yours to see or change.")]
    Forbidden,
    #[error("These dates have just been taken.{}", offers(.nearest))]
    DatesTaken { nearest: Vec<Stay> },
    #[error("The total has changed from {shown} to {now}. Please look at the price again.")]
    TotalChanged { shown: Money, now: Money },
    /// What comes back on cancelling is no longer what the form said; nothing was cancelled.
    #[error(
        "What comes back has changed from {shown} to {now}, so nothing was cancelled. Please look at it again."
    )]
    RefundChanged { shown: Money, now: Money },
    /// What was to be written down as paid is no longer what the form said; nothing was written down.
    #[error(
        "This amount has changed from {shown} to {now}, so nothing was written down. Please look at it again."
    )]
    AmountChanged { shown: Money, now: Money },
    /// The thing is not in a state that allows this; the sentence says which.
    #[error("{0}")]
    Refused(String),
    #[error("{0}")]
    TooMany(String),
}

impl Error {
    /// A refusal of one field.
    pub fn field(field: Name, message: impl Into<String>) -> Error {
        Error::Invalid(vec![FieldError::new(field, message)])
    }

    /// The HTTP status that says the same.
    pub fn status(&self) -> u16 {
        match self {
            Error::Invalid(_) | Error::RefundChanged { .. } | Error::AmountChanged { .. } => 422,
            Error::NotFound(_) => 404,
            Error::SignInNeeded => 401,
            Error::Forbidden => 403,
            Error::DatesTaken { .. } | Error::TotalChanged { .. } | Error::Refused(_) => 409,
            Error::TooMany(_) => 429,
        }
    }

    /// The refusals by field; for an error that has none, its own sentence for the whole form.
    pub fn fields(&self) -> Vec<FieldError> {
        match self {
            Error::Invalid(fields) => fields.clone(),
            other => vec![FieldError::new("", other.to_string())],
        }
    }
}

impl FieldError {
    pub fn new(field: Name, message: impl Into<String>) -> FieldError {
        FieldError {
            field,
            message: message.into(),
        }
    }
}

/// Takes the value, or keeps the refused fields for the answer: so that a form shows all its errors at once.
pub fn keep<T>(refused: &mut Vec<FieldError>, result: Result<T, Error>) -> Option<T> {
    result.map_err(|error| refused.extend(error.fields())).ok()
}

/// `Ok` when nothing was refused.
pub fn none_refused(refused: Vec<FieldError>) -> Result<(), Error> {
    if refused.is_empty() {
        Ok(())
    } else {
        Err(Error::Invalid(refused))
    }
}

fn sentences(fields: &[FieldError]) -> String {
    fields
        .iter()
        .map(|field| field.message.as_str())
        .collect::<Vec<_>>()
        .join(" ")
}

fn offers(nearest: &[Stay]) -> String {
    let labels: Vec<String> = nearest.iter().map(Stay::label).collect();
    if labels.is_empty() {
        String::new()
    } else {
        format!(" Free near them: {}.", labels.join("; "))
    }
}

/// Only a browser reads errors back, a few bytes for each refusal of its page, so they may stay for its lifetime.
fn kept<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Name, D::Error> {
    Ok(Box::leak(
        String::deserialize(deserializer)?.into_boxed_str(),
    ))
}
