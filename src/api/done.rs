//! What is answered when something was done and there is nothing to show for it.

use axum::Json;
use serde::Serialize;
use utoipa::ToSchema;

/// A sentence.
#[derive(Debug, Serialize, ToSchema)]
pub struct Done {
    /// "Place deleted successfully"
    pub message: String,
}

impl Done {
    pub fn saying(message: &str) -> Json<Self> {
        Json(Self {
            message: message.to_owned(),
        })
    }
}
