//! First and last names.

use crate::{Error, Result, text};

/// A first or last name in any script, 1 to 60 characters on one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonName(String);

impl PersonName {
    /// Refused at `field`, which is `first_name` or `last_name`.
    pub fn parse(field: &'static str, text: &str) -> Result<PersonName> {
        let which = if field == "last_name" {
            "last name"
        } else {
            "first name"
        };
        let text = text.trim();
        if text
            .chars()
            .any(|c| c.is_control() || text::is_invisible(c))
        {
            return Err(Error::field(
                field,
                format!("Your {which} has characters in it that cannot be shown."),
            ));
        }
        let name = text::line(text);
        if !name.chars().any(char::is_alphabetic) {
            return Err(Error::field(field, format!("Enter your {which}.")));
        }
        if name.chars().count() > 60 {
            return Err(Error::field(
                field,
                format!("Your {which} can be at most 60 characters."),
            ));
        }
        Ok(PersonName(name))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub fn into_string(self) -> String {
        self.0
    }
}
