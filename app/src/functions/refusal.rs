//! Why a write did not happen, as the browser may know it.

use leptos::prelude::{FromServerFnError, ServerFnErrorErr};
use serde::{Deserialize, Serialize};
use server_fn::codec::JsonEncoding;

/// The error of every server function.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub enum Refusal {
    /// A rule of ours said no, in words for people.
    User(domain::Error),
    /// What was sent is not what the function takes: not a person's mistake but a program's. 400.
    Malformed(String),
    /// Something of ours failed and was logged. 500.
    Failed,
}

impl Refusal {
    /// The HTTP status of the answer.
    pub fn status(&self) -> u16 {
        match self {
            Self::User(error) => error.status(),
            Self::Malformed(_) => 400,
            Self::Failed => 500,
        }
    }
}

impl From<domain::Error> for Refusal {
    fn from(error: domain::Error) -> Self {
        Self::User(error)
    }
}

#[cfg(feature = "ssr")]
impl From<server::Error> for Refusal {
    fn from(error: server::Error) -> Self {
        match error {
            server::Error::User(error) => Self::User(error),
            server::Error::Gateway(reason) => {
                tracing::warn!(reason, "the payment provider could not be reached");
                Self::User(domain::Error::Refused(server::PROVIDER_AWAY.to_owned()))
            }
            other => {
                tracing::error!(error = %other, "a write failed");
                Self::Failed
            }
        }
    }
}

impl FromServerFnError for Refusal {
    type Encoder = JsonEncoding;

    fn from_server_fn_error(error: ServerFnErrorErr) -> Self {
        match error {
            ServerFnErrorErr::Args(_) | ServerFnErrorErr::MissingArg(_) => {
                Self::Malformed(error.to_string())
            }
            _ => Self::Failed,
        }
    }
}
