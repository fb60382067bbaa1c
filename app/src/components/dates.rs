//! Dates as people say them. The year is only said when it is another one than now.

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use chrono_tz::Tz;
use domain::{
    Stay,
    stays::{clock_time, day_and_month, minutes_in, today_in},
    text::count,
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

/// "3 hours 20 minutes" from now to then; never more than there is, and "less than a minute" at the end.
pub fn left(until: DateTime<Utc>, now: DateTime<Utc>) -> String {
    let minutes = u32::try_from((until - now).num_minutes()).unwrap_or(0);
    let (hours, minutes) = (minutes / 60, minutes % 60);
    match (hours, minutes) {
        (0, 0) => "less than a minute".to_owned(),
        (0, minutes) => count(minutes, "minute"),
        (hours, 0) => count(hours, "hour"),
        (hours, minutes) => format!("{} {}", count(hours, "hour"), count(minutes, "minute")),
    }
}

fn year(date: NaiveDate, now: DateTime<Utc>) -> String {
    if date.year() == now.year() {
        String::new()
    } else {
        format!(" {}", date.year())
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;

    #[test]
    fn what_is_left_is_told_in_hours_and_minutes() {
        let now = DateTime::<Utc>::UNIX_EPOCH;
        for (seconds, told) in [
            (24 * 3600, "24 hours"),
            (3 * 3600 + 20 * 60 + 59, "3 hours 20 minutes"),
            (3600 + 60, "1 hour 1 minute"),
            (59 * 60, "59 minutes"),
            (59, "less than a minute"),
            (-5, "less than a minute"),
        ] {
            assert_eq!(left(now + TimeDelta::seconds(seconds), now), told);
        }
    }
}
