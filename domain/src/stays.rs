//! Stays: civil dates of arrival and departure, and what "today" and a wall time are in a home's time zone.

mod words;
mod zones;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::{Error, Result};

pub use words::{clock_time, day_and_month, long_date, month_name, parse_date, weekday_name};
pub use zones::{local_to_utc, minutes_in, today_in, wall_to_utc};

use words::short_weekday;
pub(crate) use zones::days_before;

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
