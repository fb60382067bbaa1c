//! A review as anybody may read it.

use chrono::{DateTime, Utc};
use sea_orm::FromQueryResult;
use uuid::Uuid;

/// What somebody said of a home.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct ReviewView {
    pub id: Uuid,
    pub listing_id: Uuid,
    pub author_id: Uuid,
    pub first_name: Option<String>,
    pub last_name: Option<String>,
    /// 1 to 5.
    pub rating: u32,
    /// Plain text; paragraphs are separated by line breaks.
    pub text: String,
    /// Came from the replaced system: no stay here stands behind it.
    pub imported: bool,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
}

impl ReviewView {
    /// "Mina Okafor"
    pub fn author(&self) -> String {
        let names = [&self.first_name, &self.last_name];
        let said: Vec<&str> = names.into_iter().flatten().map(String::as_str).collect();
        said.join(" ").trim().to_owned()
    }
}
