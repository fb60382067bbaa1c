//! Which stays a home takes, and what it says to the others.

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use domain::{
    Stay,
    listings::{Kind, Property, Status, StayRules, check_stay},
    stays::parse_date,
};

fn date(text: &str) -> NaiveDate {
    parse_date("check_in", text).unwrap()
}

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

const RULES: StayRules = StayRules {
    capacity: 4,
    min_nights: 2,
    max_nights: 14,
    cutoff_minutes: 18 * 60,
    timezone: Tz::Europe__London,
    answered_before: None,
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
fn a_home_by_request_needs_time_for_an_answer_before_its_check_in() {
    let rules = StayRules {
        answered_before: Some(15 * 60),
        ..RULES
    };
    let stay = |day: &str| Stay {
        check_in: date(day),
        check_out: date("2026-06-08"),
    };
    // 11:00 and a moment later in Edinburgh, four hours before check-in.
    for (now, taken) in [
        ("2026-06-03T10:00:00Z", true),
        ("2026-06-03T10:00:01Z", false),
    ] {
        let refused = check_stay(&rules, &stay("2026-06-03"), 2, at(now)).err();
        let fields = refused.map_or(Vec::new(), |error| error.fields());
        assert_eq!(fields.is_empty(), taken, "{now}");
        assert!(fields.iter().all(|error| error.field == "check_in"));
        assert!(check_stay(&RULES, &stay("2026-06-03"), 2, at(now)).is_ok());
        assert!(check_stay(&rules, &stay("2026-06-04"), 2, at(now)).is_ok());
    }
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

#[test]
fn words_in_columns_and_urls_are_read_as_they_are_written() {
    assert!(
        Kind::ALL
            .iter()
            .all(|kind| Kind::parse(kind.as_str()) == Some(*kind))
    );
    assert!(
        Property::ALL
            .iter()
            .all(|property| Property::parse(property.as_str()) == Some(*property))
    );
    assert!(
        Status::ALL
            .iter()
            .all(|status| Status::parse(status.as_str()) == Some(*status))
    );
    assert_eq!(
        (Kind::EntireHome.as_str(), Kind::parse("castle")),
        ("entire_home", None)
    );
}
