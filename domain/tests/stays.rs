//! Stays: dates of arrival and departure, and the nights between them.

use chrono::{Days, NaiveDate};
use domain::{Stay, stays::parse_date};
use proptest::prelude::*;

fn date(text: &str) -> NaiveDate {
    parse_date("check_in", text).unwrap()
}

fn stay(check_in: &str, check_out: &str) -> Stay {
    Stay::new(date(check_in), date(check_out)).unwrap()
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
}
