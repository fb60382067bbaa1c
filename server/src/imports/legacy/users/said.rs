//! What the dump says of a person: names, and whether their password can be kept.

use domain::{accounts::PersonName, text};
use uuid::Uuid;

use super::{NAMELESS, NO_LAST_NAME};
use crate::imports::{legacy::fields::Old, texts};

/// Fits no password: who has it must choose a new one by mail, or cannot log in at all.
pub(super) const NO_PASSWORD: &str = "!";

/// A reserved name: no mail ever goes there.
pub(super) fn no_address(id: Uuid) -> String {
    format!("{id}@no-address.invalid")
}

/// The bcrypt hash; true when it is none.
pub(super) fn password(hash: &str) -> (String, bool) {
    let is_bcrypt = hash.len() == 60
        && ["$2a$", "$2b$", "$2y$"]
            .iter()
            .any(|kind| hash.starts_with(kind));
    match is_bcrypt {
        true => (hash.to_owned(), false),
        false => (NO_PASSWORD.to_owned(), true),
    }
}

/// First and last name, and what the report says of them.
pub(super) fn names(old: &Old<'_>) -> Result<(String, String, Vec<&'static str>), String> {
    let name = |column: &'static str| -> Result<Option<String>, String> {
        let said = texts::at_most(60, text::line(old.text(column)?));
        Ok(PersonName::parse(column, &said)
            .ok()
            .map(PersonName::into_string))
    };
    let (first, last) = (name("first_name")?, name("last_name")?);
    let lost = last.is_none() && !text::line(old.text("last_name")?).is_empty();
    let notes = [
        first.is_none().then_some(NAMELESS),
        lost.then_some(NO_LAST_NAME),
    ];
    Ok((
        first.unwrap_or_else(|| "Guest".to_owned()),
        last.unwrap_or_default(),
        notes.into_iter().flatten().collect(),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_bcrypt_is_kept() {
        let hash = "$2b$12$Jm9v6h3nXqL1s0tYc4wZuOL.kmZwHJKUX6qnAw6ubEpPW7YDOmlii";
        assert_eq!(password(hash), (hash.to_owned(), false));
        for other in [
            "",
            "secret",
            "$2b$12$short",
            "$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA",
        ] {
            assert_eq!(password(other), (NO_PASSWORD.to_owned(), true), "{other}");
        }
    }
}
