//! The four words that clients of the API know for where a booking stands.

use super::State;

words! {
    /// The old words: fewer than the states, and each state has one.
    Status {
        Pending "pending" "Pending",
        Confirmed "confirmed" "Confirmed",
        Cancelled "cancelled" "Cancelled",
        Completed "completed" "Completed",
    }
}

impl Status {
    /// Every state that goes by this word.
    pub fn states(self) -> impl Iterator<Item = State> {
        let states = State::ALL.iter().copied();
        states.filter(move |state| state.status() == self)
    }
}

impl State {
    /// Every end but a stay is `cancelled`; what can still become a stay is `pending` until it is confirmed.
    pub fn status(self) -> Status {
        match self {
            State::Held | State::Authorized | State::Capturing | State::Expiring => Status::Pending,
            State::Confirmed => Status::Confirmed,
            State::Completed => Status::Completed,
            State::Expired
            | State::Withdrawn
            | State::Declined
            | State::PaymentFailed
            | State::Cancelled => Status::Cancelled,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_state_has_one_word_and_no_word_is_empty() {
        let told: usize = Status::ALL
            .iter()
            .map(|status| status.states().count())
            .sum();
        assert_eq!(told, State::ALL.len());
        for status in Status::ALL {
            assert!(status.states().count() > 0, "{status}");
        }
    }

    #[test]
    fn an_end_is_cancelled_unless_it_was_a_stay() {
        for state in State::ALL {
            let ended = matches!(state.status(), Status::Cancelled | Status::Completed);
            assert_eq!(ended, state.is_final(), "{state}");
        }
    }
}
