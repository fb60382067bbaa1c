//! E-mail addresses.

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
