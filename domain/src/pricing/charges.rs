//! What is charged for a stay or for a part of it, and whose it is.

use super::{
    LineKind, Quote, Rules, Tax, TaxBase,
    rounding::{half_up, share, step, up},
};
use crate::Currency;

/// Whose money a total is, in minor units; together it is the total.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Shares {
    /// Nights and cleaning, less the host's fee.
    pub host: i64,
    /// Both fees.
    pub platform: i64,
    /// For the host to pass on to the town.
    pub tax: i64,
}

/// The sums that a total is made of, in minor units.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Charges {
    /// With extra guests, less discounts.
    pub nights: i128,
    pub cleaning: i128,
    pub service_fee: i128,
    pub tax: i128,
    pub host_fee: i128,
}

/// What fees and tax are taken of.
pub(super) struct Charged {
    pub nights: i128,
    pub cleaning: i128,
    /// Of `nights`, the part of the nights that are taxed.
    pub taxed: i128,
    /// Guests times nights taxed, in halves.
    pub guest_halves: i128,
}

impl Charges {
    pub(super) fn of(charged: &Charged, rules: &Rules, currency: Currency) -> Charges {
        let step = step(currency);
        let rent = charged.nights + charged.cleaning;
        let service_fee = share(rent, rules.fees.guest_bp, step);
        let tax = match rules.tax {
            None => 0,
            Some(Tax::PerGuestNight { amount, .. }) => {
                half_up(i128::from(amount) * charged.guest_halves, 2, step)
            }
            Some(Tax::Rate { bp, base, .. }) => {
                let base = match base {
                    TaxBase::Nights => charged.taxed,
                    TaxBase::NightsAndCleaning => charged.taxed + charged.cleaning,
                    TaxBase::All => charged.taxed + charged.cleaning + service_fee,
                };
                share(base, bp, step)
            }
        };
        Charges {
            nights: charged.nights,
            cleaning: charged.cleaning,
            service_fee,
            tax,
            host_fee: share(rent, rules.fees.host_bp, step),
        }
    }

    pub(super) fn total(&self) -> i128 {
        self.nights + self.cleaning + self.service_fee + self.tax
    }

    /// An amount is never larger than the total of its quote, which was counted.
    pub(crate) fn shares(&self) -> Shares {
        Shares {
            host: (self.nights + self.cleaning - self.host_fee) as i64,
            platform: (self.service_fee + self.host_fee) as i64,
            tax: self.tax as i64,
        }
    }
}

impl Quote {
    /// Whose the total is.
    pub fn shares(&self) -> Shares {
        self.charges(|_| 2, true).shares()
    }

    /// What the platform keeps of the host's nights and cleaning, in minor units.
    pub fn host_fee(&self) -> i64 {
        self.charges(|_| 2, true).host_fee as i64
    }

    /// What is charged when of the nights, counted from 0, so many `halves` (0 to 2) count, and the cleaning or not.
    /// What does not count is rounded up, for the guest.
    pub(crate) fn charges(&self, halves: impl Fn(usize) -> i128, cleaning: bool) -> Charges {
        let prices = self.by_night();
        let step = step(self.currency);
        let of_first = |nights: usize| {
            let (mut all, mut uncounted) = (0, 0);
            for (at, price) in prices.iter().take(nights).enumerate() {
                all += i128::from(*price);
                uncounted += i128::from(*price) * (2 - halves(at));
            }
            Ord::max(all - up(uncounted, 2, step), 0)
        };
        let taxed = match self.rules.tax {
            Some(tax) => tax.nights_taxed(self.stay.nights()) as usize,
            None => 0,
        };
        let charged = Charged {
            nights: of_first(prices.len()),
            cleaning: match cleaning {
                true => i128::from(self.sum_of(LineKind::CleaningFee)),
                false => 0,
            },
            taxed: of_first(taxed),
            guest_halves: i128::from(self.guests) * (0..taxed).map(halves).sum::<i128>(),
        };
        Charges::of(&charged, &self.rules, self.currency)
    }
}
