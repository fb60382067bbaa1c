//! The states of a booking: exactly the transitions of the design, each by those who may take it, and no others.

use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use domain::bookings::{
    LONGEST_REASON,
    State::{self, *},
    TRANSITIONS,
    Who::{self, *},
    check_request, reason, reason_if_any, respond_by,
};

/// As design.md §4 tells them, written down a second time.
const OF_THE_DESIGN: [(State, State, &[Who]); 13] = [
    (Held, Authorized, &[System]),
    (Held, Expiring, &[System]),
    (Held, Withdrawn, &[Guest, Host]),
    (Authorized, Capturing, &[Host, System]),
    (Authorized, Withdrawn, &[Guest]),
    (Authorized, Declined, &[Host]),
    (Authorized, Expired, &[System]),
    (Capturing, Confirmed, &[System]),
    (Capturing, PaymentFailed, &[System]),
    (Confirmed, Completed, &[System]),
    (Confirmed, Cancelled, &[Guest, Host]),
    (Expiring, Expired, &[System]),
    (Expiring, Authorized, &[System]),
];

fn allowed(from: State, to: State, who: Who) -> bool {
    OF_THE_DESIGN
        .iter()
        .any(|(one, other, by)| (*one, *other) == (from, to) && by.contains(&who))
}

#[test]
fn a_booking_moves_only_as_the_design_says_and_at_the_word_of_who_may() {
    for from in State::ALL {
        for to in State::ALL {
            for who in Who::ALL {
                let may = from.may_become(*to, *who);
                assert_eq!(
                    may,
                    allowed(*from, *to, *who),
                    "{from:?} to {to:?} by {who:?}"
                );
            }
        }
    }
}

#[test]
fn no_step_is_named_twice() {
    for (index, (from, to, by)) in TRANSITIONS.iter().enumerate() {
        let again = TRANSITIONS[index + 1..]
            .iter()
            .any(|(one, other, _)| (one, other) == (from, to));
        assert!(!again && !by.is_empty(), "{from:?} to {to:?}");
    }
}

#[test]
fn every_way_ends() {
    let ends: Vec<&State> = State::ALL.iter().filter(|state| state.is_final()).collect();
    assert_eq!(
        ends,
        [
            &Completed,
            &Expired,
            &Withdrawn,
            &Declined,
            &PaymentFailed,
            &Cancelled
        ]
    );
}

#[test]
fn a_hold_is_one_until_its_payment_has_ended() {
    let holds: Vec<&State> = State::ALL.iter().filter(|state| state.is_hold()).collect();
    assert_eq!(holds, [&Held, &Expiring]);
}

#[test]
fn nights_are_free_again_when_nothing_more_can_come_of_a_booking() {
    for state in State::ALL {
        assert_eq!(
            state.occupies_nights(),
            !state.is_final() || *state == Completed,
            "{state:?}"
        );
    }
}

#[test]
fn states_are_kept_as_words() {
    for state in State::ALL {
        assert_eq!(State::parse(state.as_str()), Some(*state));
        assert_eq!(
            serde_json::to_string(state).unwrap(),
            format!("\"{}\"", state.as_str())
        );
        assert!(!state.guest_label().is_empty());
    }
    assert_eq!(State::parse("Held"), None);
}

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

#[test]
fn a_request_is_answered_by_the_earliest_of_three_moments() {
    let lapses = "2026-06-08T09:00:00Z";
    let table = [
        // 24 hours.
        (
            "2026-06-01T09:00:00Z",
            "2026-06-20T14:00:00Z",
            lapses,
            "2026-06-02T09:00:00Z",
        ),
        // 2 hours before check-in.
        (
            "2026-06-01T09:00:00Z",
            "2026-06-01T14:00:00Z",
            lapses,
            "2026-06-01T12:00:00Z",
        ),
        // 12 hours before the authorisation lapses.
        (
            "2026-06-01T09:00:00Z",
            "2026-06-20T14:00:00Z",
            "2026-06-02T08:00:00Z",
            "2026-06-01T20:00:00Z",
        ),
        // The clocks go forward in the night: the same wall time is 23 hours later.
        (
            "2026-03-28T10:00:00Z",
            "2026-06-20T14:00:00Z",
            lapses,
            "2026-03-29T09:00:00Z",
        ),
    ];
    for (now, check_in, lapses, until) in table {
        let found = respond_by(at(now), Tz::Europe__London, at(check_in), Some(at(lapses)));
        assert_eq!(found, at(until), "sent {now}");
    }
}

#[test]
fn no_request_is_taken_when_less_than_two_hours_are_left_for_an_answer() {
    let check_in = at("2026-06-01T14:00:00Z");
    let ask = |now: DateTime<Utc>| check_request(now, Tz::Europe__London, check_in);
    assert_eq!(
        ask(at("2026-06-01T10:00:00Z")),
        Ok(at("2026-06-01T12:00:00Z"))
    );
    let late = ask(at("2026-06-01T10:00:00Z") + TimeDelta::microseconds(1)).unwrap_err();
    assert_eq!(late.fields()[0].field, "check_in");
    assert!(
        late.to_string().contains("two hours before check-in"),
        "{late}"
    );
}

#[test]
fn a_reason_is_one_line_that_fits() {
    assert_eq!(
        reason("reason", "  The boiler\nbroke. "),
        Ok("The boiler broke.".to_owned())
    );
    for typed in ["", " \n\u{200b} "] {
        assert_eq!(
            reason("reason", typed).unwrap_err().fields()[0].field,
            "reason"
        );
        assert_eq!(reason_if_any("reason", typed), Ok(String::new()));
    }
    let long = "é".repeat(LONGEST_REASON);
    assert_eq!(reason("reason", &long), Ok(long.clone()));
    for refused in [
        reason("reason", &format!("{long}é")),
        reason_if_any("reason", &format!("{long}é")),
    ] {
        assert_eq!(refused.unwrap_err().fields()[0].field, "reason");
    }
}
