//! Amounts of money as people type them, in major units.

use crate::{Currency, Error, Money, Result, error::Name, text};

/// Above every price of a night, in major units of any currency.
const MOST: i64 = 1_000_000_000;

/// "124", "124.50", "1,240" or "£124" in minor units; refused at `field`. A comma before exactly as many digits as the
/// currency has decimals is read as a point, unless those are three.
pub fn amount(field: Name, typed: &str, currency: Currency) -> Result<i64> {
    let plain = without_sign(&text::line(typed), currency);
    let (major, minor) = split(&plain, currency);
    let decimals = usize::from(currency.decimals());
    if minor.len() > decimals && minor.bytes().all(|digit| digit.is_ascii_digit()) {
        return Err(Error::field(field, too_fine(currency)));
    }
    let grouped = major.replace([',', ' ', '\u{a0}', '’', '\''], "");
    let digits = format!("{grouped}{minor:0<decimals$}");
    let shaped = !grouped.is_empty() && digits.bytes().all(|digit| digit.is_ascii_digit());
    let read = digits.parse::<i64>().ok().filter(|_| shaped);
    let read = read.filter(|minor| *minor <= MOST * currency.minor_per_major());
    read.ok_or_else(|| {
        let example = written(124 * currency.minor_per_major(), currency);
        Error::field(
            field,
            format!("Enter an amount in {currency}, such as {example}."),
        )
    })
}

/// What a field that [`amount`] reads shows: "124" or "124.50".
pub fn written(minor: i64, currency: Currency) -> String {
    let short = Money::new(minor, currency).short();
    without_sign(&short, currency).replace(',', "")
}

fn too_fine(currency: Currency) -> String {
    match currency.decimals() {
        0 => format!("Amounts in {currency} have no decimals."),
        decimals => format!("Amounts in {currency} have at most {decimals} decimals."),
    }
}

fn without_sign(typed: &str, currency: Currency) -> String {
    let symbol = currency.symbol();
    let symbol = symbol.trim_end();
    let typed = typed.trim_start_matches(symbol).trim_end_matches(symbol);
    let typed = typed.trim_start_matches(currency.code());
    typed.trim_end_matches(currency.code()).trim().to_owned()
}

/// The digits before and after the decimal sign.
fn split(typed: &str, currency: Currency) -> (String, String) {
    let decimals = usize::from(currency.decimals());
    let comma = typed
        .rsplit_once(',')
        .filter(|(_, after)| !typed.contains('.') && decimals < 3 && after.len() == decimals);
    match typed.split_once('.').or(comma) {
        Some((major, minor)) => (major.to_owned(), minor.to_owned()),
        None => (typed.to_owned(), String::new()),
    }
}
