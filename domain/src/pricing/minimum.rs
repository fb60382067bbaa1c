//! The least that a card can be charged.

use crate::Currency;

/// In minor units. The first 24 are what Stripe publishes; the others are about one US dollar, because there a charge
/// must come to its published amount after conversion, whatever the rate of the day.
#[rustfmt::skip]
const LEAST: &[(&str, i64)] = &[
    ("USD", 50), ("AED", 200), ("AUD", 50), ("BGN", 100), ("BRL", 50), ("CAD", 50), ("CHF", 50), ("CZK", 1500),
    ("DKK", 250), ("EUR", 50), ("GBP", 30), ("HKD", 400), ("HUF", 17_500), ("INR", 50), ("JPY", 50), ("MXN", 1000),
    ("MYR", 200), ("NOK", 300), ("NZD", 50), ("PLN", 200), ("RON", 200), ("SEK", 300), ("SGD", 50), ("THB", 1000),
    ("ARS", 150_000), ("BHD", 400), ("CLP", 1000), ("CNY", 800), ("COP", 450_000), ("CRC", 55_000), ("EGP", 5000),
    ("IDR", 1_700_000), ("ILS", 400), ("ISK", 150), ("JOD", 800), ("KES", 14_000), ("KRW", 1500), ("KWD", 400),
    ("MAD", 1000), ("OMR", 400), ("PEN", 400), ("PHP", 6000), ("TND", 3500), ("TRY", 4500), ("TWD", 3500),
    ("UYU", 4500), ("VND", 27_000), ("ZAR", 2000),
];

/// The least that a card can be charged in the currency, in minor units; of one that is not known, one major unit.
pub fn minimum_charge(currency: Currency) -> i64 {
    let known = LEAST.iter().find(|(code, _)| *code == currency.code());
    known.map_or_else(|| currency.minor_per_major(), |(_, least)| *least)
}
