//! Bookings: their states, and which state may follow which.

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

impl State {
    /// The states that may follow this one.
    pub fn successors(self) -> &'static [State] {
        use State::*;
        match self {
            Held => &[Authorized, Expiring, Withdrawn],
            Authorized => &[Capturing, Withdrawn, Declined, Expired],
            Capturing => &[Confirmed, PaymentFailed],
            Confirmed => &[Completed, Cancelled],
            // An authorisation that was made before the time was over wins.
            Expiring => &[Expired, Authorized],
            Completed | Expired | Withdrawn | Declined | PaymentFailed | Cancelled => &[],
        }
    }

    pub fn may_become(self, to: State) -> bool {
        self.successors().contains(&to)
    }

    /// Nothing follows.
    pub fn is_final(self) -> bool {
        self.successors().is_empty()
    }

    /// Whether its nights are taken from everybody else.
    pub fn occupies_nights(self) -> bool {
        use State::*;
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
