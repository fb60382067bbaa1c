//! For how many nights the home is let, and when guests come and go.

use serde::{Deserialize, Serialize};

use super::whole::whole;
use crate::{
    Error, FieldError, Result,
    error::{Name, keep, none_refused},
    stays::LONGEST_STAY,
    text,
};

/// As typed; times as "15:00".
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct StaysForm {
    pub min_nights: String,
    pub max_nights: String,
    pub check_in_from: String,
    pub check_in_until: String,
    pub check_out_by: String,
    /// Until then a stay may begin the same day.
    pub cutoff: String,
}

/// What it says; times in minutes since midnight.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stays {
    pub min_nights: u32,
    pub max_nights: u32,
    pub check_in_from: u32,
    pub check_in_until: u32,
    pub check_out_by: u32,
    pub cutoff: u32,
}

/// Refuses, each at its field, what is no number of nights or no time, and those that contradict each other.
pub fn stays(form: &StaysForm) -> Result<Stays> {
    let mut refused = Vec::new();
    let mut nights = |field, typed: &str| {
        let read = whole(field, "nights", typed, 1, LONGEST_STAY);
        keep(&mut refused, read)
    };
    let min_nights = nights("min_nights", &form.min_nights);
    let max_nights = nights("max_nights", &form.max_nights);
    let mut at = |field, typed: &str| keep(&mut refused, minutes(field, typed));
    let check_in_from = at("check_in_from", &form.check_in_from);
    let check_in_until = at("check_in_until", &form.check_in_until);
    let check_out_by = at("check_out_by", &form.check_out_by);
    let cutoff = at("cutoff", &form.cutoff);
    if min_nights
        .zip(max_nights)
        .is_some_and(|(min, max)| max < min)
    {
        let sentence = "The most nights cannot be fewer than the fewest.";
        refused.push(FieldError::new("max_nights", sentence));
    }
    if check_in_from
        .zip(check_in_until)
        .is_some_and(|(from, until)| until <= from)
    {
        let sentence = "Check-in must end later than it begins.";
        refused.push(FieldError::new("check_in_until", sentence));
    }
    if check_out_by
        .zip(check_in_from)
        .is_some_and(|(out, from)| out > from)
    {
        let sentence = "Guests must have left before the next ones may come.";
        refused.push(FieldError::new("check_out_by", sentence));
    }
    none_refused(refused)?;
    Ok(Stays {
        min_nights: min_nights.unwrap_or_default(),
        max_nights: max_nights.unwrap_or_default(),
        check_in_from: check_in_from.unwrap_or_default(),
        check_in_until: check_in_until.unwrap_or_default(),
        check_out_by: check_out_by.unwrap_or_default(),
        cutoff: cutoff.unwrap_or_default(),
    })
}

/// "15:00", "9:30" or "15" as minutes since midnight. Browsers may add seconds.
fn minutes(field: Name, typed: &str) -> Result<u32> {
    let typed = text::line(typed).replace('.', ":");
    let mut parts = typed.split(':');
    let mut next = |most: u32| match parts.next() {
        Some(digits) if digits.len() <= 2 => digits.parse().ok().filter(|number| *number <= most),
        Some(_) => None,
        None => Some(0),
    };
    let (hours, minutes, seconds) = (next(23), next(59), next(59));
    let whole = parts.next().is_none() && seconds.is_some();
    match (hours, minutes) {
        (Some(hours), Some(minutes)) if whole => Ok(hours * 60 + minutes),
        _ => Err(Error::field(field, "Enter a time such as 15:00.")),
    }
}
