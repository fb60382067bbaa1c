//! Money: whole minor units with an ISO 4217 currency, never a fraction.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::{Error, Result};

/// An ISO 4217 currency that people pay in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Currency(iso_currency::Currency);

impl Currency {
    /// What prices are compared in when homes of several currencies are filtered or sorted.
    pub const REFERENCE: Currency = Currency(iso_currency::Currency::EUR);

    /// From a three-letter code, in any case. Funds, metals and test codes are refused: nobody pays in them.
    pub fn parse(code: &str) -> Result<Currency> {
        let upper = code.trim().to_ascii_uppercase();
        iso_currency::Currency::from_code(&upper)
            .filter(|currency| currency.exponent().is_some_and(|decimals| decimals <= 3))
            .map(Currency)
            .ok_or_else(|| {
                Error::field(
                    "currency",
                    format!("“{}” is not a currency code such as GBP.", code.trim()),
                )
            })
    }

    /// Three capital letters.
    pub fn code(&self) -> &'static str {
        self.0.code()
    }

    /// How many decimals its amounts are written with: 2 for GBP, 0 for JPY, 3 for KWD.
    pub fn decimals(&self) -> u8 {
        self.0.exponent().map_or(2, |decimals| decimals as u8)
    }

    /// What stands before an amount. A sign that several currencies share belongs to the one that most people mean
    /// by it; currencies without a sign of their own show their code and a space.
    pub fn symbol(&self) -> String {
        let sign = match self.code() {
            "GBP" => "£",
            "EUR" => "€",
            "USD" => "$",
            "JPY" => "¥",
            "AUD" => "A$",
            "BRL" => "R$",
            "CAD" => "CA$",
            "CNY" => "CN¥",
            "HKD" => "HK$",
            "ILS" => "₪",
            "INR" => "₹",
            "KRW" => "₩",
            "MXN" => "MX$",
            "NZD" => "NZ$",
            "PHP" => "₱",
            "THB" => "฿",
            "TRY" => "₺",
            "TWD" => "NT$",
            "UAH" => "₴",
            "VND" => "₫",
            code => return format!("{code}\u{a0}"),
        };
        sign.to_owned()
    }

    /// How many minor units make one major unit: 100 for GBP.
    pub fn minor_per_major(&self) -> i64 {
        10_i64.pow(u32::from(self.decimals()))
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl Serialize for Currency {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

impl<'de> Deserialize<'de> for Currency {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> std::result::Result<Self, D::Error> {
        Currency::parse(&String::deserialize(deserializer)?).map_err(de::Error::custom)
    }
}

/// An amount in minor units. Displayed as people write it: `£412.00`, `¥12,000`, `€1,240.50`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Money {
    pub minor: i64,
    pub currency: Currency,
}

impl Money {
    pub fn new(minor: i64, currency: Currency) -> Money {
        Money { minor, currency }
    }

    /// `None` when the sum is too large or the currencies differ.
    pub fn checked_add(self, other: Money) -> Option<Money> {
        if self.currency != other.currency {
            return None;
        }
        self.minor
            .checked_add(other.minor)
            .map(|minor| Money { minor, ..self })
    }

    /// Without decimals when they are all zero: `£412`, `£412.50`. For cards and chips; receipts show all decimals.
    pub fn short(&self) -> String {
        let text = self.to_string();
        if self.currency.decimals() > 0 && self.minor % self.currency.minor_per_major() == 0 {
            text.split('.').next().unwrap_or_default().to_owned()
        } else {
            text
        }
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.minor < 0 { "−" } else { "" };
        let per_major = self.currency.minor_per_major().unsigned_abs();
        let (major, minor) = (
            self.minor.unsigned_abs() / per_major,
            self.minor.unsigned_abs() % per_major,
        );
        write!(f, "{sign}{}{}", self.currency.symbol(), grouped(major))?;
        match usize::from(self.currency.decimals()) {
            0 => Ok(()),
            width => write!(f, ".{minor:0width$}"),
        }
    }
}

/// `1240` as `1,240`.
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.char_indices() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}
