//! What a guest who cancels gets back, and until when: the policies of design.md §4.

mod back;
mod parts;
mod refund;
mod sentences;
mod timeline;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use crate::Stay;

pub use back::{Back, back, back_by_host, refund};
pub use parts::{Part, not_begun, parts, running};
pub use timeline::{Step, timeline};

words! {
    /// How generous a home is to guests who cancel.
    Policy {
        Flexible "flexible" "Flexible",
        Moderate "moderate" "Moderate",
        Standard "standard" "Standard",
        Strict "strict" "Strict",
    }
}

impl Policy {
    /// The rule in a sentence or two. Times are the home's; days are counted back from the check-in time.
    pub fn summary(self) -> &'static str {
        match self {
            Policy::Flexible => {
                "Everything back until 24 hours before check-in, then all but one night. During the stay, half of the nights not begun."
            }
            Policy::Moderate => {
                "Everything back until 5 days before check-in, then half of the nights. During the stay, half of the nights not begun."
            }
            Policy::Standard => {
                "Everything back until 48 hours before check-in, then nothing of the nights."
            }
            Policy::Strict => {
                "Everything back within 48 hours of booking, if check-in is 14 days away or more. Then half of the nights until 7 days before check-in, and nothing of the nights after that."
            }
        }
    }
}

/// What counts for every policy alike.
pub const EVERY_POLICY: &str = "Whatever the policy, everything comes back within 24 hours of confirmation when that was 72 hours or more before check-in, and whenever the host cancels. The cleaning fee comes back as long as the stay has not begun.";

/// What was agreed when the booking was made. Nothing of it changes afterwards, whatever the host changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Terms {
    pub policy: Policy,
    pub stay: Stay,
    pub timezone: Tz,
    /// Minutes since midnight at which a night begins, in the home's time zone.
    pub check_in_minutes: u32,
    /// `None` while it is not confirmed: then it is read as if it were confirmed at the instant asked about.
    pub confirmed_at: Option<DateTime<Utc>>,
    /// The name of the place whose time is meant; without it, the city of the time zone.
    pub place: Option<String>,
}
