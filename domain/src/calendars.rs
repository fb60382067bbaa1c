//! A home's calendar as its host keeps it: months, and the nights that are kept free.

mod month;
mod nights;

pub use month::Month;
pub use nights::{Keep, LONGEST_NOTE, Nights, RangeForm, keep_free, last_night, let_again};

words! {
    /// What the form of the calendar does with its nights. The label is what the host presses.
    Action {
        Block "block" "Block nights",
        Free "free" "Open nights",
    }
}
