//! The kinds of movements.

/// What a transaction of the ledger is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// The replaced system took what the stay cost, and owed it to the host: nothing of it ever came to us.
    Imported,
    /// What the stay costs, and whose it is.
    Charge,
    /// The card was charged.
    Payment,
    /// Money is owed to the guest again.
    RefundDue,
    /// It has gone back.
    Refund,
    /// The site’s owner gave it back by hand, because the replaced system had taken it, or the provider could not send it.
    RefundByHand,
    /// It had gone back, and the card's bank sent it to us again.
    RefundReturned,
    /// It is not owed any more: the guest got it another way.
    RefundVoid,
    /// The guest's bank took the money until a dispute is settled.
    Dispute,
    DisputeWon,
    DisputeLost,
    /// The site's owner paid the host.
    Payout,
    /// What a host owed of one stay was kept from the payout of another.
    PayoutKept,
}

impl Kind {
    /// In the order in which they follow each other when they happen at the same instant.
    const ALL: [Kind; 13] = [
        Self::Imported,
        Self::Charge,
        Self::Payment,
        Self::RefundDue,
        Self::Refund,
        Self::RefundByHand,
        Self::RefundReturned,
        Self::Dispute,
        Self::DisputeWon,
        Self::DisputeLost,
        Self::RefundVoid,
        Self::Payout,
        Self::PayoutKept,
    ];

    /// Movements between guests and the provider: without their opposite, the provider's own balance.
    pub(crate) const AT_PROVIDER: [Kind; 5] = [
        Self::Payment,
        Self::Refund,
        Self::RefundReturned,
        Self::Dispute,
        Self::DisputeWon,
    ];

    pub fn as_str(self) -> &'static str {
        match self {
            Self::Imported => "imported",
            Self::Charge => "charge",
            Self::Payment => "payment",
            Self::RefundDue => "refund_due",
            Self::Refund => "refund",
            Self::RefundByHand => "refund_by_hand",
            Self::RefundReturned => "refund_returned",
            Self::RefundVoid => "refund_void",
            Self::Dispute => "dispute",
            Self::DisputeWon => "dispute_won",
            Self::DisputeLost => "dispute_lost",
            Self::Payout => "payout",
            Self::PayoutKept => "payout_kept",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text)
    }
}
