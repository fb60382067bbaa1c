//! Prices: from a home's pricing to the quote of one stay, line by line.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{Currency, Error, Money, Result, Stay, stays::LONGEST_STAY, text};

/// All that a home's price is made of, in minor units: the JSON of the column `pricing`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pricing {
    /// Counts up with every change; a quote remembers it.
    pub version: u32,
    pub currency: Currency,
    pub nightly: i64,
    /// Charged once for each stay; 0 for none.
    pub cleaning_fee: i64,
    /// Other prices for some dates; where they overlap the last one counts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub dated: Vec<DatedPrice>,
}

/// A price for the nights `from` to `to`, both included.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DatedPrice {
    pub from: NaiveDate,
    pub to: NaiveDate,
    pub nightly: i64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LineKind {
    Nights,
    CleaningFee,
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
}

impl Pricing {
    /// The price of the night of `date`, in minor units.
    pub fn nightly_on(&self, date: NaiveDate) -> i64 {
        let dated = self
            .dated
            .iter()
            .rev()
            .find(|price| price.from <= date && date <= price.to);
        dated.map_or(self.nightly, |price| price.nightly)
    }
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

    /// What the night of `date` costs in this quote; 0 for a night that is not in it.
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
}

/// The price of a stay, every mandatory charge included.
///
/// Refuses a stay of no nights or of more than a year, a price that is not above zero, and a sum too large to count.
pub fn quote(pricing: &Pricing, stay: &Stay, guests: u32) -> Result<Quote> {
    let stay = Stay::new(stay.check_in, stay.check_out)?;
    let mut lines: Vec<Line> = Vec::new();
    for (price, nights) in nights_by_price(pricing, &stay) {
        let label = format!(
            "{} × {}",
            text::count(nights.len() as u32, "night"),
            Money::new(price, pricing.currency)
        );
        let amount = price
            .checked_mul(nights.len() as i64)
            .filter(|_| price > 0)
            .ok_or_else(no_price)?;
        lines.push(Line {
            kind: LineKind::Nights,
            label,
            amount,
            nights,
        });
    }
    if pricing.cleaning_fee != 0 {
        let label = "Cleaning fee".to_owned();
        lines.push(Line {
            kind: LineKind::CleaningFee,
            label,
            amount: pricing.cleaning_fee,
            nights: Vec::new(),
        });
    }
    let total = lines.iter().try_fold(0_i64, |sum, line| {
        sum.checked_add(line.amount).filter(|_| line.amount > 0)
    });
    let total = total.ok_or_else(no_price)?;
    Ok(Quote {
        stay,
        guests,
        currency: pricing.currency,
        lines,
        total,
    })
}

/// What one night costs when the shortest stay is booked, mandatory charges included, rounded up to a minor unit:
/// what a card shows as long as no dates are known.
pub fn per_night_of_shortest(pricing: &Pricing, min_nights: u32) -> Money {
    let nights = i128::from(min_nights.clamp(1, LONGEST_STAY));
    let total = i128::from(pricing.nightly) * nights + i128::from(pricing.cleaning_fee);
    let rounded_up = (total + nights - 1).div_euclid(nights);
    Money::new(
        i64::try_from(rounded_up).unwrap_or(i64::MAX),
        pricing.currency,
    )
}

/// The nights of the stay, grouped by price in the order in which the prices first come.
fn nights_by_price(pricing: &Pricing, stay: &Stay) -> Vec<(i64, Vec<NaiveDate>)> {
    let mut groups: Vec<(i64, Vec<NaiveDate>)> = Vec::new();
    for date in stay.dates() {
        let price = pricing.nightly_on(date);
        match groups.iter_mut().find(|(known, _)| *known == price) {
            Some((_, nights)) => nights.push(date),
            None => groups.push((price, vec![date])),
        }
    }
    groups
}

fn no_price() -> Error {
    Error::Refused("This home has no valid price for these nights.".to_owned())
}
