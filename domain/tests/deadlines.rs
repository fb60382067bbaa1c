//! Until when a request is answered, and what cancelling it later brings back, in every time zone and through every change
//! of its clocks.

use chrono::{DateTime, Days, NaiveDate, Offset, TimeDelta, TimeZone, Utc};
use chrono_tz::{TZ_VARIANTS, Tz};
use domain::{
    Currency, Pricing, Stay,
    bookings::{SHORTEST_ANSWER, Who, check_request, earliest_check_in, respond_by},
    cancellation::{Policy, Terms, back, back_by_host, not_begun, parts, running, timeline},
    pricing::{Ask, Fees, Quote, quote},
    stays::{local_to_utc, today_in},
};
use proptest::prelude::*;

fn offset(zone: Tz, at: DateTime<Utc>) -> i32 {
    zone.offset_from_utc_datetime(&at.naive_utc())
        .fix()
        .local_minus_utc()
}

/// The instants of a year at which the zone changes its clocks, to the second.
fn changes(zone: Tz, year: i32) -> Vec<DateTime<Utc>> {
    let start = Utc.with_ymd_and_hms(year, 1, 1, 0, 0, 0).unwrap();
    let days = (0..366).map(|day| start + TimeDelta::days(day));
    let changed = days.filter(|day| offset(zone, *day) != offset(zone, *day + TimeDelta::days(1)));
    changed.map(|day| first_after(zone, day)).collect()
}

fn first_after(zone: Tz, day: DateTime<Utc>) -> DateTime<Utc> {
    let (mut before, mut after) = (0, 86_400);
    while after - before > 1 {
        let middle = (before + after) / 2;
        if offset(zone, day + TimeDelta::seconds(middle)) == offset(zone, day) {
            before = middle;
        } else {
            after = middle;
        }
    }
    day + TimeDelta::seconds(after)
}

/// The earliest of the three, said another way than the program says it.
fn is_right(
    until: DateTime<Utc>,
    now: DateTime<Utc>,
    zone: Tz,
    check_in: DateTime<Utc>,
    lapses: DateTime<Utc>,
) -> bool {
    let wall = |at: DateTime<Utc>| at.with_timezone(&zone).naive_local();
    let a_day_later = wall(now) + Days::new(1);
    let bounds = [
        check_in - TimeDelta::hours(2),
        lapses - TimeDelta::hours(12),
    ];
    let bound = bounds.into_iter().min().unwrap();
    if until == bound {
        // Then the day is not over before it; a wall time that the clocks skip comes later.
        return wall(until) <= a_day_later
            || zone.from_local_datetime(&a_day_later).earliest().is_none();
    }
    let exact = wall(until) == a_day_later;
    let skipped =
        zone.from_local_datetime(&a_day_later).earliest().is_none() && wall(until) > a_day_later;
    until < bound && (exact || skipped)
}

#[test]
fn around_every_change_of_the_clocks_of_every_zone_the_answer_is_due_at_the_same_wall_time_a_day_later()
 {
    let mut seen = 0;
    for zone in TZ_VARIANTS {
        for year in [2011, 2024, 2026, 2027] {
            for change in changes(zone, year) {
                seen += 1;
                // Sent up to two days before the change and just after it, with check-in near and far.
                for minutes in [-2_880, -1_441, -1_440, -1_439, -750, -90, -1, 0, 1, 90] {
                    let now = change + TimeDelta::minutes(minutes);
                    for ahead in [121, 300, 1_500, 20_000] {
                        let (check_in, lapses) =
                            (now + TimeDelta::minutes(ahead), now + TimeDelta::days(7));
                        let until = respond_by(now, zone, check_in, Some(lapses));
                        assert!(
                            is_right(until, now, zone, check_in, lapses),
                            "{zone}: sent {now}, check-in {check_in}: {until}"
                        );
                        let asked = check_request(now, zone, check_in);
                        assert_eq!(
                            asked.is_ok(),
                            ahead >= 240,
                            "{zone}: sent {now}, check-in {check_in}"
                        );
                    }
                }
            }
        }
    }
    assert!(seen > 1_000, "only {seen} changes");
}

prop_compose! {
    fn a_request()(
        zone in prop::sample::select(&TZ_VARIANTS[..]),
        seconds in 0_i64..3_000_000_000, before_check_in in 0_i64..4 * 86_400, before_lapse in 0_i64..8 * 86_400,
    ) -> (Tz, DateTime<Utc>, DateTime<Utc>, DateTime<Utc>) {
        let now = DateTime::from_timestamp(seconds, 0).unwrap();
        (zone, now, now + TimeDelta::seconds(before_check_in), now + TimeDelta::seconds(before_lapse))
    }
}

fn taxed() -> Pricing {
    let pounds = Currency::parse("GBP").unwrap();
    let mut pricing = Pricing::plain(pounds, 10_333, 4_001);
    pricing.tax = Some(domain::pricing::Tax::Rate {
        bp: 525,
        base: domain::pricing::TaxBase::All,
        max_nights: 5,
    });
    pricing
}

prop_compose! {
    fn a_stay()(
        policy in prop::sample::select(Policy::ALL),
        zone in prop::sample::select(&TZ_VARIANTS[..]),
        arrival in 0_u64..3_650, nights in 1_u64..20, minutes in 0_u32..1440,
        booked_before in 0_i64..30 * 24 * 60, at in -40 * 24 * 60_i64..30 * 24 * 60,
    ) -> (Terms, Quote, DateTime<Utc>) {
        let check_in = NaiveDate::from_ymd_opt(2020, 1, 1).unwrap() + Days::new(arrival);
        let stay = Stay::new(check_in, check_in + Days::new(nights)).unwrap();
        let begins = local_to_utc(zone, check_in, minutes);
        let terms = Terms { policy, stay, timezone: zone, check_in_minutes: minutes, confirmed_at: Some(begins - TimeDelta::minutes(booked_before)), place: None };
        let ask = Ask { stay, guests: 2, today: check_in };
        let quote = quote(&taxed(), &ask, &Fees { guest_bp: 700, host_bp: 300 }).unwrap();
        (terms, quote, begins + TimeDelta::minutes(at))
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn a_request_is_answered_by_the_earliest_of_the_three_in_every_zone((zone, now, check_in, lapses) in a_request()) {
        let until = respond_by(now, zone, check_in, Some(lapses));
        prop_assert!(is_right(until, now, zone, check_in, lapses), "{}", until);
        prop_assert!(until <= respond_by(now, zone, check_in, None));
        match check_request(now, zone, check_in) {
            Ok(until) => prop_assert!(until - now >= SHORTEST_ANSWER && until <= check_in - TimeDelta::hours(2)),
            Err(error) => {
                prop_assert_eq!(error.fields()[0].field, "check_in");
                prop_assert!(respond_by(now, zone, check_in, None) - now < SHORTEST_ANSWER);
            }
        }
    }

    #[test]
    fn a_request_is_taken_from_the_earliest_check_in_of_a_day_on(
        zone in prop::sample::select(&TZ_VARIANTS[..]), millis in 0_i64..3_000_000_000_000, ahead in 0_u64..3, minutes in 0_u32..1440,
    ) {
        let now = DateTime::from_timestamp_millis(millis).unwrap();
        // Not around a change of the clocks.
        prop_assume!((-1..5).all(|day| offset(zone, now + TimeDelta::days(day)) == offset(zone, now)));
        let date = today_in(zone, now) + Days::new(ahead);
        let taken = check_request(now, zone, local_to_utc(zone, date, minutes)).is_ok();
        let earliest = earliest_check_in(now, zone, date);
        prop_assert_eq!(taken, earliest.is_some_and(|earliest| minutes >= earliest), "{:?} on {}", earliest, date);
    }

    #[test]
    fn the_parts_of_a_cancellation_add_up_to_what_comes_back_and_to_the_price((terms, quote, at) in a_stay()) {
        for who in [Who::Guest, Who::Host] {
            let parts = parts(&terms, &quote, at, who);
            let sum = |of: fn(&domain::cancellation::Part) -> i64| parts.iter().map(of).sum::<i64>();
            let total = match who { Who::Host => back_by_host(&terms, &quote, at), _ => back(&terms, &quote, at) }.total;
            prop_assert_eq!(sum(|part| part.back.minor), total);
            prop_assert_eq!(sum(|part| part.kept.minor), quote.total - total);
            prop_assert!(parts.iter().all(|part| part.back.minor >= 0 && part.kept.minor >= 0), "{:?}", parts);
        }
        prop_assert!(back(&terms, &quote, at).total <= back_by_host(&terms, &quote, at).total);
    }

    #[test]
    fn a_host_gives_back_everything_before_the_stay_and_nothing_when_its_last_night_has_begun((terms, quote, at) in a_stay()) {
        let begins = local_to_utc(terms.timezone, terms.stay.check_in, terms.check_in_minutes);
        let given = back_by_host(&terms, &quote, at).total;
        if at < begins {
            prop_assert_eq!(given, quote.total);
        }
        let coming = not_begun(&terms, at);
        prop_assert_eq!(at >= begins && given == 0, at >= begins && coming.is_none());
        if let Some(nights) = coming {
            prop_assert_eq!(nights.last.succ_opt().unwrap(), terms.stay.check_out);
            prop_assert!(nights.dates().all(|night| at < local_to_utc(terms.timezone, night, terms.check_in_minutes)));
        }
        if let Some(tonight) = running(&terms, at) {
            prop_assert_eq!(tonight.first, today_in(terms.timezone, at));
            prop_assert!(at >= local_to_utc(terms.timezone, tonight.first, terms.check_in_minutes));
        }
    }

    #[test]
    fn the_preview_says_what_the_step_in_force_says((terms, quote, at) in a_stay()) {
        let steps = timeline(&terms, &quote, at);
        prop_assert_eq!(steps[0].refund.minor, back(&terms, &quote, at).total);
        // A stay that is confirmed only later gives back the same as of then.
        let unconfirmed = Terms { confirmed_at: None, ..terms };
        let as_if = Terms { confirmed_at: Some(at), ..unconfirmed.clone() };
        prop_assert_eq!(back(&unconfirmed, &quote, at), back(&as_if, &quote, at));
    }
}
