//! A quote, and the lines that it is made of.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Rules;
use crate::{Currency, Money, Stay};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LineKind {
    Nights,
    /// Off the nights; its amount is negative, and its label says which.
    Discount,
    ExtraGuests,
    CleaningFee,
    /// The platform's, from the guest.
    ServiceFee,
    Tax,
}

/// One line of a quote, amount in minor units.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    pub kind: LineKind,
    /// `3 nights × £124.00`
    pub label: String,
    pub amount: i64,
    /// The nights that the line is for, all at the same price: what a refund is reckoned by.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub nights: Vec<NaiveDate>,
}

/// What a stay costs. The lines always add up to the total.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quote {
    pub stay: Stay,
    pub guests: u32,
    pub currency: Currency,
    pub lines: Vec<Line>,
    pub total: i64,
    #[serde(default)]
    pub rules: Rules,
}

impl Line {
    /// The price of each night of the line, in minor units; of a charge that is not by night, the amount.
    pub fn unit(&self) -> i64 {
        self.amount / self.nights.len().max(1) as i64
    }
}

impl Quote {
    pub fn total_money(&self) -> Money {
        self.money(self.total)
    }

    /// An amount of this quote with its currency.
    pub fn money(&self, minor: i64) -> Money {
        Money::new(minor, self.currency)
    }

    /// What the night of `date` costs in this quote, before discounts; 0 for a night that is not in it.
    pub fn price_of(&self, date: NaiveDate) -> i64 {
        let line = self.lines.iter().find(|line| line.nights.contains(&date));
        line.map_or(0, Line::unit)
    }

    /// The sum of the lines of one kind, in minor units.
    pub fn sum_of(&self, kind: LineKind) -> i64 {
        self.lines
            .iter()
            .filter(|line| line.kind == kind)
            .map(|line| line.amount)
            .sum()
    }

    /// All that is charged by the night, in the order of the nights: extra guests are in it, and each night carries its
    /// part of the discounts. Together it is the sum of those lines.
    pub(super) fn by_night(&self) -> Vec<i64> {
        let mut prices = vec![0_i64; self.stay.nights() as usize];
        let of_nights = |line: &&Line| line.kind == LineKind::Nights;
        for line in self.lines.iter().filter(of_nights) {
            let unit = line.unit();
            for night in &line.nights {
                let at = usize::try_from((*night - self.stay.check_in).num_days());
                if let Some(price) = at.ok().and_then(|at| prices.get_mut(at)) {
                    *price = unit;
                }
            }
        }
        let extra = self.sum_of(LineKind::ExtraGuests) / prices.len().max(1) as i64;
        let discount = i128::from(-self.sum_of(LineKind::Discount));
        let all = prices.iter().copied().map(i128::from).sum::<i128>().max(1);
        let (mut so_far, mut taken) = (0, 0);
        for price in &mut prices {
            so_far += i128::from(*price);
            let due = (discount * so_far / all) as i64;
            *price += extra - (due - taken);
            taken = due;
        }
        prices
    }
}
