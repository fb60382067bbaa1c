//! A cancellation part by part, as it is shown before it is made; and which nights of a stay under way it is about.

use chrono::{DateTime, Utc};

use super::{Terms, back};
use crate::{
    Money, Quote,
    bookings::Who,
    calendars::Nights,
    pricing::{Charges, LineKind},
    stays::today_in,
};

/// A part of the price, and how much of it comes back and is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// "Nights", "Cleaning fee", or as the line of the quote says.
    pub label: String,
    pub back: Money,
    pub kept: Money,
}

/// The parts of the price when `who` cancels at `at`, those that were not charged left out. What comes back adds up to the
/// total of [`back()`](super::back()) or [`back_by_host()`](super::back_by_host()), and all together is the quote's total.
pub fn parts(terms: &Terms, quote: &Quote, at: DateTime<Utc>, who: Who) -> Vec<Part> {
    let kept = match who {
        Who::Host => back::kept_by_host(terms, quote, at),
        _ => back::kept(terms, quote, at),
    };
    let all = quote.charges(|_| 2, true);
    let named = |kind: LineKind, usual: &str| {
        let line = quote.lines.iter().find(|line| line.kind == kind);
        line.map_or_else(|| usual.to_owned(), |line| line.label.clone())
    };
    let part = |label: String, of: fn(&Charges) -> i128| {
        // Neither is larger than the total, which was counted.
        let (all, kept) = (of(&all) as i64, of(&kept) as i64);
        (all != 0).then(|| Part {
            label,
            back: quote.money(all - kept),
            kept: quote.money(kept),
        })
    };
    let parts = [
        part("Nights".to_owned(), |charges| charges.nights),
        part(named(LineKind::CleaningFee, "Cleaning fee"), |charges| {
            charges.cleaning
        }),
        part(named(LineKind::ServiceFee, "Service fee"), |charges| {
            charges.service_fee
        }),
        part(named(LineKind::Tax, "Tax"), |charges| charges.tax),
    ];
    parts.into_iter().flatten().collect()
}

/// The nights that have not begun, of a stay that is under way at `at`; none before it and after its last night began.
pub fn not_begun(terms: &Terms, at: DateTime<Utc>) -> Option<Nights> {
    if !terms.is_under_way(at) {
        return None;
    }
    let first = terms.first_not_begun(at).max(terms.stay.check_in);
    let last = terms.stay.check_out.pred_opt()?;
    (first <= last).then_some(Nights { first, last })
}

/// The night of a stay that began today, by the home's calendar: it is paid for and not given back.
pub fn running(terms: &Terms, at: DateTime<Utc>) -> Option<Nights> {
    let today = today_in(terms.timezone, at);
    let of_stay = terms.stay.dates().any(|night| night == today);
    let begun = terms.is_under_way(at) && today < terms.first_not_begun(at);
    (of_stay && begun).then_some(Nights::one(today))
}
