//! Quotes: lines that add up, and the price of a night that a card shows.

use chrono::{Days, NaiveDate};
use domain::{
    Currency, Pricing, Quote, Stay,
    pricing::{Ask, DatedPrice, Fees, LineKind, per_night_of_shortest, quote},
};
use proptest::prelude::*;

fn day(offset: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 6, 1).unwrap() + Days::new(offset)
}

fn stay(nights: u64) -> Stay {
    Stay::new(day(0), day(nights)).unwrap()
}

/// Asked long before, so that no discount for the time of booking is meant.
fn ask(nights: u64, guests: u32) -> Ask {
    Ask {
        stay: stay(nights),
        guests,
        today: day(0) - Days::new(60),
    }
}

const NONE: Fees = Fees {
    guest_bp: 0,
    host_bp: 0,
};

fn pricing(nightly: i64, cleaning_fee: i64) -> Pricing {
    Pricing::plain(Currency::parse("GBP").unwrap(), nightly, cleaning_fee)
}

fn lines(quote: &Quote) -> Vec<(String, i64)> {
    quote
        .lines
        .iter()
        .map(|line| (line.label.clone(), line.amount))
        .collect()
}

#[test]
fn a_quote_tells_its_nights_and_its_cleaning_fee() {
    let quote = quote(&pricing(12_400, 4_000), &ask(3, 2), &NONE).unwrap();
    assert_eq!(
        lines(&quote),
        [
            ("3 nights × £124.00".to_owned(), 37_200),
            ("Cleaning fee".to_owned(), 4_000)
        ]
    );
    assert_eq!(quote.total_money().to_string(), "£412.00");
    assert_eq!(quote.guests, 2);
}

#[test]
fn no_cleaning_fee_is_no_line() {
    assert_eq!(
        lines(&quote(&pricing(9_000, 0), &ask(1, 1), &NONE).unwrap()),
        [("1 night × £90.00".to_owned(), 9_000)]
    );
}

#[test]
fn nights_of_another_price_are_lines_of_their_own() {
    let mut pricing = pricing(10_000, 0);
    pricing.dated = vec![
        DatedPrice {
            from: day(1),
            to: day(3),
            nightly: 15_000,
        },
        DatedPrice {
            from: day(3),
            to: day(3),
            nightly: 20_000,
        },
    ];
    let quote = quote(&pricing, &ask(5, 2), &NONE).unwrap();
    let expected = [
        ("2 nights × £100.00", 20_000),
        ("2 nights × £150.00", 30_000),
        ("1 night × £200.00", 20_000),
    ];
    assert_eq!(
        lines(&quote),
        expected.map(|(label, amount)| (label.to_owned(), amount))
    );
    assert_eq!(
        [0, 1, 2, 3, 4, 5].map(|at| quote.price_of(day(at))),
        [10_000, 15_000, 15_000, 20_000, 10_000, 0]
    );
}

#[test]
fn a_price_that_cannot_be_charged_is_refused() {
    for (nightly, cleaning_fee) in [
        (0, 0),
        (-1, 500),
        (100, -1),
        (i64::MAX / 2, 0),
        (i64::MAX / 3, i64::MAX / 2),
    ] {
        let refused = quote(&pricing(nightly, cleaning_fee), &ask(3, 1), &NONE).unwrap_err();
        assert_eq!(refused.status(), 409, "{nightly} {cleaning_fee}");
    }
}

#[test]
fn a_night_of_the_shortest_stay_carries_its_share_of_the_fee_rounded_up() {
    assert_eq!(
        per_night_of_shortest(&pricing(10_000, 5_000), 3, &NONE).minor,
        11_667
    );
    assert_eq!(
        per_night_of_shortest(&pricing(10_000, 5_000), 1, &NONE).minor,
        15_000
    );
    assert_eq!(
        per_night_of_shortest(&pricing(10_000, 5_000), 0, &NONE).minor,
        15_000
    );
    assert_eq!(
        per_night_of_shortest(&pricing(10_000, 0), 7, &NONE).minor,
        10_000
    );
    assert_eq!(
        per_night_of_shortest(&pricing(i64::MAX, i64::MAX), 1, &NONE).minor,
        i64::MAX
    );
}

#[test]
fn pricing_kept_before_dated_prices_is_still_read() {
    let kept = r#"{"version":3,"currency":"EUR","nightly":8000,"cleaning_fee":0}"#;
    assert_eq!(serde_json::from_str::<Pricing>(kept).unwrap().dated, []);
}

prop_compose! {
    fn any_pricing(highest: i64)(
        nightly in 30..highest, cleaning_fee in 0..highest,
        dated in prop::collection::vec((0_u64..80, 0_u64..20, 30..highest), 0..5),
    ) -> Pricing {
        let dated = dated.into_iter().map(|(from, length, nightly)| {
            DatedPrice { from: day(from), to: day(from + length), nightly }
        });
        Pricing { dated: dated.collect(), ..pricing(nightly, cleaning_fee) }
    }
}

proptest! {
    #[test]
    fn the_lines_always_add_up(pricing in any_pricing(10_000_000), nights in 1_u64..90, guests in 1_u32..16) {
        let quote = quote(&pricing, &ask(nights, guests), &NONE).unwrap();
        prop_assert_eq!(quote.lines.iter().map(|line| line.amount).sum::<i64>(), quote.total);
        let by_night: i64 = quote.stay.dates().map(|night| pricing.nightly_on(night)).sum();
        prop_assert_eq!(quote.sum_of(LineKind::Nights), by_night);
        prop_assert_eq!(quote.total, by_night + pricing.cleaning_fee);
        for night in quote.stay.dates() {
            prop_assert_eq!(quote.price_of(night), pricing.nightly_on(night));
        }
        let kept = serde_json::to_string(&quote).unwrap();
        prop_assert_eq!(serde_json::from_str::<Quote>(&kept).unwrap(), quote);
    }

    #[test]
    fn a_sum_is_right_or_refused_however_large(pricing in any_pricing(i64::MAX), nights in 1_u64..90) {
        let exact: i128 = stay(nights).dates().map(|night| i128::from(pricing.nightly_on(night))).sum();
        let exact = exact + i128::from(pricing.cleaning_fee);
        match quote(&pricing, &ask(nights, 1), &NONE) {
            Ok(quote) => prop_assert_eq!(i128::from(quote.total), exact),
            Err(_) => prop_assert!(exact > i128::from(i64::MAX)),
        }
    }

    #[test]
    fn the_price_on_a_card_never_promises_less_than_is_charged(nightly in 30_i64..1_000_000, fee in 0_i64..1_000_000, nights in 1_u32..60) {
        let pricing = pricing(nightly, fee);
        let charged = quote(&pricing, &ask(u64::from(nights), 1), &NONE).unwrap().total;
        let shown = per_night_of_shortest(&pricing, nights, &NONE).minor * i64::from(nights);
        prop_assert!(shown >= charged && shown - charged < i64::from(nights));
    }
}
