//! What a currency is worth, about, in the reference currency: enough to filter and sort homes of several currencies.
//! Nothing is ever charged by these.

pub mod prices;

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::{
    Currency, Money, Pricing,
    pricing::{Fees, per_night_of_shortest, usual},
};
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait, sea_query::OnConflict};

use crate::{Error, Result, entities::exchange_rates};

/// The day that the table below is of.
const AS_OF: Option<NaiveDate> = NaiveDate::from_ymd_opt(2024, 9, 13);

/// Units of each currency for one euro, in ten-thousandths, rounded to three or four digits: about what central banks
/// published that day. The owner of a site may put newer ones into `exchange_rates`: searches follow at the next start.
#[rustfmt::skip]
const PER_EURO: &[(&str, i64)] = &[
    ("EUR", 10000), ("AED", 40700), ("ARS", 10620000), ("AUD", 16480), ("BGN", 19558), ("BRL", 61800),
    ("BZD", 22340), ("CAD", 15050), ("CHF", 9390), ("CLP", 10320000), ("CNY", 78700), ("COP", 46900000),
    ("CRC", 5750000), ("CZK", 251300), ("DKK", 74610), ("EGP", 536000), ("GBP", 8440), ("GEL", 29900),
    ("HKD", 86400), ("HUF", 3955000), ("IDR", 170800000), ("ILS", 41400), ("INR", 930000), ("ISK", 1523000),
    ("JOD", 7850), ("JPY", 1560000), ("KES", 1429000), ("KRW", 14750000), ("MAD", 108000), ("MXN", 216000),
    ("MYR", 47700), ("NOK", 118300), ("NZD", 18000), ("PEN", 41900), ("PHP", 620000), ("PLN", 42800),
    ("RON", 49740), ("SEK", 113500), ("SGD", 14390), ("THB", 369000), ("TRY", 376000), ("TWD", 353000),
    ("USD", 11080), ("UYU", 453000), ("VND", 272000000), ("ZAR", 197000),
];

/// Writes the table's rates where there are none yet.
pub async fn fill(db: &impl ConnectionTrait) -> Result<()> {
    let rows = PER_EURO
        .iter()
        .map(|(code, per_euro)| exchange_rates::ActiveModel {
            currency: Set((*code).to_owned()),
            rate_micro: Set((10_000_000_000 + per_euro / 2) / per_euro),
            as_of: Set(AS_OF.unwrap_or_default()),
        });
    exchange_rates::Entity::insert_many(rows)
        .on_conflict(
            OnConflict::new()
                .do_nothing_on([exchange_rates::Column::Currency])
                .to_owned(),
        )
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// The rates as the database has them.
pub struct Rates(HashMap<String, i64>);

/// A home's prices in minor units of the reference currency, rounded up: what search filters and sorts by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReferencePrices {
    pub nightly: i64,
    /// Charged once for each stay.
    pub fixed: i64,
    /// Per night of the shortest stay, all in.
    pub shortest: i64,
}

impl Rates {
    pub async fn load(db: &impl ConnectionTrait) -> Result<Self> {
        let rows = exchange_rates::Entity::find().all(db).await?;
        Ok(Self(
            rows.into_iter()
                .map(|row| (row.currency, row.rate_micro))
                .collect(),
        ))
    }

    /// All that prices can be in, by code.
    pub fn currencies(&self) -> Vec<Currency> {
        let known = self.0.keys().filter_map(|code| Currency::parse(code).ok());
        let mut currencies: Vec<Currency> = known.collect();
        currencies.sort_unstable_by_key(Currency::code);
        currencies
    }

    pub fn knows(&self, currency: Currency) -> bool {
        self.0.contains_key(currency.code())
    }

    /// In minor units of the reference currency, rounded up. A currency without a rate is refused.
    pub fn to_reference(&self, money: Money) -> Result<i64> {
        let rate = self.0.get(money.currency.code()).ok_or_else(|| {
            let code = money.currency.code();
            Error::User(domain::Error::Refused(format!(
                "There is no exchange rate for {code} in the table."
            )))
        })?;
        let per_major = i128::from(money.currency.minor_per_major()) * 1_000_000;
        let reference = i128::from(money.minor) * i128::from(*rate);
        let minor = reference * i128::from(Currency::REFERENCE.minor_per_major());
        let rounded_up = (minor + per_major - 1).div_euclid(per_major);
        Ok(i64::try_from(rounded_up).unwrap_or(i64::MAX))
    }

    /// With what is charged on top at the platform's `fees`.
    pub fn reference_prices(
        &self,
        pricing: &Pricing,
        min_nights: u32,
        fees: &Fees,
    ) -> Result<ReferencePrices> {
        let usual = usual(pricing, fees);
        let shortest = per_night_of_shortest(pricing, min_nights, fees);
        Ok(ReferencePrices {
            nightly: self.to_reference(usual.nightly)?,
            fixed: self.to_reference(usual.fixed)?,
            shortest: self.to_reference(shortest)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn money(minor: i64, code: &str) -> Money {
        Money::new(minor, Currency::parse(code).expect("a currency"))
    }

    #[test]
    fn amounts_are_converted_by_their_currencys_decimals_and_rounded_up() {
        let rates = Rates(
            [("GBP", 1_184_834), ("JPY", 6_410), ("EUR", 1_000_000)]
                .map(|(c, r)| (c.into(), r))
                .into(),
        );
        let converted = |minor, code| rates.to_reference(money(minor, code)).expect("a rate");
        assert_eq!(converted(10_000, "GBP"), 11_849);
        assert_eq!(converted(12_000, "JPY"), 7_692);
        assert_eq!(converted(123, "EUR"), 123);
        assert!(rates.to_reference(money(1, "KWD")).is_err());
    }

    #[test]
    fn the_table_is_dated_and_every_code_is_a_currency() {
        assert!(AS_OF.is_some());
        assert!(
            PER_EURO
                .iter()
                .all(|(code, per_euro)| Currency::parse(code).is_ok() && *per_euro > 0)
        );
    }
}
