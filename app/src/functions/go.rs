//! Where a browser goes after a write that succeeded.

use serde::{Deserialize, Serialize};

use super::next;

/// The address that follows a form with 303.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Go {
    pub to: String,
    /// The version that was written, for an island that stays where it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<u32>,
    /// What was made and is shown only now: the page comes back with it, and nothing is led anywhere.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shown: Option<String>,
}

impl Go {
    /// A place that we chose: a path of ours, or the payment provider's page.
    pub fn to(place: impl Into<String>) -> Self {
        Self {
            to: place.into(),
            version: None,
            shown: None,
        }
    }

    /// Where the visitor was going, when that is on our site; otherwise `fallback`.
    pub fn next(next: Option<&str>, fallback: &str) -> Self {
        Self::to(next.and_then(next::local).unwrap_or(fallback))
    }

    /// Shows this once, on the form's own page.
    pub fn showing(self, secret: String) -> Self {
        Self {
            shown: Some(secret),
            ..self
        }
    }

    pub fn with_version(self, version: u32) -> Self {
        Self {
            version: Some(version),
            ..self
        }
    }
}
