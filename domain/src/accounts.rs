//! E-mail addresses, names and passwords, parsed where they enter.

use std::fmt;

use crate::{Error, Result, text};

/// An e-mail address, trimmed and in small letters: the same address in any case is the same account.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Email(String);

impl Email {
    /// Refused at `email` unless it has the shape of an address. Whether it is read by anybody, only a mail can tell.
    pub fn parse(text: &str) -> Result<Email> {
        let address = text.trim().to_lowercase();
        if address.is_empty() {
            return Err(Error::field("email", "Enter your e-mail address."));
        }
        if !has_shape_of_address(&address) {
            return Err(Error::field(
                "email",
                "Enter an e-mail address such as name@example.com.",
            ));
        }
        Ok(Email(address))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub fn into_string(self) -> String {
        self.0
    }
}

impl fmt::Display for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// RFC 5321's limits of 64 and 254 octets, and one dot in the domain.
fn has_shape_of_address(address: &str) -> bool {
    let clean = address.len() <= 254
        && !address
            .chars()
            .any(|c| c.is_whitespace() || c.is_control() || text::is_invisible(c));
    let Some((local, domain)) = address.split_once('@') else {
        return false;
    };
    let labels: Vec<&str> = domain.split('.').collect();
    let domain_ok = labels.len() >= 2
        && labels.iter().all(|label| {
            !label.is_empty()
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label.chars().all(|c| c.is_alphanumeric() || c == '-')
        });
    let local_ok = (1..=64).contains(&local.len())
        && local.split('.').all(|part| !part.is_empty())
        && !local.contains(['<', '>', '"', '(', ')', ',', ';', ':', '\\', '[', ']']);
    clean && domain_ok && local_ok
}

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
