//! Prices: from a home's pricing to the quote of one stay, line by line.
//!
//! Every line is a whole number of minor units, rounded half up where a share was taken, and discounts are rounded in
//! the guest's favour. Currencies of three decimals are charged in tens, because cards take no thousandths.

mod charges;
mod lines;
mod minimum;
mod nightly;
mod quoting;
mod rounding;
mod rules;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{Currency, Stay};

pub(crate) use charges::Charges;
pub use charges::Shares;
pub use lines::{Line, LineKind, Quote};
pub use minimum::minimum_charge;
pub use nightly::{Usual, per_night_of_shortest, usual};
pub use quoting::quote;
pub use rounding::percent;
pub use rules::{Fees, Rules, Tax, TaxBase};

/// From so many nights on the weekly discount counts.
pub const WEEK: u32 = 7;
/// From so many nights on the monthly discount counts.
pub const MONTH: u32 = 28;

/// All that a home's price is made of, amounts in minor units and discounts in basis points: the JSON of the column
/// `pricing`. What a home does not use is not in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pricing {
    /// Counts up with every change; a quote remembers it.
    pub version: u32,
    pub currency: Currency,
    pub nightly: i64,
    /// Charged once for each stay; 0 for none.
    pub cleaning_fee: i64,
    /// The nights of Friday and Saturday; `None` when they cost the same as others.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weekend: Option<i64>,
    /// Other prices for some dates; where they overlap the last one counts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub dated: Vec<DatedPrice>,
    /// Off the nights of a stay of [`WEEK`] nights or more; of two discounts for length the larger one counts.
    #[serde(default, skip_serializing_if = "is_none")]
    pub weekly_bp: u32,
    /// Off the nights of a stay of [`MONTH`] nights or more.
    #[serde(default, skip_serializing_if = "is_none")]
    pub monthly_bp: u32,
    /// For stays that begin so many days ahead or more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub early: Option<Advance>,
    /// For stays that begin within so many days; of two discounts for the time of booking the larger one counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_minute: Option<Advance>,
    /// How many guests the price of a night is for; 0 for all.
    #[serde(default, skip_serializing_if = "is_none")]
    pub guests_included: u32,
    /// For each guest above those, and each night.
    #[serde(default, skip_serializing_if = "is_free")]
    pub extra_guest: i64,
    /// What the host owes the town for the stay.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tax: Option<Tax>,
    /// What the town calls it; empty for "Lodging tax".
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub tax_name: String,
}

/// A price for the nights `from` to `to`, both included.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DatedPrice {
    pub from: NaiveDate,
    pub to: NaiveDate,
    pub nightly: i64,
}

/// A discount that hangs on the days between booking and check-in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Advance {
    pub days: u32,
    /// Basis points off the nights.
    pub bp: u32,
}

/// Which stay is to be priced, for how many, and when it is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ask {
    pub stay: Stay,
    pub guests: u32,
    /// The date at the home when the price is made.
    pub today: NaiveDate,
}

impl Pricing {
    /// A first version with a price of a night and of cleaning, in minor units, and nothing else.
    pub fn plain(currency: Currency, nightly: i64, cleaning_fee: i64) -> Pricing {
        Pricing {
            version: 1,
            currency,
            nightly,
            cleaning_fee,
            weekend: None,
            dated: Vec::new(),
            weekly_bp: 0,
            monthly_bp: 0,
            early: None,
            last_minute: None,
            guests_included: 0,
            extra_guest: 0,
            tax: None,
            tax_name: String::new(),
        }
    }
}

fn is_none(number: &u32) -> bool {
    *number == 0
}

fn is_free(amount: &i64) -> bool {
    *amount == 0
}
