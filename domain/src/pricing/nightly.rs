//! What a night comes to while no dates are known.

use super::{
    Fees, Pricing, Rules,
    charges::{Charged, Charges},
    rounding::{discount, step},
};
use crate::{Money, stays::LONGEST_STAY};

/// What a home's nights usually come to, mandatory charges included: enough to sort and filter by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Usual {
    /// A night for one guest, weekends weighed in.
    pub nightly: Money,
    /// Charged once for each stay.
    pub fixed: Money,
}

/// What one night costs when one guest books the shortest stay, mandatory charges and the discount for its length
/// included, rounded up to a minor unit: what a card shows as long as no dates are known.
pub fn per_night_of_shortest(pricing: &Pricing, min_nights: u32, fees: &Fees) -> Money {
    let nights = min_nights.clamp(1, LONGEST_STAY);
    let price = i128::from(pricing.in_steps(pricing.nightly));
    let all = price * i128::from(nights);
    let (bp, _) = pricing.off_for_length(nights);
    let off = discount(all, bp, step(pricing.currency));
    let taxed = pricing.tax.map_or(0, |tax| tax.nights_taxed(nights));
    let part = price * i128::from(taxed);
    let charged = Charged {
        nights: all - off,
        cleaning: i128::from(pricing.in_steps(pricing.cleaning_fee)),
        taxed: part - off * part / all.max(1),
        guest_halves: 2 * i128::from(taxed),
    };
    let total = pricing.charges(&charged, fees).total();
    pricing.money((total + i128::from(nights) - 1).div_euclid(i128::from(nights)))
}

/// What a night and what a stay's fixed part usually come to.
pub fn usual(pricing: &Pricing, fees: &Fees) -> Usual {
    let weekday = i128::from(pricing.nightly);
    let weekend = pricing.weekend.map_or(weekday, i128::from);
    let night = (weekday * 5 + weekend * 2 + 6).div_euclid(7);
    let nightly = Charged {
        nights: night,
        cleaning: 0,
        taxed: night,
        guest_halves: 2,
    };
    let fixed = Charged {
        nights: 0,
        cleaning: i128::from(pricing.cleaning_fee),
        taxed: 0,
        guest_halves: 0,
    };
    Usual {
        nightly: pricing.money(pricing.charges(&nightly, fees).total()),
        fixed: pricing.money(pricing.charges(&fixed, fees).total()),
    }
}

impl Pricing {
    fn charges(&self, charged: &Charged, fees: &Fees) -> Charges {
        let rules = Rules {
            fees: *fees,
            tax: self.tax,
        };
        Charges::of(charged, &rules, self.currency)
    }

    fn money(&self, minor: i128) -> Money {
        Money::new(i64::try_from(minor).unwrap_or(i64::MAX), self.currency)
    }
}
