//! What homes can offer, as people name it.

use crate::{Error, Result, places::fold, text};

/// In characters.
pub const LONGEST_NAME: usize = 50;
pub const LONGEST_DESCRIPTION: usize = 100;
/// Letters of a slug.
const LONGEST_SLUG: usize = 60;

/// How an amenity is called: for people, and to find it under another spelling.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    pub name: String,
    /// "air conditioning"; never empty.
    pub folded: String,
    /// "air-conditioning", in URLs.
    pub slug: String,
}

/// Refused at `name` when it says nothing or too much.
pub fn named(typed: &str) -> Result<Named> {
    let name = text::line(typed);
    let folded = fold(&name);
    if folded.is_empty() {
        return Err(Error::field("name", "Give the amenity a name."));
    }
    let slug = folded.replace(' ', "-");
    // Some scripts grow when they are written in Latin letters.
    if name.chars().count() > LONGEST_NAME || slug.len() > LONGEST_SLUG {
        let sentence = format!("A name can be at most {LONGEST_NAME} characters.");
        return Err(Error::field("name", sentence));
    }
    Ok(Named { name, folded, slug })
}

/// A line about it, or nothing; refused at `description` when it is too long.
pub fn described(typed: &str) -> Result<String> {
    let description = text::line(typed);
    if description.chars().count() > LONGEST_DESCRIPTION {
        let sentence = format!("A description can be at most {LONGEST_DESCRIPTION} characters.");
        return Err(Error::field("description", sentence));
    }
    Ok(description)
}

/// How many there are; refused at `number` when nobody has so many.
pub fn numbered(given: i64) -> Result<u32> {
    u32::try_from(given)
        .ok()
        .filter(|number| *number <= 1_000_000)
        .ok_or_else(|| Error::field("number", "Give a whole number from 0 to 1,000,000."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_one_whatever_its_case_and_accents() {
        let named = named(" Café  Crème ").unwrap();
        assert_eq!(
            (
                named.name.as_str(),
                named.folded.as_str(),
                named.slug.as_str()
            ),
            ("Café Crème", "cafe creme", "cafe-creme")
        );
        assert_eq!(super::named("CAFE-CREME").unwrap().folded, named.folded);
    }

    #[test]
    fn names_say_something_and_not_too_much() {
        for refused in ["", " \t", "!?", &"x".repeat(51), &"京".repeat(50)] {
            assert_eq!(
                named(refused).unwrap_err().fields()[0].field,
                "name",
                "{refused}"
            );
        }
        assert!(named(&"x".repeat(50)).is_ok());
        assert!(described("").is_ok() && described(&"x".repeat(101)).is_err());
        assert!(numbered(-1).is_err() && numbered(i64::MAX).is_err() && numbered(0) == Ok(0));
    }
}
