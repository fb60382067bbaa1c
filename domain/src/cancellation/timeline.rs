//! What comes back until when, step by step.

use chrono::{DateTime, Utc};

use super::{Policy, Terms, refund, sentences};
use crate::{Money, Quote};

/// From the step before (or now) up to `until`, cancelling brings `refund` back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The first instant that no longer belongs to it; `None` for the last step.
    pub until: Option<DateTime<Utc>>,
    pub refund: Money,
    /// Date, clock and money: `Until 3 June, 15:00 Edinburgh time: £412.00 back`.
    pub line: String,
    /// What the guest does not get back, or does: `one night is kept`.
    pub kept: &'static str,
    /// One or two sentences that tell the end of the step and what is kept.
    pub sentence: String,
    /// Whether the stay has begun: pages show these steps apart, since there is one for each night.
    pub under_way: bool,
}

/// The steps from `now` on, the last one without an end. At every instant the step that holds then says what
/// [`refund()`] says then; of a booking not yet confirmed, as if it were confirmed at `now`.
pub fn timeline(terms: &Terms, quote: &Quote, now: DateTime<Utc>) -> Vec<Step> {
    let terms = Terms {
        confirmed_at: Some(terms.confirmed_at.unwrap_or(now)),
        ..terms.clone()
    };
    let starts = starts(&terms, now);
    let step = |(index, start): (usize, &DateTime<Utc>)| {
        let until = starts.get(index + 1).copied();
        let refund = refund(&terms, quote, *start);
        Step {
            until,
            refund,
            line: sentences::line(&terms, now, until, index == 0, refund),
            kept: terms.kept(quote, *start),
            sentence: sentences::sentence(&terms, quote, *start, until, index == 0),
            under_way: *start >= terms.begins(),
        }
    };
    starts.iter().enumerate().map(step).collect()
}

/// The instants from `now` on at which the rule or the refund under it changes, `now` itself first.
fn starts(terms: &Terms, now: DateTime<Utc>) -> Vec<DateTime<Utc>> {
    let mut changes = vec![terms.begins()];
    changes.extend(terms.everything_until(now));
    match terms.policy {
        Policy::Strict => changes.push(terms.before_check_in(7)),
        Policy::Flexible | Policy::Moderate => {
            changes.extend(terms.stay.dates().map(|night| terms.night_begins(night)))
        }
        Policy::Standard => {}
    }
    changes.retain(|change| *change > now);
    changes.push(now);
    changes.sort();
    changes.dedup();
    // An instant at which nothing changes, such as a grace that ends under way, starts no step.
    let mut starts: Vec<DateTime<Utc>> = Vec::new();
    for change in changes {
        let same = |last: &DateTime<Utc>| terms.standing(*last) == terms.standing(change);
        if !starts.last().is_some_and(same) {
            starts.push(change);
        }
    }
    starts
}
