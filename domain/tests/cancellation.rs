//! Cancellation: the table of policies, row by row, and a timeline that agrees with the refund at every instant.

use chrono::{DateTime, Days, NaiveDate, TimeDelta, TimeZone, Utc};
use chrono_tz::{TZ_VARIANTS, Tz};
use domain::{
    Currency, Pricing, Quote, Stay,
    cancellation::{Policy, Terms, refund, timeline},
    pricing::{Ask, Fees, quote},
};
use proptest::prelude::*;

/// Three nights at £100 from Wednesday 10 June, 15:00 in Edinburgh (14:00 UTC), and £40 for cleaning.
fn stay_in_june(policy: Policy, confirmed_at: &str) -> (Terms, Quote) {
    let day = |day| NaiveDate::from_ymd_opt(2026, 6, day).unwrap();
    let stay = Stay::new(day(10), day(13)).unwrap();
    let terms = Terms {
        policy,
        stay,
        timezone: Tz::Europe__London,
        check_in_minutes: 15 * 60,
        confirmed_at: Some(at(confirmed_at)),
        place: Some("Edinburgh".to_owned()),
    };
    (terms, priced(&pricing(10_000, 4_000), stay))
}

fn pricing(nightly: i64, cleaning_fee: i64) -> Pricing {
    Pricing::plain(Currency::parse("GBP").unwrap(), nightly, cleaning_fee)
}

/// For two guests who ask on the day of arrival.
fn priced(pricing: &Pricing, stay: Stay) -> Quote {
    let ask = Ask {
        stay,
        guests: 2,
        today: stay.check_in,
    };
    quote(pricing, &ask, &Fees::default()).unwrap()
}

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

const LONG_BEFORE: &str = "2026-05-01T09:00:00Z";

#[test]
fn each_policy_gives_back_what_its_row_says() {
    use Policy::*;
    let table = [
        (Flexible, "2026-06-09T13:59:59Z", 34_000),
        (Flexible, "2026-06-09T14:00:00Z", 24_000),
        (Flexible, "2026-06-10T13:59:59Z", 24_000),
        (Flexible, "2026-06-10T14:00:00Z", 10_000),
        (Flexible, "2026-06-11T14:00:00Z", 5_000),
        (Flexible, "2026-06-12T14:00:00Z", 0),
        (Moderate, "2026-06-05T13:59:59Z", 34_000),
        (Moderate, "2026-06-05T14:00:00Z", 19_000),
        (Moderate, "2026-06-10T13:59:59Z", 19_000),
        (Moderate, "2026-06-10T14:00:00Z", 10_000),
        (Moderate, "2026-06-12T14:00:00Z", 0),
        (Standard, "2026-06-08T13:59:59Z", 34_000),
        (Standard, "2026-06-08T14:00:00Z", 4_000),
        (Standard, "2026-06-10T14:00:00Z", 0),
        (Strict, "2026-05-03T08:59:59Z", 34_000),
        (Strict, "2026-05-03T09:00:00Z", 19_000),
        (Strict, "2026-06-03T13:59:59Z", 19_000),
        (Strict, "2026-06-03T14:00:00Z", 4_000),
        (Strict, "2026-06-10T14:00:00Z", 0),
    ];
    for (policy, instant, minor) in table {
        let (terms, quote) = stay_in_june(policy, LONG_BEFORE);
        assert_eq!(
            refund(&terms, &quote, at(instant)).minor,
            minor,
            "{policy} at {instant}"
        );
    }
}

#[test]
fn everything_comes_back_for_a_day_when_check_in_was_three_days_away() {
    for policy in Policy::ALL {
        let (terms, quote) = stay_in_june(*policy, "2026-06-07T14:00:00Z");
        assert_eq!(
            refund(&terms, &quote, at("2026-06-08T13:59:59Z")).minor,
            34_000,
            "{policy}"
        );
        let (late, quote) = stay_in_june(*policy, "2026-06-07T14:00:01Z");
        let expected = if matches!(policy, Policy::Flexible | Policy::Standard) {
            34_000
        } else {
            0
        };
        assert!(refund(&late, &quote, at("2026-06-08T13:59:59Z")).minor >= expected);
        assert_eq!(
            refund(&late, &quote, at("2026-06-08T13:59:59Z")).minor == 34_000,
            expected > 0,
            "{policy}"
        );
    }
}

#[test]
fn strict_gives_two_days_only_when_check_in_is_two_weeks_away() {
    let (terms, quote) = stay_in_june(Policy::Strict, "2026-05-27T14:00:00Z");
    assert_eq!(
        refund(&terms, &quote, at("2026-05-29T13:59:59Z")).minor,
        34_000
    );
    let (terms, quote) = stay_in_june(Policy::Strict, "2026-05-27T14:00:01Z");
    assert_eq!(
        refund(&terms, &quote, at("2026-05-29T13:59:59Z")).minor,
        19_000
    );
}

#[test]
fn the_timeline_is_told_in_sentences() {
    let (terms, quote) = stay_in_june(Policy::Flexible, LONG_BEFORE);
    let steps = timeline(&terms, &quote, at(LONG_BEFORE));
    let told: Vec<(&str, String)> = steps
        .iter()
        .map(|s| (s.sentence.as_str(), s.refund.to_string()))
        .collect();
    let expected = [
        (
            "Free until Tuesday 9 June, 15:00 in Edinburgh. After that one night is kept.",
            "£340.00",
        ),
        (
            "Until Wednesday 10 June, 15:00 in Edinburgh, one night is kept.",
            "£240.00",
        ),
        (
            "Until Thursday 11 June, 15:00 in Edinburgh, half of the nights not begun comes back.",
            "£100.00",
        ),
        (
            "Until Friday 12 June, 15:00 in Edinburgh, half of the nights not begun comes back.",
            "£50.00",
        ),
        ("After that nothing comes back.", "£0.00"),
    ];
    assert_eq!(
        told,
        expected.map(|(sentence, refund)| (sentence, refund.to_owned()))
    );
    assert_eq!(steps.iter().filter(|step| !step.under_way).count(), 2);
}

#[test]
fn each_step_is_told_as_a_date_and_money() {
    let (terms, quote) = stay_in_june(Policy::Flexible, LONG_BEFORE);
    let steps = timeline(&terms, &quote, at(LONG_BEFORE));
    let told: Vec<(&str, &str)> = steps.iter().map(|s| (s.line.as_str(), s.kept)).collect();
    let expected = [
        (
            "Until 9 June, 15:00 Edinburgh time: £340.00 back",
            "nothing is kept",
        ),
        (
            "Until 10 June, 15:00 Edinburgh time: £240.00 back",
            "one night is kept",
        ),
        (
            "Until 11 June, 15:00 Edinburgh time: £100.00 back",
            "half of the nights not begun comes back",
        ),
        (
            "Until 12 June, 15:00 Edinburgh time: £50.00 back",
            "half of the nights not begun comes back",
        ),
        ("After that: nothing back", "nothing comes back"),
    ];
    assert_eq!(told, expected);
    let year_before = timeline(&terms, &quote, at("2025-12-31T12:00:00Z"));
    assert_eq!(
        year_before[0].line,
        "Until 9 June 2026, 15:00 Edinburgh time: £340.00 back"
    );
}

#[test]
fn without_the_name_of_a_place_the_zone_tells_its_city() {
    let (mut terms, quote) = stay_in_june(Policy::Standard, LONG_BEFORE);
    terms.place = None;
    terms.timezone = Tz::America__New_York;
    let first = &timeline(&terms, &quote, at(LONG_BEFORE))[0];
    assert_eq!(
        first.sentence,
        "Free until Monday 8 June, 15:00 in New York. After that only the cleaning fee comes back."
    );
}

#[test]
fn a_stay_that_is_over_brings_nothing_back() {
    let (terms, quote) = stay_in_june(Policy::Flexible, LONG_BEFORE);
    let steps = timeline(&terms, &quote, at("2026-06-20T00:00:00Z"));
    assert_eq!(steps.len(), 1);
    assert_eq!(steps[0].sentence, "From now on nothing comes back.");
}

#[test]
fn a_booking_not_yet_confirmed_is_read_as_if_it_were_confirmed_now() {
    let (mut terms, quote) = stay_in_june(Policy::Strict, LONG_BEFORE);
    terms.confirmed_at = None;
    let first = &timeline(&terms, &quote, at("2026-06-05T10:00:00Z"))[0];
    assert_eq!(
        first.sentence,
        "Free until Saturday 6 June, 11:00 in Edinburgh. After that only the cleaning fee comes back."
    );
}

prop_compose! {
    fn any_booking()(
        policy in prop::sample::select(Policy::ALL),
        zone in prop::sample::select(&TZ_VARIANTS[..]),
        arrival in 0_u64..3_650, nights in 1_u64..30, minutes in 0_u32..1440,
        booked_before in 0_i64..40 * 24 * 60, seconds in 0_i64..60,
        nightly in 30_i64..100_000, other in 30_i64..100_000, cleaning_fee in 0_i64..10_000,
    ) -> (Terms, Quote) {
        let check_in = NaiveDate::from_ymd_opt(2020, 1, 1).unwrap() + Days::new(arrival);
        let stay = Stay::new(check_in, check_in + Days::new(nights)).unwrap();
        let mut pricing = pricing(nightly, cleaning_fee);
        pricing.dated.push(domain::pricing::DatedPrice { from: check_in + Days::new(2), to: check_in + Days::new(5), nightly: other });
        let confirmed = check_in.and_hms_opt(12, 0, 0).unwrap().and_utc() - TimeDelta::minutes(booked_before) + TimeDelta::seconds(seconds);
        let terms = Terms { policy, stay, timezone: zone, check_in_minutes: minutes, confirmed_at: Some(confirmed), place: None };
        (terms, priced(&pricing, stay))
    }
}

/// The refund that the timeline promises at an instant.
fn promised(steps: &[domain::cancellation::Step], instant: DateTime<Utc>) -> i64 {
    let step = steps
        .iter()
        .find(|step| step.until.is_none_or(|until| instant < until));
    step.expect("the last step has no end").refund.minor
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn timeline_and_refund_agree_at_every_instant((terms, quote) in any_booking(), later in 0_i64..80 * 24 * 3600) {
        let now = terms.confirmed_at.unwrap();
        let steps = timeline(&terms, &quote, now);
        let moments = steps.iter().filter_map(|step| step.until);
        let around = moments.flat_map(|until| [-1, 0, 1].map(|n| until + TimeDelta::microseconds(n)));
        for instant in around.chain([now, now + TimeDelta::seconds(later)]).filter(|instant| *instant >= now) {
            prop_assert_eq!(promised(&steps, instant), refund(&terms, &quote, instant).minor, "at {}", instant);
        }
        // Between two moments too, where a change that was forgotten would hide.
        let ends = terms.stay.check_out.and_hms_opt(12, 0, 0).unwrap().and_utc() + TimeDelta::days(2);
        for hour in 0..(ends - now).num_hours() {
            let instant = now + TimeDelta::hours(hour);
            prop_assert_eq!(promised(&steps, instant), refund(&terms, &quote, instant).minor, "at {}", instant);
        }
    }

    #[test]
    fn a_refund_never_grows_and_never_exceeds_the_total((terms, quote) in any_booking()) {
        let steps = timeline(&terms, &quote, terms.confirmed_at.unwrap());
        prop_assert!(steps[0].refund.minor <= quote.total);
        prop_assert!(steps.iter().all(|step| step.refund.minor >= 0));
        prop_assert!(steps.windows(2).all(|pair| pair[0].refund.minor >= pair[1].refund.minor));
        prop_assert!(steps.windows(2).all(|pair| pair[0].until < pair[1].until || pair[1].until.is_none()));
        prop_assert_eq!(steps.last().unwrap().until, None);
        prop_assert_eq!(steps.last().unwrap().refund.minor, 0);
    }

    #[test]
    fn every_deadline_is_at_the_check_in_time_or_a_whole_number_of_days_after_booking((terms, quote) in any_booking()) {
        let confirmed = terms.confirmed_at.unwrap();
        let zone = terms.timezone;
        for until in timeline(&terms, &quote, confirmed).iter().filter_map(|step| step.until) {
            let wall = until.with_timezone(&zone).naive_local();
            let check_in_time = wall.date().and_hms_opt(0, 0, 0).unwrap() + TimeDelta::minutes(i64::from(terms.check_in_minutes));
            let booked = confirmed.with_timezone(&zone).naive_local();
            let after_booking = [1, 2].map(|days| booked + TimeDelta::days(days)).contains(&wall);
            // A wall time that the clocks skipped that day is read later.
            let skipped = (0..=180).any(|minutes| zone.from_local_datetime(&(wall - TimeDelta::minutes(minutes))).earliest().is_none());
            prop_assert!(wall == check_in_time || after_booking || skipped, "{} in {}", wall, zone);
        }
    }

    #[test]
    fn the_cleaning_fee_comes_back_exactly_as_long_as_the_stay_has_not_begun((terms, quote) in any_booking()) {
        let fee = quote.total - quote.sum_of(domain::pricing::LineKind::Nights);
        let begins = domain::stays::local_to_utc(terms.timezone, terms.stay.check_in, terms.check_in_minutes);
        prop_assert!(refund(&terms, &quote, begins - TimeDelta::microseconds(1)).minor >= fee);
        let nights_not_begun = quote.sum_of(domain::pricing::LineKind::Nights) - quote.price_of(terms.stay.check_in);
        prop_assert!(refund(&terms, &quote, begins).minor <= nights_not_begun - nights_not_begun / 2);
    }
}
