//! What a cancellation gives back, and out of whose share: fees and tax are reckoned anew on what is kept.

use chrono::{DateTime, Utc};

use super::{Terms, refund::Rule};
use crate::{
    Money, Quote,
    pricing::{Charges, Shares},
};

/// What goes back to the guest, in minor units of the quote's currency. `host`, `platform` and `tax` add up to `total`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Back {
    pub total: i64,
    pub host: i64,
    pub platform: i64,
    pub tax: i64,
}

/// What comes back to a guest who cancels at `at`. A deadline is the first instant at which the next rule counts.
/// Halves are rounded up to a minor unit, for the guest.
pub fn back(terms: &Terms, quote: &Quote, at: DateTime<Utc>) -> Back {
    less(quote, kept(terms, quote, at))
}

/// What comes back to the guest when the host cancels at `at`: everything, or under way the nights not begun.
pub fn back_by_host(terms: &Terms, quote: &Quote, at: DateTime<Utc>) -> Back {
    less(quote, kept_by_host(terms, quote, at))
}

/// What is charged all the same when the guest cancels at `at`.
pub(super) fn kept(terms: &Terms, quote: &Quote, at: DateTime<Utc>) -> Charges {
    let rule = terms.rule(at);
    let begun = terms.nights_begun(at);
    let kept = |night: usize| match rule {
        Rule::Everything => 0,
        Rule::AllButOneNight => match night {
            0 => 2,
            _ => 0,
        },
        Rule::HalfOfNights => 1,
        Rule::NothingOfNights | Rule::NothingUnderWay => 2,
        Rule::HalfOfNightsNotBegun if night < begun => 2,
        Rule::HalfOfNightsNotBegun => 1,
    };
    quote.charges(kept, terms.is_under_way(at))
}

/// What is charged all the same when the host cancels at `at`.
pub(super) fn kept_by_host(terms: &Terms, quote: &Quote, at: DateTime<Utc>) -> Charges {
    let begun = terms.nights_begun(at);
    let kept = |night: usize| if night < begun { 2 } else { 0 };
    quote.charges(kept, terms.is_under_way(at))
}

/// What comes back to a guest who cancels at `at`: the total of [`back`].
pub fn refund(terms: &Terms, quote: &Quote, at: DateTime<Utc>) -> Money {
    quote.money(back(terms, quote, at).total)
}

fn less(quote: &Quote, kept: Charges) -> Back {
    let (all, kept) = (quote.shares(), kept.shares());
    let back = |of: fn(&Shares) -> i64| of(&all) - of(&kept);
    let (host, platform, tax) = (
        back(|it| it.host),
        back(|it| it.platform),
        back(|it| it.tax),
    );
    Back {
        total: host + platform + tax,
        host,
        platform,
        tax,
    }
}

impl Terms {
    pub(super) fn is_under_way(&self, at: DateTime<Utc>) -> bool {
        at >= self.begins()
    }

    /// How many nights of the stay have begun.
    fn nights_begun(&self, at: DateTime<Utc>) -> usize {
        if !self.is_under_way(at) {
            return 0;
        }
        let first = self.first_not_begun(at);
        self.stay.dates().take_while(|night| *night < first).count()
    }
}
