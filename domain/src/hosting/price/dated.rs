//! Other prices for some dates, as a host says them: one row each.

use serde::{Deserialize, Serialize};

use super::chargeable;
use crate::{
    Currency, Error, FieldError, Pricing, Result,
    error::{keep, none_refused},
    hosting::{amount, written as amount_written},
    pricing::DatedPrice,
    stays::parse_date,
};

/// Search reads a home's prices with the home.
const MOST: usize = 24;

/// A row as typed: dates as forms write them, the price in major units. An empty row says nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DatedForm {
    /// The first night.
    pub from: String,
    /// The last night.
    pub to: String,
    pub nightly: String,
}

impl DatedForm {
    /// From the fields of one name each, in the order of the rows. A row that lacks one has nothing typed there.
    pub fn rows(from: Vec<String>, to: Vec<String>, nightly: Vec<String>) -> Vec<DatedForm> {
        let count = from.len().max(to.len()).max(nightly.len());
        let (mut from, mut to, mut nightly) =
            (from.into_iter(), to.into_iter(), nightly.into_iter());
        let mut row = || DatedForm {
            from: from.next().unwrap_or_default(),
            to: to.next().unwrap_or_default(),
            nightly: nightly.next().unwrap_or_default(),
        };
        (0..count).map(|_| row()).collect()
    }

    /// Whether nothing is typed in it.
    pub fn is_empty(&self) -> bool {
        [&self.from, &self.to, &self.nightly]
            .iter()
            .all(|typed| typed.trim().is_empty())
    }
}

/// Refuses at `dated`, with the number of its row, what is only half said.
pub fn read(rows: &[DatedForm], currency: Currency) -> Result<Vec<DatedPrice>> {
    let mut refused = Vec::new();
    let said = (1..).zip(rows).filter(|(_, row)| !row.is_empty());
    let prices: Vec<DatedPrice> = said
        .filter_map(|(number, row)| {
            let in_row = |error: Error| {
                let sentences = error.fields();
                let first = sentences.first().map_or("", |it| it.message.as_str());
                Error::field("dated", format!("Row {number}: {first}"))
            };
            keep(&mut refused, one(row, currency).map_err(in_row))
        })
        .collect();
    if prices.len() > MOST {
        let sentence = format!("There can be at most {MOST} other prices.");
        refused.push(FieldError::new("dated", sentence));
    }
    none_refused(refused)?;
    Ok(prices)
}

fn one(row: &DatedForm, currency: Currency) -> Result<DatedPrice> {
    let from = parse_date("dated", &row.from)?;
    let to = parse_date("dated", &row.to)?;
    if to < from {
        let sentence = "the last night cannot be before the first.";
        return Err(Error::field("dated", sentence));
    }
    let nightly = amount("dated", &row.nightly, currency)?;
    let nightly = chargeable("dated", nightly, currency)?;
    if nightly == 0 {
        return Err(Error::field("dated", "a night must cost something."));
    }
    Ok(DatedPrice { from, to, nightly })
}

/// The rows of what is saved.
pub fn written(pricing: &Pricing) -> Vec<DatedForm> {
    let row = |price: &DatedPrice| DatedForm {
        from: price.from.to_string(),
        to: price.to.to_string(),
        nightly: amount_written(price.nightly, pricing.currency),
    };
    pricing.dated.iter().map(row).collect()
}
