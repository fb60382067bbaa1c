//! What a host says of prices is read and written back the same, and its examples are stays that the home takes.

use chrono::NaiveDate;
use domain::{
    FieldError, Pricing,
    hosting::{DatedForm, PriceForm, Room, examples, price},
    pricing::{Advance, Fees, Tax, TaxBase},
};

fn said() -> PriceForm {
    PriceForm {
        currency: "EUR".into(),
        nightly: "120".into(),
        weekend: "150.50".into(),
        cleaning_fee: "40".into(),
        guests_included: "2".into(),
        extra_guest: "15".into(),
        weekly_percent: "10".into(),
        monthly_percent: "25.5".into(),
        early_days: "90".into(),
        early_percent: "5.25".into(),
        last_minute_days: "3".into(),
        last_minute_percent: "12".into(),
        tax: "rate".into(),
        tax_name: "City tax".into(),
        tax_percent: "7.5".into(),
        tax_base: "nights_and_cleaning".into(),
        tax_max_nights: "7".into(),
        dated: vec![DatedForm {
            from: "2026-08-01".into(),
            to: "2026-08-31".into(),
            nightly: "200".into(),
        }],
        ..PriceForm::default()
    }
}

fn fields(form: &PriceForm) -> Vec<&'static str> {
    let refused = price(form).expect_err("a refusal").fields();
    refused
        .iter()
        .map(|FieldError { field, .. }| *field)
        .collect()
}

#[test]
fn what_is_said_is_read_and_shown_again_as_it_was() {
    let read = price(&said()).expect("prices");
    assert_eq!((read.nightly, read.weekend), (12_000, Some(15_050)));
    assert_eq!((read.weekly_bp, read.monthly_bp), (1_000, 2_550));
    let early = Advance { days: 90, bp: 525 };
    assert_eq!(read.early, Some(early));
    let tax = Tax::Rate {
        bp: 750,
        base: TaxBase::NightsAndCleaning,
        max_nights: 7,
    };
    assert_eq!(read.tax, Some(tax));
    assert_eq!(PriceForm::of(&read), said());
    let by_guest = PriceForm {
        tax: "per_guest_night".into(),
        tax_percent: String::new(),
        tax_base: "nights".into(),
        tax_amount: "2".into(),
        ..said()
    };
    assert_eq!(PriceForm::of(&price(&by_guest).expect("prices")), by_guest);
}

#[test]
fn empty_rows_and_the_fields_of_another_tax_say_nothing() {
    let mut form = said();
    form.dated.insert(0, DatedForm::default());
    form.tax = "none".into();
    form.tax_percent = "as much as they like".into();
    let read = price(&form).expect("prices");
    assert_eq!(
        (read.dated.len(), read.tax, read.tax_name.as_str()),
        (1, None, "")
    );
}

#[test]
fn what_is_half_said_is_refused_at_its_field_all_at_once() {
    let form = PriceForm {
        nightly: "0".into(),
        weekend: "dear".into(),
        extra_guest: String::new(),
        weekly_percent: "101".into(),
        monthly_percent: "1.234".into(),
        early_days: String::new(),
        last_minute_percent: String::new(),
        tax_percent: "%".into(),
        dated: vec![
            DatedForm::default(),
            DatedForm {
                from: "2026-08-01".into(),
                ..DatedForm::default()
            },
        ],
        ..said()
    };
    let expected = [
        "nightly",
        "weekend",
        "extra_guest",
        "weekly_percent",
        "monthly_percent",
        "early_days",
        "last_minute_percent",
        "tax_percent",
        "dated",
    ];
    assert_eq!(fields(&form), expected);
    let told = price(&form).expect_err("a refusal").to_string();
    assert!(told.contains("Row 2: Choose a date."), "{told}");
}

#[test]
fn the_columns_of_rows_may_be_of_different_lengths() {
    let rows = DatedForm::rows(vec!["a".into()], Vec::new(), vec!["1".into(), "2".into()]);
    assert_eq!(rows.len(), 2);
    assert_eq!((rows[1].from.as_str(), rows[1].nightly.as_str()), ("", "2"));
}

#[test]
fn examples_are_stays_that_the_home_takes() {
    let today = NaiveDate::from_ymd_opt(2026, 6, 1).unwrap();
    let pricing = price(&said()).expect("prices");
    let room = |min_nights, max_nights| Room {
        capacity: 4,
        min_nights,
        max_nights,
    };
    let labels = |pricing: &Pricing, room| -> Vec<String> {
        let examples = examples(pricing, room, &Fees::default(), today);
        assert!(examples.iter().all(|example| example.quote.is_ok()));
        examples.into_iter().map(|example| example.label).collect()
    };
    assert_eq!(
        labels(&pricing, room(1, 28)),
        [
            "A weekend for 2 guests, Fri 7 – Sun 9 August",
            "A week for 4 guests, Mon 3 – Mon 10 August",
            "Four weeks for 2 guests, Mon 3 – Mon 31 August",
            "Booked early for 2 guests, Mon 31 August – Thu 3 September",
            "Booked for tomorrow for 2 guests, Tue 2 – Fri 5 June",
        ]
    );
    assert_eq!(
        labels(&pricing, room(4, 6)),
        ["The shortest stay for 2 guests, Mon 3 – Fri 7 August"]
    );
}
