//! Reading the values of a row. What is wrong with one is the end of the sentence "It was refused because …".

use std::io::BufRead;

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, Utc};

use super::{Kind, dump::Row, ids::OldId};
use crate::imports::gazetteer::Point;

/// No amount of the old system is larger, in major units.
const MOST: f64 = 1_000_000.0;

/// Nothing in the old system is of another year.
const YEARS: std::ops::RangeInclusive<i32> = 2000..=2100;

/// A row with its place among those of its table.
pub struct Old<'a> {
    pub row: &'a Row<'a>,
    /// Counts the table's rows from 1.
    pub number: u64,
}

impl<'a> Old<'a> {
    /// Empty for NULL.
    pub fn text(&self, column: &str) -> Result<&'a str, String> {
        Ok(self.row.text(column)?.unwrap_or_default())
    }

    /// The row's own id.
    pub fn id(&self, kind: Kind) -> Result<OldId, String> {
        OldId::of(kind, self.text("id")?).ok_or_else(|| "it has no usable id".to_owned())
    }

    /// The id of what it belongs to, called `what`.
    pub fn belongs(&self, column: &str, kind: Kind, what: &str) -> Result<OldId, String> {
        OldId::of(kind, self.text(column)?).ok_or_else(|| format!("it names no {what}"))
    }

    /// None for NULL, zeros and what is no time. Without a zone it is UTC.
    pub fn instant(&self, column: &str) -> Result<Option<DateTime<Utc>>, String> {
        let text = self.text(column)?.trim();
        let forms = ["%Y-%m-%d %H:%M:%S%.f", "%Y-%m-%dT%H:%M:%S%.f"];
        let read = forms
            .iter()
            .find_map(|form| NaiveDateTime::parse_from_str(text, form).ok());
        let day = || text.parse::<NaiveDate>().ok()?.and_hms_opt(0, 0, 0);
        let at = read.or_else(day).filter(|at| YEARS.contains(&at.year()));
        Ok(at.map(|at| at.and_utc()))
    }

    /// When it was made and when it was changed last; what is not said is `now`.
    pub fn times(&self, now: DateTime<Utc>) -> Result<(DateTime<Utc>, DateTime<Utc>), String> {
        let created = self.instant("created_at")?.unwrap_or(now).min(now);
        let updated = self.instant("updated_at")?.unwrap_or(created);
        Ok((created, updated.clamp(created, now)))
    }

    /// A civil date, also with a time behind it.
    pub fn date(&self, column: &str, what: &str) -> Result<NaiveDate, String> {
        let text = self.text(column)?.trim();
        let day = text.get(..10).unwrap_or(text).parse::<NaiveDate>().ok();
        day.filter(|day| YEARS.contains(&day.year()))
            .ok_or_else(|| format!("its {what} is no date: {text}"))
    }

    /// An amount of dollars in cents, rounded to the nearest; not below zero.
    pub fn cents(&self, column: &str, what: &str) -> Result<i64, String> {
        let text = self.text(column)?.trim();
        let amount = text.parse::<f64>().ok();
        let usable = amount.filter(|amount| (0.0..=MOST).contains(amount));
        // A double counts cents of a million exactly.
        usable
            .map(|amount| (amount * 100.0).round() as i64)
            .ok_or_else(|| format!("its {what} is no usable amount: {text}"))
    }

    /// 1, true, or the byte 1.
    pub fn flag(&self, column: &str) -> bool {
        let said = self.row.bytes(column).unwrap_or_default();
        said == [1] || said == b"1" || said.eq_ignore_ascii_case(b"true")
    }

    /// A whole number; none for everything else.
    pub fn count(&self, column: &str) -> Result<Option<u32>, String> {
        Ok(self.text(column)?.trim().parse().ok())
    }

    /// Coordinates on Earth.
    pub fn point(&self) -> Result<Point, String> {
        let degrees = |column: &str, most: f64| -> Result<Option<f64>, String> {
            let read = self.text(column)?.trim().parse::<f64>().ok();
            Ok(read.filter(|degrees| degrees.abs() <= most))
        };
        match (degrees("latitude", 90.0)?, degrees("longitude", 180.0)?) {
            (Some(latitude), Some(longitude)) => Ok(Point {
                latitude,
                longitude,
            }),
            _ => Err("its place is no place on Earth".to_owned()),
        }
    }
}

/// What one line calls a row in the report: its id as the dump has it, as far as it can be read.
pub fn called(row: &Row<'_>) -> String {
    let text = |column| row.text(column).ok().flatten();
    let id = text("id").map(str::to_owned);
    let pair = || Some(format!("{} + {}", text("place_id")?, text("amenity_id")?));
    let said = id.or_else(pair).unwrap_or_default();
    said.chars()
        .filter(|letter| !letter.is_control())
        .take(100)
        .collect()
}

/// One table's rows from the file, each with its number.
pub struct Rows<R> {
    dump: super::dump::Dump<R>,
    number: u64,
}

impl<R: BufRead> Rows<R> {
    pub fn new(dump: super::dump::Dump<R>) -> Self {
        Self { dump, number: 0 }
    }

    pub fn next(&mut self) -> Result<Option<(u64, Row<'_>)>, super::dump::Fault> {
        self.number += 1;
        let number = self.number;
        Ok(self.dump.next()?.map(|row| (number, row)))
    }
}
