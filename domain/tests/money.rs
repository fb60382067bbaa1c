//! Money as people read it, and as it is kept.

use domain::{Currency, Money};
use proptest::prelude::*;

fn money(minor: i64, code: &str) -> Money {
    Money::new(minor, Currency::parse(code).unwrap())
}

#[test]
fn amounts_are_written_with_the_decimals_of_their_currency() {
    let table = [
        (41_200, "GBP", "£412.00"),
        (124_050, "EUR", "€1,240.50"),
        (12_000, "JPY", "¥12,000"),
        (1_234_567, "KWD", "KWD\u{a0}1,234.567"),
        (5, "USD", "$0.05"),
        (0, "GBP", "£0.00"),
        (-500, "GBP", "−£5.00"),
        (100_000_000, "GBP", "£1,000,000.00"),
        (i64::MIN, "JPY", "−¥9,223,372,036,854,775,808"),
    ];
    for (minor, code, written) in table {
        assert_eq!(money(minor, code).to_string(), written);
    }
}

#[test]
fn a_short_amount_drops_decimals_that_are_all_zero() {
    assert_eq!(money(41_200, "GBP").short(), "£412");
    assert_eq!(money(41_250, "GBP").short(), "£412.50");
    assert_eq!(money(12_000, "JPY").short(), "¥12,000");
}

#[test]
fn a_currency_is_known_by_its_code_in_any_case() {
    assert_eq!(Currency::parse(" gbp ").unwrap().code(), "GBP");
    assert_eq!(Currency::parse("ISK").unwrap().decimals(), 0);
    assert_eq!(Currency::parse("KWD").unwrap().decimals(), 3);
}

#[test]
fn what_nobody_pays_in_is_no_currency() {
    for code in ["", "GB", "GBPX", "XXX", "XAU", "£", "UYW"] {
        assert!(Currency::parse(code).is_err(), "{code}");
    }
}

#[test]
fn money_is_added_only_in_one_currency_and_only_as_far_as_it_can_be_counted() {
    assert_eq!(
        money(1, "GBP").checked_add(money(2, "GBP")),
        Some(money(3, "GBP"))
    );
    assert_eq!(money(1, "GBP").checked_add(money(2, "EUR")), None);
    assert_eq!(money(i64::MAX, "GBP").checked_add(money(1, "GBP")), None);
}

proptest! {
    #[test]
    fn money_survives_json(minor: i64, code in prop::sample::select(vec!["GBP", "JPY", "KWD", "SEK"])) {
        let kept = serde_json::to_string(&money(minor, code)).unwrap();
        prop_assert_eq!(&kept, &format!(r#"{{"minor":{minor},"currency":"{code}"}}"#));
        prop_assert_eq!(serde_json::from_str::<Money>(&kept).unwrap(), money(minor, code));
    }

    #[test]
    fn the_digits_that_are_read_are_the_minor_units(minor: i64) {
        let read: String = money(minor, "GBP").to_string().chars().filter(char::is_ascii_digit).collect();
        prop_assert_eq!(read.parse::<u64>().unwrap(), minor.unsigned_abs());
    }
}
