//! "Today" and wall times, in every time zone and through every change of the clocks.

use chrono::{DateTime, Days, NaiveDate, TimeDelta, TimeZone, Utc};
use chrono_tz::{TZ_VARIANTS, Tz};
use domain::stays::{local_to_utc, parse_date, today_in, wall_to_utc};
use proptest::prelude::*;

fn date(text: &str) -> NaiveDate {
    parse_date("check_in", text).unwrap()
}

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

#[test]
fn today_is_what_the_calendar_at_the_home_shows() {
    let now = at("2026-06-03T23:30:00Z");
    assert_eq!(today_in(Tz::UTC, now), date("2026-06-03"));
    assert_eq!(today_in(Tz::Europe__London, now), date("2026-06-04"));
    assert_eq!(today_in(Tz::Pacific__Honolulu, now), date("2026-06-03"));
    assert_eq!(today_in(Tz::Pacific__Kiritimati, now), date("2026-06-04"));
}

#[test]
fn a_skipped_wall_time_is_later_and_a_repeated_one_is_the_first() {
    let table = [
        (Tz::Europe__London, "2026-03-29", 90, "2026-03-29T01:30:00Z"),
        (Tz::Europe__London, "2026-10-25", 90, "2026-10-25T00:30:00Z"),
        (
            Tz::Australia__Lord_Howe,
            "2026-10-04",
            135,
            "2026-10-03T15:45:00Z",
        ),
        (
            Tz::America__Sao_Paulo,
            "2018-11-04",
            0,
            "2018-11-04T03:00:00Z",
        ),
        // A whole day that Samoa never had.
        (Tz::Pacific__Apia, "2011-12-30", 900, "2011-12-31T01:00:00Z"),
        (
            Tz::Pacific__Apia,
            "2011-12-30",
            1439,
            "2011-12-31T09:59:00Z",
        ),
    ];
    for (zone, day, minutes, instant) in table {
        assert_eq!(
            local_to_utc(zone, date(day), minutes),
            at(instant),
            "{zone}"
        );
    }
}

prop_compose! {
    fn any_date()(days in 0_u64..40_000) -> NaiveDate {
        NaiveDate::from_ymd_opt(1971, 1, 1).unwrap() + Days::new(days)
    }
}

proptest! {
    #[test]
    fn a_wall_time_is_found_in_every_zone_or_was_skipped_there(
        zone in prop::sample::select(&TZ_VARIANTS[..]), day in any_date(), minutes in 0_u32..1440,
    ) {
        let found = local_to_utc(zone, day, minutes);
        let wall = day.and_hms_opt(0, 0, 0).unwrap() + TimeDelta::minutes(i64::from(minutes));
        match zone.from_local_datetime(&wall).earliest() {
            Some(exact) => prop_assert_eq!(found, exact),
            None => prop_assert!(found.with_timezone(&zone).naive_local() > wall, "{} {}", zone, wall),
        }
    }

    #[test]
    fn no_wall_time_is_before_an_earlier_one(
        zone in prop::sample::select(&TZ_VARIANTS[..]), day in any_date(), minutes in 0_u32..1440, days in 1_u64..5,
    ) {
        prop_assert!(local_to_utc(zone, day, minutes) <= local_to_utc(zone, day + Days::new(days), minutes));
        let noon = day.and_hms_opt(12, 0, 0).unwrap();
        prop_assert!(wall_to_utc(zone, noon) < wall_to_utc(zone, noon + TimeDelta::days(2)));
    }
}
