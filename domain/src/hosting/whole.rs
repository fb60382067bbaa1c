//! Numbers as people type them.

use crate::{Error, Result, error::Name, text};

/// A whole number from `least` to `most`, refused at `field`; `what` is what is counted: "guests".
pub(super) fn whole(field: Name, what: &str, typed: &str, least: u32, most: u32) -> Result<u32> {
    let typed = text::line(typed);
    if typed.is_empty() {
        return Err(Error::field(
            field,
            format!("How many {what}? Enter a number."),
        ));
    }
    let number = typed.parse::<u32>().ok();
    number
        .filter(|number| (least..=most).contains(number))
        .ok_or_else(|| {
            Error::field(
                field,
                format!("Enter a whole number of {what} from {least} to {most}."),
            )
        })
}
