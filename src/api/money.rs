//! Money as clients read it: a number of major units, as ever, and the exact minor units beside it.

use domain::Money;
use serde::Serialize;
use utoipa::ToSchema;

/// `12000` of GBP as `120.0`. For people and old clients: what counts are the minor units beside it.
pub fn major(money: Money) -> f64 {
    money.minor as f64 / money.currency.minor_per_major() as f64
}

/// An amount, beside the currency of what it belongs to.
#[derive(Debug, Serialize, ToSchema)]
pub struct Amount {
    /// What it is for.
    pub label: String,
    /// Major units.
    pub amount: f64,
    pub amount_minor: i64,
}

impl Amount {
    pub fn of(label: impl Into<String>, money: Money) -> Self {
        Self {
            label: label.into(),
            amount: major(money),
            amount_minor: money.minor,
        }
    }
}

#[cfg(test)]
mod tests {
    use domain::Currency;

    use super::*;

    #[test]
    fn each_currency_has_its_own_decimals() {
        for (minor, code, expected) in [
            (41_250, "GBP", 412.5),
            (12_000, "JPY", 12_000.0),
            (12_340, "KWD", 12.34),
        ] {
            let currency = Currency::parse(code).expect("a currency");
            assert_eq!(major(Money::new(minor, currency)), expected, "{code}");
        }
    }
}
