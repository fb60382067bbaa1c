//! What "today" and a wall time are in a home's time zone.

use chrono::{
    DateTime, Days, NaiveDate, NaiveDateTime, NaiveTime, Offset, TimeDelta, TimeZone, Timelike, Utc,
};
use chrono_tz::Tz;

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
