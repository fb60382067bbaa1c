//! Stays, dates, and wall times in every time zone.

use chrono::{DateTime, Days, NaiveDate, TimeDelta, TimeZone, Utc};
use chrono_tz::{TZ_VARIANTS, Tz};
use domain::{
    Stay,
    listings::{StayRules, check_stay},
    stays::{local_to_utc, parse_date, today_in, wall_to_utc},
};
use proptest::prelude::*;

fn date(text: &str) -> NaiveDate {
    parse_date("check_in", text).unwrap()
}

fn stay(check_in: &str, check_out: &str) -> Stay {
    Stay::new(date(check_in), date(check_out)).unwrap()
}

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

#[test]
fn a_stay_is_told_in_the_shortest_clear_words() {
    let table = [
        ("2026-07-03", "2026-07-06", "Fri 3 – Mon 6 July"),
        ("2026-05-30", "2026-06-02", "Sat 30 May – Tue 2 June"),
        (
            "2026-12-31",
            "2027-01-02",
            "Thu 31 December 2026 – Sat 2 January 2027",
        ),
    ];
    for (check_in, check_out, label) in table {
        assert_eq!(stay(check_in, check_out).label(), label);
    }
}

#[test]
fn nights_lie_between_arrival_and_departure() {
    let stay = stay("2026-02-27", "2026-03-02");
    let dates: Vec<String> = stay.dates().map(|date| date.to_string()).collect();
    assert_eq!(stay.nights(), 3);
    assert_eq!(dates, ["2026-02-27", "2026-02-28", "2026-03-01"]);
}

#[test]
fn dates_in_the_wrong_order_are_refused_at_check_out() {
    for check_out in ["2026-06-03", "2026-06-02", "1990-01-01"] {
        let refused = Stay::new(date("2026-06-03"), date(check_out)).unwrap_err();
        assert_eq!(refused.fields()[0].field, "check_out");
        assert_eq!(refused.to_string(), "Check-out must be after check-in.");
        assert_eq!(refused.status(), 422);
    }
}

#[test]
fn a_stay_of_more_than_a_year_is_refused() {
    assert!(Stay::new(date("2026-01-01"), date("2027-01-01")).is_ok());
    assert!(Stay::new(date("2026-01-01"), date("2027-01-02")).is_err());
}

#[test]
fn one_may_arrive_on_the_day_another_leaves() {
    let first = stay("2026-06-03", "2026-06-06");
    assert!(!first.overlaps(&stay("2026-06-06", "2026-06-08")));
    assert!(!first.overlaps(&stay("2026-06-01", "2026-06-03")));
    assert!(first.overlaps(&stay("2026-06-05", "2026-06-08")));
    assert!(first.overlaps(&stay("2026-06-01", "2026-06-30")));
}

#[test]
fn what_is_no_date_is_refused_at_its_field() {
    for text in [
        "",
        "2026-02-30",
        "2026-6-3",
        "03/06/2026",
        "2026-06-03T00:00",
        "+026-06-03",
        "２０２６-06-03",
        "20266-06-3",
    ] {
        let refused = parse_date("check_out", text).unwrap_err();
        assert_eq!(refused.fields()[0].field, "check_out", "{text}");
    }
    assert_eq!(
        parse_date("check_in", " 2026-06-03 ").unwrap(),
        NaiveDate::from_ymd_opt(2026, 6, 3).unwrap()
    );
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
    ];
    for (zone, day, minutes, instant) in table {
        assert_eq!(
            local_to_utc(zone, date(day), minutes),
            at(instant),
            "{zone}"
        );
    }
}

const RULES: StayRules = StayRules {
    capacity: 4,
    min_nights: 2,
    max_nights: 14,
    cutoff_minutes: 18 * 60,
    timezone: Tz::Europe__London,
};

/// 17:59 on 3 June in Edinburgh.
const BEFORE_CUTOFF: &str = "2026-06-03T16:59:59Z";

fn refusals(
    check_in: &str,
    check_out: &str,
    guests: u32,
    now: &str,
) -> Vec<(&'static str, String)> {
    let stay = Stay {
        check_in: date(check_in),
        check_out: date(check_out),
    };
    let refused = check_stay(&RULES, &stay, guests, at(now)).err();
    refused.map_or(Vec::new(), |error| {
        error
            .fields()
            .into_iter()
            .map(|f| (f.field, f.message))
            .collect()
    })
}

#[test]
fn a_home_tells_at_each_field_why_it_does_not_take_a_stay() {
    let table = [
        (
            "2026-06-02",
            "2026-06-05",
            2,
            "check_in",
            "Tue 2 June is in the past. Choose today or a later day.",
        ),
        (
            "2027-06-04",
            "2027-06-07",
            2,
            "check_in",
            "Stays can start at most a year ahead, by Thursday 3 June 2027.",
        ),
        (
            "2026-06-10",
            "2026-06-10",
            2,
            "check_out",
            "Check-out must be after check-in.",
        ),
        (
            "2026-06-10",
            "2026-06-08",
            2,
            "check_out",
            "Check-out must be after check-in.",
        ),
        (
            "2026-06-10",
            "2026-06-11",
            2,
            "check_out",
            "This home is let for at least 2 nights.",
        ),
        (
            "2026-06-10",
            "2026-06-25",
            2,
            "check_out",
            "This home is let for at most 14 nights.",
        ),
        (
            "2026-06-10",
            "2026-06-13",
            5,
            "guests",
            "This home takes at most 4 guests.",
        ),
        (
            "2026-06-10",
            "2026-06-13",
            0,
            "guests",
            "Choose at least one guest.",
        ),
    ];
    for (check_in, check_out, guests, field, message) in table {
        assert_eq!(
            refusals(check_in, check_out, guests, BEFORE_CUTOFF),
            [(field, message.to_owned())]
        );
    }
}

#[test]
fn all_that_is_wrong_is_told_at_once() {
    let fields: Vec<_> = refusals("2026-06-01", "2026-06-02", 9, BEFORE_CUTOFF)
        .into_iter()
        .map(|f| f.0)
        .collect();
    assert_eq!(fields, ["check_in", "check_out", "guests"]);
}

#[test]
fn a_stay_can_start_today_until_the_cut_off_at_the_home() {
    assert_eq!(refusals("2026-06-03", "2026-06-05", 2, BEFORE_CUTOFF), []);
    let late = refusals("2026-06-03", "2026-06-05", 2, "2026-06-03T17:00:00Z");
    let sentence =
        "It is too late to arrive today: this home takes bookings for the same day until 18:00.";
    assert_eq!(late, [("check_in", sentence.to_owned())]);
    assert_eq!(
        refusals("2026-06-04", "2026-06-06", 2, "2026-06-03T17:00:00Z"),
        []
    );
    // Five to one at night in Edinburgh, where it is the 4th; still the 3rd in UTC.
    assert_eq!(
        refusals("2026-06-03", "2026-06-05", 2, "2026-06-03T23:55:00Z")[0].0,
        "check_in"
    );
}

#[test]
fn a_stay_can_start_a_year_ahead_to_the_day() {
    assert_eq!(refusals("2027-06-03", "2027-06-06", 4, BEFORE_CUTOFF), []);
}

prop_compose! {
    fn any_date()(days in 0_u64..40_000) -> NaiveDate {
        NaiveDate::from_ymd_opt(1971, 1, 1).unwrap() + Days::new(days)
    }
}

proptest! {
    #[test]
    fn a_date_is_read_as_it_is_written(day in any_date()) {
        prop_assert_eq!(parse_date("check_in", &day.to_string()).unwrap(), day);
    }

    #[test]
    fn a_stay_survives_json_and_counts_its_dates(first in any_date(), nights in 1_u64..=365) {
        let stay = Stay::new(first, first + Days::new(nights)).unwrap();
        prop_assert_eq!(stay.dates().count() as u64, nights);
        prop_assert_eq!(u64::from(stay.nights()), nights);
        prop_assert_eq!(serde_json::from_str::<Stay>(&serde_json::to_string(&stay).unwrap()).unwrap(), stay);
    }

    #[test]
    fn stays_overlap_when_they_share_a_night(a in any_date(), n in 1_u64..20, shift in 0_u64..20, m in 1_u64..20) {
        let first = Stay::new(a, a + Days::new(n)).unwrap();
        let second = Stay::new(a + Days::new(shift), a + Days::new(shift + m)).unwrap();
        let shared = first.dates().any(|night| second.dates().any(|other| other == night));
        prop_assert_eq!(first.overlaps(&second), shared);
        prop_assert_eq!(second.overlaps(&first), shared);
    }

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
