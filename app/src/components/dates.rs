//! Dates as people say them. The year is only said when it is another one than now.

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use chrono_tz::Tz;
use domain::{
    Stay,
    stays::{clock_time, day_and_month, minutes_in, today_in},
};

/// "Fri 3 – Mon 6 June", or "Fri 8 – Mon 11 January 2027".
pub fn stay(stay: &Stay, now: DateTime<Utc>) -> String {
    // A label that spans two years says both itself.
    let spans = stay.check_in.year() != stay.check_out.year();
    if spans {
        stay.label()
    } else {
        stay.label() + &year(stay.check_in, now)
    }
}

/// "Fri 3 June", or "Fri 8 January 2027".
pub fn day(date: NaiveDate, now: DateTime<Utc>) -> String {
    day_and_month(date) + &year(date, now)
}

/// "Tue 3 June, 15:00", on the clock of `zone`.
pub fn moment(at: DateTime<Utc>, zone: Tz, now: DateTime<Utc>) -> String {
    format!(
        "{}, {}",
        day(today_in(zone, at), now),
        clock_time(minutes_in(zone, at))
    )
}

fn year(date: NaiveDate, now: DateTime<Utc>) -> String {
    if date.year() == now.year() {
        String::new()
    } else {
        format!(" {}", date.year())
    }
}
