//! Random homes and stays, the same for the same seed.

use chrono::{Days, NaiveDate};
use domain::{
    Currency, Pricing, Stay,
    pricing::{Advance, DatedPrice, Tax, TaxBase},
};

use crate::support::{EDINBURGH, Town};

/// SplitMix64.
pub struct Dice(u64);

impl Dice {
    pub fn of(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// From `least` to `most`, both included.
    pub fn between(&mut self, least: u64, most: u64) -> u64 {
        least + self.next() % (most - least + 1)
    }

    fn one_in(&mut self, many: u64) -> bool {
        self.between(1, many) == 1
    }

    /// An amount as a host can say it: cards take no thousandths.
    fn amount(&mut self, least: u64, most: u64) -> i64 {
        (self.between(least, most) / 10 * 10) as i64
    }

    fn bp(&mut self, most: u64) -> u32 {
        self.between(1, most) as u32
    }

    /// Leith, with one of these currencies: of no, two and three decimals, and two that the provider counts differently.
    pub fn town(&mut self) -> Town {
        let currencies = ["GBP", "JPY", "KWD", "ISK", "EUR", "JOD", "HUF", "KRW"];
        let currency = currencies[self.between(0, 7) as usize];
        Town {
            currency,
            ..EDINBURGH
        }
    }

    pub fn stay(&mut self, today: NaiveDate) -> Stay {
        let check_in = today + Days::new(self.between(1, 150));
        let nights = match self.one_in(4) {
            true => self.between(7, 28),
            false => self.between(1, 6),
        };
        Stay::new(check_in, check_in + Days::new(nights)).expect("a stay")
    }

    pub fn pricing(&mut self, currency: &str, stay: &Stay) -> Pricing {
        let currency = Currency::parse(currency).expect("a currency");
        let nightly = self.amount(9_000, 2_000_000);
        let cleaning = match self.one_in(3) {
            true => 0,
            false => self.amount(500, 90_000),
        };
        let mut pricing = Pricing::plain(currency, nightly, cleaning);
        if self.one_in(2) {
            pricing.weekend = Some(self.amount(9_000, 2_000_000));
        }
        if self.one_in(3) {
            let from = stay.check_in + Days::new(self.between(0, 3));
            let to = from + Days::new(self.between(0, 3));
            let nightly = self.amount(9_000, 2_000_000);
            pricing.dated.push(DatedPrice { from, to, nightly });
        }
        if self.one_in(2) {
            (pricing.weekly_bp, pricing.monthly_bp) = (self.bp(3_000), self.bp(5_000));
        }
        if self.one_in(2) {
            let (early, late) = (self.between(20, 90), self.between(1, 10));
            pricing.early = Some(self.advance(early));
            pricing.last_minute = Some(self.advance(late));
        }
        if self.one_in(2) {
            (pricing.guests_included, pricing.extra_guest) = (2, self.amount(100, 30_000));
        }
        (pricing.tax, pricing.tax_name) = (self.tax(), "City & county tax".to_owned());
        pricing
    }

    fn advance(&mut self, days: u64) -> Advance {
        Advance {
            days: days as u32,
            bp: self.bp(3_000),
        }
    }

    fn tax(&mut self) -> Option<Tax> {
        let max_nights = self.between(0, 7) as u32;
        match self.between(0, 2) {
            0 => None,
            1 => Some(Tax::PerGuestNight {
                amount: self.amount(50, 5_000),
                max_nights,
            }),
            _ => Some(Tax::Rate {
                bp: self.bp(2_000),
                base: TaxBase::ALL[self.between(0, 2) as usize],
                max_nights,
            }),
        }
    }
}
