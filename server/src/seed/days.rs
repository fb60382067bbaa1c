//! Days counted from the demo's today.

use chrono::{DateTime, Days, NaiveDate, NaiveTime, Utc};

/// The civil date so many days from today.
pub fn date(today: NaiveDate, days: i64) -> NaiveDate {
    let moved = if days < 0 {
        today.checked_sub_days(Days::new(days.unsigned_abs()))
    } else {
        today.checked_add_days(Days::new(days.unsigned_abs()))
    };
    moved.unwrap_or(today)
}

/// Midnight in UTC at the beginning of that date: before any moment of that day in the Americas, so never in the future
/// for a day that is over.
pub fn instant(today: NaiveDate, days: i64) -> DateTime<Utc> {
    date(today, days).and_time(NaiveTime::MIN).and_utc()
}
