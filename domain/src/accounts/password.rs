//! Passwords that people choose.

use std::fmt;

use crate::{Error, Result};

/// A password that somebody chose. `Debug` shows nothing of it.
#[derive(Clone, PartialEq, Eq)]
pub struct Password(String);

impl Password {
    /// At least 8 characters, at most 128, whatever they are, and none of the common ones; refused at `password`.
    pub fn parse(text: &str) -> Result<Password> {
        Password::parse_at("password", text)
    }

    /// As [`Password::parse`], refused at another field.
    pub fn parse_at(field: &'static str, text: &str) -> Result<Password> {
        let length = text.chars().count();
        if length < 8 {
            return Err(Error::field(
                field,
                "Choose a password of at least 8 characters.",
            ));
        }
        if length > 128 {
            return Err(Error::field(
                field,
                "A password can be at most 128 characters.",
            ));
        }
        if is_common(text) {
            return Err(Error::field(
                field,
                "This password is one of the most common. Choose another.",
            ));
        }
        Ok(Password(text.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Password(…)")
    }
}

/// One of the passwords that are tried first, or one character again and again.
fn is_common(password: &str) -> bool {
    let small = password.to_lowercase();
    let first = small.chars().next();
    small.chars().all(|c| Some(c) == first)
        || include_str!("common_passwords.txt")
            .lines()
            .any(|common| common == small)
}
