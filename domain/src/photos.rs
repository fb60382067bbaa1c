//! Pictures of a home: how many, how large, in which order, and what their host says of each.

use serde::{Deserialize, Serialize};

use crate::{Error, Result, text::line};

/// The most that one file may weigh, in bytes: 10 MB.
pub const MOST_BYTES: usize = 10 * 1024 * 1024;
/// The most pixels that one picture may have.
pub const MOST_PIXELS: u64 = 40_000_000;
/// The most pictures of one home.
pub const MOST_PHOTOS: u32 = 40;
/// The longest description, in characters.
pub const LONGEST_DESCRIPTION: usize = 300;

/// What a host says of a picture. `was` is what the page showed when it was made.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct DescribeForm {
    pub photo: String,
    pub was: String,
    pub alt: String,
}

/// One picture, one step or to the front: `earlier`, `later` or `first`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct MoveForm {
    pub photo: String,
    pub to: String,
    pub version: String,
}

/// All pictures in their new order: ids, separated by commas.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct OrderForm {
    pub order: String,
    pub version: String,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct RemoveForm {
    pub photo: String,
}

words! {
    /// Where a picture goes in the order.
    To {
        First "first" "Make it the cover",
        Earlier "earlier" "Move it forward",
        Later "later" "Move it back",
    }
}

/// The description on one line, without space around it; empty when there is none.
///
/// # Errors
/// At the field `alt`, when it is too long.
pub fn description(text: &str) -> Result<String> {
    let line = line(text);
    let long = line.chars().count();
    if long > LONGEST_DESCRIPTION {
        return Err(Error::field(
            "alt",
            format!(
                "A description has at most {LONGEST_DESCRIPTION} characters, and this one has {long}. Say what one sees, in a sentence."
            ),
        ));
    }
    Ok(line)
}

impl To {
    /// The place in the order that a picture at `from` moves to, among `all`. It stays where there is nowhere to go.
    pub fn from(self, from: usize, all: usize) -> usize {
        match self {
            To::First => 0,
            To::Earlier => from.saturating_sub(1),
            To::Later => Ord::min(from + 1, all.saturating_sub(1)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_description_is_one_line() {
        assert_eq!(
            description("  The stove,\r\n and  the cat ").unwrap(),
            "The stove, and the cat"
        );
        assert_eq!(description(" \n").unwrap(), "");
    }

    #[test]
    fn a_long_description_is_refused_at_its_field() {
        let error = description(&"é".repeat(301)).unwrap_err();
        assert_eq!(error.fields()[0].field, "alt");
        assert!(description(&"é".repeat(300)).is_ok());
    }

    #[test]
    fn a_picture_at_the_edge_stays() {
        assert_eq!(To::Earlier.from(0, 3), 0);
        assert_eq!(To::Later.from(2, 3), 2);
        assert_eq!(To::Later.from(1, 3), 2);
        assert_eq!(To::First.from(2, 3), 0);
    }
}
