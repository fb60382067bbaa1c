//! Weekends, discounts, extra guests, fees and tax: each line as it is rounded, and whose the money is.

use chrono::{Days, NaiveDate};
use domain::{
    Currency, Pricing, Quote, Stay,
    pricing::{
        Advance, Ask, DatedPrice, Fees, Shares, Tax, TaxBase, minimum_charge,
        per_night_of_shortest, quote, usual,
    },
};

/// Wednesday, 3 June 2026.
fn wednesday() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 6, 3).unwrap()
}

fn pounds(nightly: i64, cleaning: i64) -> Pricing {
    priced_in("GBP", nightly, cleaning)
}

fn priced_in(code: &str, nightly: i64, cleaning: i64) -> Pricing {
    Pricing::plain(Currency::parse(code).unwrap(), nightly, cleaning)
}

/// From that Wednesday, asked so many days ahead.
fn ask(nights: u64, guests: u32, ahead: u64) -> Ask {
    Ask {
        stay: Stay::new(wednesday(), wednesday() + Days::new(nights)).unwrap(),
        guests,
        today: wednesday() - Days::new(ahead),
    }
}

fn fees(guest_bp: u32, host_bp: u32) -> Fees {
    Fees { guest_bp, host_bp }
}

fn lines(quote: &Quote) -> Vec<(&str, i64)> {
    quote
        .lines
        .iter()
        .map(|line| (line.label.as_str(), line.amount))
        .collect()
}

#[track_caller]
fn costs(pricing: &Pricing, ask: Ask, fees: Fees, expected: &[(&str, i64)]) -> Quote {
    let quote = quote(pricing, &ask, &fees).unwrap();
    assert_eq!(lines(&quote), expected);
    assert_eq!(
        quote.total,
        expected.iter().map(|(_, amount)| amount).sum::<i64>()
    );
    quote
}

#[test]
fn friday_and_saturday_have_their_own_price_unless_the_date_has_one() {
    let mut pricing = Pricing {
        weekend: Some(15_000),
        ..pounds(10_000, 0)
    };
    let week = ask(7, 2, 30);
    let expected = [
        ("5 nights × £100.00", 50_000),
        ("2 nights × £150.00", 30_000),
    ];
    costs(&pricing, week, fees(0, 0), &expected);
    let saturday = wednesday() + Days::new(3);
    pricing.dated.push(DatedPrice {
        from: saturday,
        to: saturday,
        nightly: 20_000,
    });
    let expected = [
        ("5 nights × £100.00", 50_000),
        ("1 night × £150.00", 15_000),
        ("1 night × £200.00", 20_000),
    ];
    costs(&pricing, week, fees(0, 0), &expected);
}

#[test]
fn the_longer_the_stay_the_larger_of_its_discounts_counts() {
    let pricing = Pricing {
        weekly_bp: 1_000,
        monthly_bp: 2_550,
        ..pounds(9_999, 4_000)
    };
    let cleaning = ("Cleaning fee", 4_000);
    let six = [("6 nights × £99.99", 59_994), cleaning];
    costs(&pricing, ask(6, 1, 30), fees(0, 0), &six);
    // 6,999.3 pence are 7,000: in the guest's favour.
    let week = [
        ("7 nights × £99.99", 69_993),
        ("Weekly discount, 10%", -7_000),
        cleaning,
    ];
    costs(&pricing, ask(7, 1, 30), fees(0, 0), &week);
    let month = [
        ("28 nights × £99.99", 279_972),
        ("Monthly discount, 25.5%", -71_393),
        cleaning,
    ];
    costs(&pricing, ask(28, 1, 30), fees(0, 0), &month);
    let kinder_weeks = Pricing {
        weekly_bp: 3_000,
        ..pricing
    };
    let quote = quote(&kinder_weeks, &ask(28, 1, 30), &fees(0, 0)).unwrap();
    assert_eq!(quote.lines[1].label, "Weekly discount, 30%");
}

#[test]
fn booking_early_or_late_takes_off_what_length_leaves() {
    let pricing = Pricing {
        weekly_bp: 1_000,
        early: Some(Advance {
            days: 90,
            bp: 1_000,
        }),
        last_minute: Some(Advance { days: 3, bp: 2_000 }),
        ..pounds(10_000, 0)
    };
    let nights = ("7 nights × £100.00", 70_000);
    let weekly = ("Weekly discount, 10%", -7_000);
    for (ahead, third) in [
        (90, Some(("Early booking discount, 10%", -6_300))),
        (89, None),
        (4, None),
        (3, Some(("Last-minute discount, 20%", -12_600))),
        (0, Some(("Last-minute discount, 20%", -12_600))),
    ] {
        let expected: Vec<_> = [nights, weekly].into_iter().chain(third).collect();
        costs(&pricing, ask(7, 1, ahead), fees(0, 0), &expected);
    }
}

#[test]
fn guests_above_those_included_pay_for_each_night() {
    let pricing = Pricing {
        guests_included: 2,
        extra_guest: 1_500,
        ..pounds(10_000, 0)
    };
    let nights = ("3 nights × £100.00", 30_000);
    costs(&pricing, ask(3, 2, 30), fees(0, 0), &[nights]);
    let extra = ("1 extra guest × 3 nights × £15.00", 4_500);
    costs(&pricing, ask(3, 3, 30), fees(0, 0), &[nights, extra]);
    let extra = ("2 extra guests × 3 nights × £15.00", 9_000);
    costs(&pricing, ask(3, 4, 30), fees(0, 0), &[nights, extra]);
}

#[test]
fn fees_are_of_nights_and_cleaning_and_the_hosts_is_no_line() {
    let pricing = pounds(10_000, 4_005);
    let expected = [
        ("3 nights × £100.00", 30_000),
        ("Cleaning fee", 4_005),
        // 12% of £340.05 is £40.806.
        ("Service fee", 4_081),
    ];
    let quote = costs(&pricing, ask(3, 2, 30), fees(1_200, 300), &expected);
    let shares = Shares {
        host: 34_005 - 1_020,
        platform: 4_081 + 1_020,
        tax: 0,
    };
    assert_eq!(quote.shares(), shares);
    assert_eq!(quote.host_fee(), 1_020);
}

#[test]
fn a_rate_of_tax_is_of_the_base_that_it_names_and_of_the_nights_that_are_taxed() {
    for (base, max_nights, tax) in [
        (TaxBase::Nights, 0, 3_000),
        (TaxBase::NightsAndCleaning, 0, 3_200),
        (TaxBase::All, 0, 3_520),
        (TaxBase::Nights, 2, 2_000),
        (TaxBase::NightsAndCleaning, 2, 2_200),
        (TaxBase::Nights, 30, 3_000),
    ] {
        let rate = Tax::Rate {
            bp: 1_000,
            base,
            max_nights,
        };
        let pricing = Pricing {
            tax: Some(rate),
            ..pounds(10_000, 2_000)
        };
        let expected = [
            ("3 nights × £100.00", 30_000),
            ("Cleaning fee", 2_000),
            ("Service fee", 3_200),
            ("Lodging tax, 10%", tax),
        ];
        let quote = costs(&pricing, ask(3, 2, 30), fees(1_000, 0), &expected);
        assert_eq!(quote.shares().tax, tax);
    }
}

#[test]
fn a_tax_by_guest_and_night_stops_at_its_cap() {
    let pricing = Pricing {
        tax: Some(Tax::PerGuestNight {
            amount: 200,
            max_nights: 7,
        }),
        tax_name: "City tax".to_owned(),
        ..priced_in("EUR", 10_000, 0)
    };
    let expected = [
        ("3 nights × €100.00", 30_000),
        ("City tax, 2 guests × 3 nights × €2.00", 1_200),
    ];
    costs(&pricing, ask(3, 2, 30), fees(0, 0), &expected);
    let expected = [
        ("10 nights × €100.00", 100_000),
        ("City tax, 2 guests × 7 nights × €2.00", 2_800),
    ];
    costs(&pricing, ask(10, 2, 30), fees(0, 0), &expected);
}

#[test]
fn currencies_of_no_and_of_three_decimals_are_rounded_to_what_cards_take() {
    let weekly = |pricing: Pricing| Pricing {
        weekly_bp: 1_250,
        ..pricing
    };
    let yen = weekly(priced_in("JPY", 9_999, 0));
    let expected = [
        ("7 nights × ¥9,999", 69_993),
        ("Weekly discount, 12.5%", -8_750),
        ("Service fee", 6_124),
    ];
    costs(&yen, ask(7, 1, 30), fees(1_000, 0), &expected);
    let dinars = weekly(priced_in("KWD", 33_330, 5_000));
    let expected = [
        ("7 nights × KWD\u{a0}33.330", 233_310),
        ("Weekly discount, 12.5%", -29_170),
        ("Cleaning fee", 5_000),
        ("Service fee", 20_910),
    ];
    let quote = costs(&dinars, ask(7, 1, 30), fees(1_000, 250), &expected);
    assert_eq!(quote.total % 10, 0);
    assert_eq!(quote.shares().platform % 10, 0);
}

#[test]
fn what_a_card_cannot_be_charged_is_refused_with_a_sentence() {
    assert_eq!(minimum_charge(Currency::parse("GBP").unwrap()), 30);
    assert_eq!(minimum_charge(Currency::parse("JPY").unwrap()), 50);
    assert_eq!(minimum_charge(Currency::parse("ZMW").unwrap()), 100);
    let refused = quote(&pounds(29, 0), &ask(1, 1, 30), &fees(0, 0)).unwrap_err();
    assert_eq!(
        refused.to_string(),
        "Cards cannot be charged less than £0.30, and this stay costs £0.29."
    );
    assert!(quote(&pounds(30, 0), &ask(1, 1, 30), &fees(0, 0)).is_ok());
}

#[test]
fn without_dates_a_night_carries_its_share_of_everything() {
    let pricing = Pricing {
        weekly_bp: 1_000,
        tax: Some(Tax::Rate {
            bp: 500,
            base: TaxBase::NightsAndCleaning,
            max_nights: 0,
        }),
        ..pounds(10_000, 7_000)
    };
    let fees = fees(1_000, 0);
    // 630 and 70 pounds, 70 of fee and 35 of tax: 805 for seven nights.
    assert_eq!(per_night_of_shortest(&pricing, 7, &fees).minor, 11_500);
    let usual = usual(&pricing, &fees);
    assert_eq!(
        (usual.nightly.minor, usual.fixed.minor),
        (10_000 + 1_000 + 500, 7_000 + 700 + 350)
    );
}

#[test]
fn pricing_kept_before_discounts_is_read_and_what_is_not_used_is_not_written() {
    let kept = r#"{"version":3,"currency":"EUR","nightly":8000,"cleaning_fee":0}"#;
    let pricing: Pricing = serde_json::from_str(kept).unwrap();
    let plain = Pricing {
        version: 3,
        ..priced_in("EUR", 8_000, 0)
    };
    assert_eq!(pricing, plain);
    assert_eq!(serde_json::to_string(&pricing).unwrap(), kept);
    let lines = r#"{"stay":{"check_in":"2026-06-03","check_out":"2026-06-04"},"guests":1,"currency":"EUR","lines":[],"total":0}"#;
    let quote: Quote = serde_json::from_str(lines).unwrap();
    assert_eq!(quote.rules, domain::pricing::Rules::default());
}
