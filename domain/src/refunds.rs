//! Money on its way back to a guest: where it stands.

words! {
    /// Where a refund stands. A failed one stays failed; whether it is still owed is for the ledger to say.
    RefundState {
        Queued "queued" "To be sent",
        Pending "pending" "On its way",
        Succeeded "succeeded" "Made",
        Failed "failed" "Failed",
        ByHand "by_hand" "To be made by hand",
    }
}

impl RefundState {
    /// Whether the money is neither back with the guest nor refused by their bank.
    pub fn is_open(self) -> bool {
        matches!(
            self,
            RefundState::Queued | RefundState::Pending | RefundState::ByHand
        )
    }
}
