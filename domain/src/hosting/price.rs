//! What a stay costs, as a host says it: nights, discounts, guests, fees and tax.

mod dated;
mod percent;
mod tax;

use serde::{Deserialize, Serialize};

use super::{
    amount::{amount, written},
    whole::whole,
};
use crate::{
    Currency, Error, Pricing, Result,
    error::{Name, keep, none_refused},
    pricing::Advance,
    search::MOST_GUESTS,
    stays::LONGEST_STAY,
};

pub use dated::DatedForm;
pub use tax::TaxKind;

use percent::percent;

/// In basis points.
const LARGEST_DISCOUNT: u32 = 9_000;
/// Days before check-in that still are the last minute.
const LAST_MINUTE: u32 = 60;

/// As typed: amounts in major units, discounts and taxes in percent. What is empty is not there.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PriceForm {
    /// ISO 4217.
    pub currency: String,
    pub nightly: String,
    /// Of Friday and Saturday.
    pub weekend: String,
    pub cleaning_fee: String,
    pub guests_included: String,
    pub extra_guest: String,
    pub weekly_percent: String,
    pub monthly_percent: String,
    pub early_days: String,
    pub early_percent: String,
    pub last_minute_days: String,
    pub last_minute_percent: String,
    /// A word of [`TaxKind`]; empty for none.
    pub tax: String,
    pub tax_name: String,
    pub tax_percent: String,
    /// A word of [`crate::pricing::TaxBase`].
    pub tax_base: String,
    pub tax_amount: String,
    pub tax_max_nights: String,
    pub dated: Vec<DatedForm>,
}

/// What it says, at version 0. Refuses, each at its field, what is no amount of the currency, nights for nothing, and
/// what is only half said.
pub fn price(form: &PriceForm) -> Result<Pricing> {
    let currency = Currency::parse(&form.currency)?;
    let mut refused = Vec::new();
    let nightly = amount("nightly", &form.nightly, currency)
        .and_then(|minor| if minor > 0 { Ok(minor) } else { Err(free()) })
        .and_then(|minor| chargeable("nightly", minor, currency));
    let nightly = keep(&mut refused, nightly).unwrap_or_default();
    let mut optional = |field, typed: &str| {
        let read = optional(field, typed, currency);
        keep(&mut refused, read).unwrap_or_default()
    };
    let cleaning_fee = optional("cleaning_fee", &form.cleaning_fee);
    let weekend = optional("weekend", &form.weekend);
    let extra_guest = optional("extra_guest", &form.extra_guest);
    let guests_included = keep(&mut refused, included(form)).unwrap_or_default();
    let mut off = |field, typed: &str| {
        keep(&mut refused, percent(field, typed, LARGEST_DISCOUNT)).unwrap_or_default()
    };
    let pricing = Pricing {
        version: 0,
        weekend: Some(weekend).filter(|weekend| *weekend > 0),
        guests_included,
        extra_guest,
        weekly_bp: off("weekly_percent", &form.weekly_percent),
        monthly_bp: off("monthly_percent", &form.monthly_percent),
        early: keep(&mut refused, early(form)).flatten(),
        last_minute: keep(&mut refused, last_minute(form)).flatten(),
        tax: keep(&mut refused, tax::read(form, currency)).flatten(),
        tax_name: keep(&mut refused, tax::name(form)).unwrap_or_default(),
        dated: keep(&mut refused, dated::read(&form.dated, currency)).unwrap_or_default(),
        ..Pricing::plain(currency, nightly, cleaning_fee)
    };
    none_refused(refused)?;
    Ok(pricing)
}

/// 0 when nothing is typed.
fn optional(field: Name, typed: &str, currency: Currency) -> Result<i64> {
    match typed.trim() {
        "" => Ok(0),
        typed => chargeable(field, amount(field, typed, currency)?, currency),
    }
}

impl PriceForm {
    /// What the page of prices shows as saved.
    pub fn of(pricing: &Pricing) -> PriceForm {
        let money = |minor| match minor {
            0 => String::new(),
            minor => written(minor, pricing.currency),
        };
        let number = |number: u32| match number {
            0 => String::new(),
            number => number.to_string(),
        };
        let days = |it: Option<Advance>| number(it.map_or(0, |it| it.days));
        let off = |it: Option<Advance>| percent::written(it.map_or(0, |it| it.bp));
        let form = PriceForm {
            currency: pricing.currency.code().to_owned(),
            nightly: money(pricing.nightly),
            weekend: money(pricing.weekend.unwrap_or_default()),
            cleaning_fee: money(pricing.cleaning_fee),
            guests_included: number(pricing.guests_included),
            extra_guest: money(pricing.extra_guest),
            weekly_percent: percent::written(pricing.weekly_bp),
            monthly_percent: percent::written(pricing.monthly_bp),
            early_days: days(pricing.early),
            early_percent: off(pricing.early),
            last_minute_days: days(pricing.last_minute),
            last_minute_percent: off(pricing.last_minute),
            dated: dated::written(pricing),
            ..PriceForm::default()
        };
        tax::write(pricing, form)
    }
}

/// How many guests the price of a night is for; 0 for all.
fn included(form: &PriceForm) -> Result<u32> {
    match (form.guests_included.trim(), form.extra_guest.trim()) {
        ("", "") => Ok(0),
        ("", _) => Err(Error::field(
            "guests_included",
            "Say how many guests the price of a night is for.",
        )),
        (_, "") => Err(Error::field(
            "extra_guest",
            "Say what each further guest costs, or leave both empty.",
        )),
        (included, _) => whole("guests_included", "guests", included, 1, MOST_GUESTS),
    }
}

fn early(form: &PriceForm) -> Result<Option<Advance>> {
    let fields = ("early_days", "early_percent");
    advance(fields, &form.early_days, &form.early_percent, LONGEST_STAY)
}

fn last_minute(form: &PriceForm) -> Result<Option<Advance>> {
    let fields = ("last_minute_days", "last_minute_percent");
    let (days, percent) = (&form.last_minute_days, &form.last_minute_percent);
    advance(fields, days, percent, LAST_MINUTE)
}

/// Both days and percent, or neither.
fn advance(
    (days_field, percent_field): (Name, Name),
    days: &str,
    off: &str,
    most: u32,
) -> Result<Option<Advance>> {
    let bp = percent(percent_field, off, LARGEST_DISCOUNT)?;
    if bp == 0 && days.trim().is_empty() {
        return Ok(None);
    }
    if bp == 0 {
        let sentence = "Say how many percent less, or leave both empty.";
        return Err(Error::field(percent_field, sentence));
    }
    let days = whole(days_field, "days", days, 1, most)?;
    Ok(Some(Advance { days, bp }))
}

fn free() -> Error {
    Error::field("nightly", "A night must cost something.")
}

/// Cards take no thousandths.
fn chargeable(field: Name, minor: i64, currency: Currency) -> Result<i64> {
    if currency.decimals() == 3 && minor % 10 != 0 {
        let sentence = format!("Cards can be charged two decimals of {currency} only.");
        return Err(Error::field(field, sentence));
    }
    Ok(minor)
}
