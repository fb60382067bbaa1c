//! What a night costs, and what is charged once.

use serde::{Deserialize, Serialize};

use super::amount::amount;
use crate::{
    Currency, Error, Result,
    error::{keep, none_refused},
};

/// As typed, in major units.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PriceForm {
    /// ISO 4217.
    pub currency: String,
    pub nightly: String,
    /// Empty for none.
    pub cleaning_fee: String,
}

/// What it says, in minor units.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Price {
    pub currency: Currency,
    /// Above 0.
    pub nightly: i64,
    /// 0 for none.
    pub cleaning_fee: i64,
}

/// Refuses, each at its field, what is no amount of the currency, and nights for nothing.
pub fn price(form: &PriceForm) -> Result<Price> {
    let currency = Currency::parse(&form.currency)?;
    let mut refused = Vec::new();
    let nightly = amount("nightly", &form.nightly, currency)
        .and_then(|minor| if minor > 0 { Ok(minor) } else { Err(free()) })
        .and_then(|minor| chargeable("nightly", minor, currency));
    let nightly = keep(&mut refused, nightly).unwrap_or_default();
    let cleaning_fee = match form.cleaning_fee.trim() {
        "" => Ok(0),
        typed => amount("cleaning_fee", typed, currency)
            .and_then(|minor| chargeable("cleaning_fee", minor, currency)),
    };
    let cleaning_fee = keep(&mut refused, cleaning_fee).unwrap_or_default();
    none_refused(refused)?;
    Ok(Price {
        currency,
        nightly,
        cleaning_fee,
    })
}

fn free() -> Error {
    Error::field("nightly", "A night must cost something.")
}

/// Cards take no thousandths.
fn chargeable(field: crate::error::Name, minor: i64, currency: Currency) -> Result<i64> {
    if currency.decimals() == 3 && minor % 10 != 0 {
        let sentence = format!("Cards can be charged two decimals of {currency} only.");
        return Err(Error::field(field, sentence));
    }
    Ok(minor)
}
