//! Stays: civil dates of arrival and departure, and what "today" and a wall time are in a home's time zone.

use chrono::{
    DateTime, Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, Offset, TimeDelta, TimeZone,
    Timelike, Utc,
};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use crate::{Error, Result};

/// No stay is longer, in nights, whatever a home allows.
pub const LONGEST_STAY: u32 = 365;

/// From the day of arrival to the day of departure; the nights lie between them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Stay {
    pub check_in: NaiveDate,
    pub check_out: NaiveDate,
}

impl Stay {
    /// Refuses dates in the wrong order and stays of more than a year, at `check_out`.
    pub fn new(check_in: NaiveDate, check_out: NaiveDate) -> Result<Stay> {
        let stay = Stay {
            check_in,
            check_out,
        };
        match stay.nights() {
            0 => Err(Error::field(
                "check_out",
                "Check-out must be after check-in.",
            )),
            1..=LONGEST_STAY => Ok(stay),
            _ => Err(Error::field(
                "check_out",
                format!("A stay can be at most {LONGEST_STAY} nights."),
            )),
        }
    }

    /// Number of nights; 0 when the dates are in the wrong order.
    pub fn nights(&self) -> u32 {
        u32::try_from((self.check_out - self.check_in).num_days()).unwrap_or(0)
    }

    /// The date of each night, that of departure not among them.
    pub fn dates(&self) -> impl Iterator<Item = NaiveDate> + use<> {
        let check_out = self.check_out;
        self.check_in
            .iter_days()
            .take_while(move |date| *date < check_out)
    }

    pub fn overlaps(&self, other: &Stay) -> bool {
        self.check_in < other.check_out && other.check_in < self.check_out
    }

    /// `Fri 3 – Mon 6 June`; months and years stand with both dates when they differ.
    pub fn label(&self) -> String {
        let (from, to) = (self.check_in, self.check_out);
        if from.year() != to.year() {
            format!(
                "{} {} – {} {}",
                day_and_month(from),
                from.year(),
                day_and_month(to),
                to.year()
            )
        } else if from.month() != to.month() {
            format!("{} – {}", day_and_month(from), day_and_month(to))
        } else {
            format!(
                "{} {} – {}",
                short_weekday(from),
                from.day(),
                day_and_month(to)
            )
        }
    }
}

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

fn short_weekday(date: NaiveDate) -> &'static str {
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
                crate::text::excerpt(text, 20)
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

/// The date that the calendar on a wall in `tz` shows.
pub fn today_in(tz: Tz, now: DateTime<Utc>) -> NaiveDate {
    now.with_timezone(&tz).date_naive()
}

/// Minutes since midnight on the clock on a wall in `tz`.
pub fn minutes_in(tz: Tz, now: DateTime<Utc>) -> u32 {
    now.with_timezone(&tz).num_seconds_from_midnight() / 60
}

/// The instant at which a clock in `tz` shows `minutes` after midnight of `date`; see [`wall_to_utc`].
pub fn local_to_utc(tz: Tz, date: NaiveDate, minutes: u32) -> DateTime<Utc> {
    wall_to_utc(
        tz,
        date.and_time(NaiveTime::MIN) + TimeDelta::minutes(i64::from(minutes)),
    )
}

/// The instant of a wall time. One that the clocks skip is that much later; one that they show twice is the first.
pub fn wall_to_utc(tz: Tz, wall: NaiveDateTime) -> DateTime<Utc> {
    if let Some(found) = tz.from_local_datetime(&wall).earliest() {
        return found.to_utc();
    }
    // Skipped: read it by the offset that was in force before the change. No zone ever skipped more than a day.
    let before = (1..=25).find_map(|hours| {
        tz.from_local_datetime(&(wall - TimeDelta::hours(hours)))
            .latest()
    });
    let offset = before.map_or(TimeDelta::zero(), |time| {
        TimeDelta::seconds(i64::from(time.offset().fix().local_minus_utc()))
    });
    (wall - offset).and_utc()
}

/// `days` before `date`; the first date there is when that lies before it.
pub(crate) fn days_before(date: NaiveDate, days: u64) -> NaiveDate {
    date.checked_sub_days(Days::new(days))
        .unwrap_or(NaiveDate::MIN)
}
