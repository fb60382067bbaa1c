//! Bookings as a host sees them: in which list one stands, and what its state is called there.

use crate::bookings::State;

words! {
    /// The lists of a host's reservations.
    When {
        Requests "requests" "Requests",
        Upcoming "upcoming" "Upcoming",
        Current "current" "Under way",
        Past "past" "Past",
        Cancelled "cancelled" "Cancelled",
    }
}

/// What the host reads of a booking's state.
pub fn host_label(state: State) -> &'static str {
    match state {
        State::Held => "Being paid for",
        State::Authorized => "Waiting for you",
        State::Capturing => "Payment being taken",
        State::Confirmed => "Confirmed",
        State::Completed => "Stayed",
        State::Expiring => "Hold ending",
        State::Expired => "Lapsed",
        State::Withdrawn => "Withdrawn by the guest",
        State::Declined => "Declined by you",
        State::PaymentFailed => "Payment failed",
        State::Cancelled => "Cancelled",
    }
}

/// Whether the host may reach the guest by phone and e-mail: from the confirmation on, unless the stay was cancelled.
pub fn host_may_contact(state: State) -> bool {
    matches!(state, State::Confirmed | State::Completed)
}
