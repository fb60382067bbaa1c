//! Shares of amounts as whole amounts that can be charged.

use crate::Currency;

/// Basis points in the whole.
const WHOLE: i128 = 10_000;

/// The least amount in which the currency is charged, in minor units: ten where there are three decimals.
pub(super) fn step(currency: Currency) -> i128 {
    if currency.decimals() == 3 { 10 } else { 1 }
}

/// `part / of` as a multiple of `step`, half up. Nothing is negative.
pub(super) fn half_up(part: i128, of: i128, step: i128) -> i128 {
    (2 * part + of * step).div_euclid(2 * of * step) * step
}

/// `part / of` as a multiple of `step`, up.
pub(super) fn up(part: i128, of: i128, step: i128) -> i128 {
    (part + of * step - 1).div_euclid(of * step) * step
}

/// So many basis points of the amount, half up.
pub(super) fn share(amount: i128, bp: u32, step: i128) -> i128 {
    half_up(amount * i128::from(bp), WHOLE, step)
}

/// So many basis points off the amount, in the guest's favour.
pub(super) fn discount(amount: i128, bp: u32, step: i128) -> i128 {
    up(amount * i128::from(bp), WHOLE, step)
}

/// `1250` basis points as `12.5%`.
pub fn percent(bp: u32) -> String {
    let (whole, rest) = (bp / 100, bp % 100);
    match rest {
        0 => format!("{whole}%"),
        rest if rest % 10 == 0 => format!("{whole}.{}%", rest / 10),
        rest => format!("{whole}.{rest:02}%"),
    }
}
