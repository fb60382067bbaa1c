//! What guests say of a stay, and what it makes of a home's rating.

use crate::{Error, Result, text};

/// In characters.
pub const LONGEST: usize = 4_000;
/// The best and the worst that can be given.
pub const BEST: u32 = 5;
pub const WORST: u32 = 1;

/// Lines that say something; refused at `text` when they say nothing or too much.
pub fn words(typed: &str) -> Result<String> {
    let said = text::lines(typed);
    if !said.chars().any(char::is_alphanumeric) {
        return Err(Error::field("text", "Say how your stay was."));
    }
    if said.chars().count() > LONGEST {
        let sentence = format!("A review can be at most {LONGEST} characters.");
        return Err(Error::field("text", sentence));
    }
    Ok(said)
}

/// Whole stars; refused at `rating`.
pub fn stars(given: i64) -> Result<u32> {
    u32::try_from(given)
        .ok()
        .filter(|stars| (WORST..=BEST).contains(stars))
        .ok_or_else(|| {
            let sentence = format!("Give {WORST} to {BEST} stars.");
            Error::field("rating", sentence)
        })
}

/// The mean in hundredths, rounded to the nearest, and how many there are; no mean of none.
pub fn mean(ratings: &[u32]) -> (Option<i32>, u32) {
    let count = u32::try_from(ratings.len()).unwrap_or(u32::MAX);
    let sum: u64 = ratings.iter().map(|stars| u64::from(*stars)).sum();
    let many = u64::from(count);
    let hundredths = (sum * 200 + many).checked_div(many * 2);
    (hundredths.and_then(|mean| i32::try_from(mean).ok()), count)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mean_is_rounded_to_the_nearest_hundredth() {
        assert_eq!(mean(&[]), (None, 0));
        assert_eq!(mean(&[5]), (Some(500), 1));
        assert_eq!(mean(&[5, 4, 4]), (Some(433), 3));
        assert_eq!(mean(&[5, 5, 4]), (Some(467), 3));
        assert_eq!(mean(&[1, 2, 1, 1, 1, 1, 1, 1]), (Some(113), 8));
    }

    #[test]
    fn only_one_to_five_stars_are_given() {
        for stars_given in [i64::MIN, -1, 0, 6, i64::MAX] {
            assert_eq!(stars(stars_given).unwrap_err().fields()[0].field, "rating");
        }
        assert_eq!((stars(1).unwrap(), stars(5).unwrap()), (1, 5));
    }

    #[test]
    fn words_say_something_and_not_too_much() {
        assert_eq!(
            words(" Warm\r\n\r\n\r\n and dry. ").unwrap(),
            "Warm\n\nand dry."
        );
        assert!(words("").is_err() && words(" \n\u{200b}… ").is_err());
        assert!(words(&"é".repeat(LONGEST)).is_ok() && words(&"é".repeat(LONGEST + 1)).is_err());
    }
}
