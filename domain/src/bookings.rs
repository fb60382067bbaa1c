//! Bookings: their states, which state may follow which and at whose word, and until when a host answers a request.

mod status;

use chrono::{DateTime, Days, NaiveDate, TimeDelta, Timelike, Utc};
use chrono_tz::Tz;

use crate::{Error, Result, stays::wall_to_utc, text};

pub use status::Status;

words! {
    /// Where a booking stands. The label is what its guest reads.
    State {
        Held "held" "Waiting for your payment",
        Authorized "authorized" "Card authorised",
        Capturing "capturing" "Taking the payment",
        Confirmed "confirmed" "Confirmed",
        Completed "completed" "Stayed",
        Expiring "expiring" "Hold ending",
        Expired "expired" "Hold ended",
        Withdrawn "withdrawn" "Let go",
        Declined "declined" "Declined by the host",
        PaymentFailed "payment_failed" "Payment failed",
        Cancelled "cancelled" "Cancelled",
    }
}

words! {
    /// Who moves a booking on: one of the two people it is for, or nobody, when a deadline or the payment does.
    Who {
        Guest "guest" "the guest",
        Host "host" "the host",
        System "system" "HBnB",
    }
}

use State::*;
use Who::*;

/// Every step that there is, and who may take it. Pages, operations and jobs all go through it.
pub const TRANSITIONS: &[(State, State, &[Who])] = &[
    (Held, Authorized, &[System]),
    // A host lets holds go by taking the home off the site.
    (Held, Withdrawn, &[Guest, Host]),
    (Held, Expiring, &[System]),
    (Expiring, Expired, &[System]),
    // An authorisation that was made before the time was over wins.
    (Expiring, Authorized, &[System]),
    // With instant book nobody has to accept.
    (Authorized, Capturing, &[Host, System]),
    (Authorized, Withdrawn, &[Guest]),
    (Authorized, Declined, &[Host]),
    (Authorized, Expired, &[System]),
    (Capturing, Confirmed, &[System]),
    (Capturing, PaymentFailed, &[System]),
    (Confirmed, Completed, &[System]),
    (Confirmed, Cancelled, &[Guest, Host]),
];

impl State {
    /// The states that may follow this one, whoever takes the step.
    pub fn successors(self) -> impl Iterator<Item = State> {
        let steps = TRANSITIONS.iter().filter(move |(from, ..)| *from == self);
        steps.map(|(_, to, _)| *to)
    }

    /// Whether `who` may take the booking from here to `to`.
    pub fn may_become(self, to: State, who: Who) -> bool {
        TRANSITIONS
            .iter()
            .any(|(from, next, by)| (*from, *next) == (self, to) && by.contains(&who))
    }

    /// Nothing follows.
    pub fn is_final(self) -> bool {
        self.successors().next().is_none()
    }

    /// A hold, also one that is ending: until its payment has ended, a card that was authorised in time still makes it a booking.
    pub fn is_hold(self) -> bool {
        matches!(self, Held | Expiring)
    }

    /// Whether its nights are taken from everybody else.
    pub fn occupies_nights(self) -> bool {
        matches!(
            self,
            Held | Authorized | Capturing | Confirmed | Completed | Expiring
        )
    }

    /// What its guest reads.
    pub fn guest_label(self) -> &'static str {
        self.label()
    }
}

/// A host has at most a day to answer a request: the same wall time at the home, one day later.
const DAYS_TO_ANSWER: u64 = 1;
/// An answer comes so long before check-in at the latest.
const BEFORE_CHECK_IN: TimeDelta = TimeDelta::hours(2);
/// So much of the authorisation is kept for taking the money.
const BEFORE_LAPSE: TimeDelta = TimeDelta::hours(12);
/// With less time than this left for an answer, no request is taken.
pub const SHORTEST_ANSWER: TimeDelta = TimeDelta::hours(2);
/// Characters of the reason for declining or cancelling.
pub const LONGEST_REASON: usize = 300;

/// Until when the host answers a request sent at `now`: the earliest of 24 hours, 2 hours before check-in, and 12 hours before the
/// authorisation lapses, as far as that is known. It may lie in the past.
pub fn respond_by(
    now: DateTime<Utc>,
    timezone: Tz,
    check_in: DateTime<Utc>,
    capture_before: Option<DateTime<Utc>>,
) -> DateTime<Utc> {
    let wall = now.with_timezone(&timezone).naive_local();
    let tomorrow = wall + Days::new(DAYS_TO_ANSWER);
    let earliest = wall_to_utc(timezone, tomorrow).min(check_in - BEFORE_CHECK_IN);
    capture_before.map_or(earliest, |lapses| earliest.min(lapses - BEFORE_LAPSE))
}

/// The same for a request that has yet to be sent; refused at `check_in` when less than two hours are left for an answer.
pub fn check_request(
    now: DateTime<Utc>,
    timezone: Tz,
    check_in: DateTime<Utc>,
) -> Result<DateTime<Utc>> {
    let until = respond_by(now, timezone, check_in, None);
    if until - now >= SHORTEST_ANSWER {
        return Ok(until);
    }
    Err(Error::field(
        "check_in",
        "The host answers each request, at the latest two hours before check-in, and for this day too little time is left. Choose a later day.",
    ))
}

/// The earliest check-in time on `date`, in minutes since midnight, for which a request sent at `now` is taken; `None` when there is
/// none that day. Where the clocks change just then, it can be off by what they change.
pub fn earliest_check_in(now: DateTime<Utc>, timezone: Tz, date: NaiveDate) -> Option<u32> {
    let soonest = now + SHORTEST_ANSWER + BEFORE_CHECK_IN;
    let wall = soonest.with_timezone(&timezone).naive_local();
    if wall.date() != date {
        return (wall.date() < date).then_some(0);
    }
    let begun = wall.second() > 0 || wall.nanosecond() > 0;
    Some(wall.hour() * 60 + wall.minute() + u32::from(begun))
}

/// Why somebody declined or cancelled, on one line; refused at `field` when it is missing or too long.
pub fn reason(field: &'static str, typed: &str) -> Result<String> {
    let reason = reason_if_any(field, typed)?;
    if reason.is_empty() {
        return Err(Error::field(
            field,
            "Say why, in a sentence or two: your guest reads it.",
        ));
    }
    Ok(reason)
}

/// The same where nobody has to give one: empty when there is none.
pub fn reason_if_any(field: &'static str, typed: &str) -> Result<String> {
    let reason = text::line(typed);
    if reason.chars().count() > LONGEST_REASON {
        let sentence = format!("Keep it to {LONGEST_REASON} characters.");
        return Err(Error::field(field, sentence));
    }
    Ok(reason)
}
