//! Dates and times as people read and forms write them.

use chrono::{Datelike, NaiveDate};

use crate::{Error, Result, text};

/// `Mon 6 June`.
pub fn day_and_month(date: NaiveDate) -> String {
    format!(
        "{} {} {}",
        short_weekday(date),
        date.day(),
        month_name(date)
    )
}

/// `Monday 6 June 2026`.
pub fn long_date(date: NaiveDate) -> String {
    format!(
        "{} {} {} {}",
        weekday_name(date),
        date.day(),
        month_name(date),
        date.year()
    )
}

/// `Monday`.
pub fn weekday_name(date: NaiveDate) -> &'static str {
    const NAMES: [&str; 7] = [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
    ];
    NAMES[date.weekday().num_days_from_monday() as usize]
}

pub(super) fn short_weekday(date: NaiveDate) -> &'static str {
    &weekday_name(date)[..3]
}

/// `June`.
pub fn month_name(date: NaiveDate) -> &'static str {
    const NAMES: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    NAMES[date.month0() as usize]
}

/// Minutes since midnight as `15:00`.
pub fn clock_time(minutes: u32) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

/// A date as forms and URLs write it, `2026-06-03`; refused at `field`.
pub fn parse_date(field: &'static str, text: &str) -> Result<NaiveDate> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Error::field(field, "Choose a date."));
    }
    iso_date(text).ok_or_else(|| {
        Error::field(
            field,
            format!(
                "“{}” is not a date such as 2026-06-03.",
                text::excerpt(text, 20)
            ),
        )
    })
}

fn iso_date(text: &str) -> Option<NaiveDate> {
    let shaped = text.len() == 10
        && text.bytes().enumerate().all(|(at, byte)| {
            if at == 4 || at == 7 {
                byte == b'-'
            } else {
                byte.is_ascii_digit()
            }
        });
    if !shaped {
        return None;
    }
    NaiveDate::from_ymd_opt(
        text[..4].parse().ok()?,
        text[5..7].parse().ok()?,
        text[8..].parse().ok()?,
    )
}
