//! How the home is called and described.

use serde::{Deserialize, Serialize};

use crate::{FieldError, Result, error::none_refused, text as words};

/// In characters.
pub(super) const LONGEST_TITLE: usize = 100;
const SHORTEST_DESCRIPTION: usize = 40;
pub(super) const LONGEST_DESCRIPTION: usize = 8_000;

/// As typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextForm {
    pub title: String,
    pub description: String,
}

/// What it says, clean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// One line.
    pub title: String,
    /// Paragraphs between empty lines.
    pub description: String,
}

/// Refuses, each at its field, texts that say nothing or too much.
pub fn text(form: &TextForm) -> Result<Text> {
    let (title, description) = (words::line(&form.title), words::lines(&form.description));
    let mut refused = Vec::new();
    if !title.chars().any(char::is_alphanumeric) {
        refused.push(FieldError::new("title", "Give the home a title."));
    } else if title.chars().count() > LONGEST_TITLE {
        let sentence = format!("A title can be at most {LONGEST_TITLE} characters.");
        refused.push(FieldError::new("title", sentence));
    }
    let length = description.chars().count();
    if length < SHORTEST_DESCRIPTION {
        let sentence = format!(
            "Tell guests a little more: at least {SHORTEST_DESCRIPTION} characters, of which there are {length}."
        );
        refused.push(FieldError::new("description", sentence));
    } else if length > LONGEST_DESCRIPTION {
        let sentence = format!("A description can be at most {LONGEST_DESCRIPTION} characters.");
        refused.push(FieldError::new("description", sentence));
    }
    none_refused(refused)?;
    Ok(Text { title, description })
}
