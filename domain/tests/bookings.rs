//! The states of a booking: exactly the transitions of the design, and no others.

use domain::bookings::State::{self, *};

const TRANSITIONS: [(State, State); 13] = [
    (Held, Authorized),
    (Held, Expiring),
    (Held, Withdrawn),
    (Authorized, Capturing),
    (Authorized, Withdrawn),
    (Authorized, Declined),
    (Authorized, Expired),
    (Capturing, Confirmed),
    (Capturing, PaymentFailed),
    (Confirmed, Completed),
    (Confirmed, Cancelled),
    (Expiring, Expired),
    (Expiring, Authorized),
];

#[test]
fn a_booking_moves_only_as_the_design_says() {
    for from in State::ALL {
        for to in State::ALL {
            assert_eq!(
                from.may_become(*to),
                TRANSITIONS.contains(&(*from, *to)),
                "{from:?} to {to:?}"
            );
        }
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
