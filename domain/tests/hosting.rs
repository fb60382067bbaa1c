//! What hosts type, and what it means.

use domain::{
    Currency, Error,
    cancellation::Policy,
    hosting::*,
    listings::{Kind, Property},
};
use proptest::prelude::*;

fn fields<T: std::fmt::Debug>(result: domain::Result<T>) -> Vec<&'static str> {
    let error = result.expect_err("a refusal");
    error
        .fields()
        .into_iter()
        .map(|error| error.field)
        .collect()
}

fn currency(code: &str) -> Currency {
    Currency::parse(code).expect("a currency")
}

fn basics_form() -> BasicsForm {
    BasicsForm {
        kind: "private_room".into(),
        property: "boat".into(),
        capacity: "2".into(),
        bedrooms: "0".into(),
        beds: "1".into(),
        baths: "1".into(),
    }
}

fn stays_form() -> StaysForm {
    StaysForm {
        min_nights: "1".into(),
        max_nights: "28".into(),
        check_in_from: "15:00".into(),
        check_in_until: "21:00".into(),
        check_out_by: "11:00".into(),
        cutoff: "18:00".into(),
    }
}

#[test]
fn the_steps_follow_each_other_to_the_last() {
    let mut step = Step::Place;
    let mut seen = vec![step];
    while let Some(next) = step.next() {
        step = next;
        seen.push(step);
    }
    assert_eq!(seen, Step::ALL);
    assert!(
        Step::ALL
            .iter()
            .all(|step| Step::parse(step.as_str()) == Some(*step))
    );
}

#[test]
fn numbers_of_a_home_are_read_and_strange_ones_refused() {
    let read = basics(&basics_form()).expect("a boat");
    assert_eq!(
        (read.kind, read.property),
        (Kind::PrivateRoom, Property::Boat)
    );
    assert_eq!(
        (read.capacity, read.bedrooms, read.beds, read.half_baths),
        (2, 0, 1, 2)
    );
    for (baths, halves) in [("0", 0), ("1.5", 3), ("2,5", 5), (" 3.0 ", 6), ("50", 100)] {
        let form = BasicsForm {
            baths: baths.into(),
            ..basics_form()
        };
        assert_eq!(
            basics(&form).map(|read| read.half_baths),
            Ok(halves),
            "{baths}"
        );
    }
    for baths in ["", "1.2", "-1", "1.5.5", "51", "one", ".5"] {
        let form = BasicsForm {
            baths: baths.into(),
            ..basics_form()
        };
        assert_eq!(fields(basics(&form)), ["baths"], "{baths}");
    }
    for capacity in ["", "0", "-3", "1e3", "99999999999", "two", "51"] {
        let form = BasicsForm {
            capacity: capacity.into(),
            ..basics_form()
        };
        assert_eq!(fields(basics(&form)), ["capacity"], "{capacity}");
    }
    assert_eq!(
        fields(basics(&BasicsForm::default())),
        ["kind", "property", "capacity", "bedrooms", "beds", "baths"]
    );
}

#[test]
fn amounts_are_read_as_people_type_them() {
    for (typed, code, minor) in [
        ("124", "GBP", 12_400),
        ("124.5", "GBP", 12_450),
        ("124.50", "GBP", 12_450),
        ("124,50", "EUR", 12_450),
        ("£1,240", "GBP", 124_000),
        ("1,240.50", "USD", 124_050),
        ("1 240", "EUR", 124_000),
        ("GBP 90", "GBP", 9_000),
        ("90 €", "EUR", 9_000),
        ("12,000", "JPY", 12_000),
        ("¥12000", "JPY", 12_000),
        ("7.250", "KWD", 7_250),
        ("0", "GBP", 0),
    ] {
        assert_eq!(
            amount("nightly", typed, currency(code)),
            Ok(minor),
            "{typed} {code}"
        );
    }
    for (typed, code) in [
        ("", "GBP"),
        ("-5", "GBP"),
        ("free", "GBP"),
        ("12.345", "GBP"),
        ("12.5", "JPY"),
        ("1.2.3", "GBP"),
        ("9999999999999999999999", "GBP"),
        ("2000000000", "GBP"),
        (".", "GBP"),
        ("£", "GBP"),
        ("$5", "GBP"),
    ] {
        assert_eq!(
            fields(amount("nightly", typed, currency(code))),
            ["nightly"],
            "{typed} {code}"
        );
    }
}

#[test]
fn nights_cost_something_and_cards_can_be_charged_it() {
    let form = |currency: &str, nightly: &str, fee: &str| PriceForm {
        currency: currency.into(),
        nightly: nightly.into(),
        cleaning_fee: fee.into(),
        ..PriceForm::default()
    };
    let read = price(&form("gbp", "80", "")).expect("a price");
    assert_eq!(
        (read.nightly, read.cleaning_fee, read.currency.code()),
        (8_000, 0, "GBP")
    );
    assert_eq!(
        fields(price(&form("GBP", "0", "x"))),
        ["nightly", "cleaning_fee"]
    );
    assert_eq!(fields(price(&form("KWD", "1.255", ""))), ["nightly"]);
    assert_eq!(fields(price(&form("XAU", "1", ""))), ["currency"]);
}

#[test]
fn times_and_nights_must_agree_with_each_other() {
    let read = stays(&stays_form()).expect("stays");
    assert_eq!(
        (read.check_in_from, read.check_out_by, read.cutoff),
        (900, 660, 1_080)
    );
    for (typed, minutes) in [
        ("9:30", 570),
        ("09.30", 570),
        ("00:00", 0),
        ("10", 600),
        ("08:00:00", 480),
    ] {
        let form = StaysForm {
            check_out_by: typed.into(),
            ..stays_form()
        };
        assert_eq!(
            stays(&form).map(|read| read.check_out_by),
            Ok(minutes),
            "{typed}"
        );
    }
    for typed in [
        "", "25:00", "10:60", "noon", "10:", "1:2:3:4", "100:00", "-1:00",
    ] {
        let form = StaysForm {
            check_out_by: typed.into(),
            ..stays_form()
        };
        assert_eq!(fields(stays(&form)), ["check_out_by"], "{typed}");
    }
    let wrong = StaysForm {
        min_nights: "9".into(),
        max_nights: "3".into(),
        check_in_until: "15:00".into(),
        check_out_by: "15:01".into(),
        ..stays_form()
    };
    assert_eq!(
        fields(stays(&wrong)),
        ["max_nights", "check_in_until", "check_out_by"]
    );
    let long = StaysForm {
        max_nights: "366".into(),
        ..stays_form()
    };
    assert_eq!(fields(stays(&long)), ["max_nights"]);
}

#[test]
fn a_place_has_a_city_and_an_address_and_both_coordinates_or_none() {
    let form = |city: &str, latitude: &str, longitude: &str| PlaceForm {
        city: city.into(),
        address: "7 Shore\r\nLeith".into(),
        latitude: latitude.into(),
        longitude: longitude.into(),
        ..PlaceForm::default()
    };
    let read = place(&form("  Edinburgh ", "", "")).expect("a place");
    assert_eq!((read.city.as_str(), read.point), ("Edinburgh", None));
    assert_eq!(
        (read.address.as_str(), read.neighbourhood),
        ("7 Shore\nLeith", None)
    );
    for (latitude, longitude, point) in [
        ("55.95", "-3.19", (55.95, -3.19)),
        ("55,95", "−3,19", (55.95, -3.19)),
        ("+55.95°", "-3.19 °", (55.95, -3.19)),
        ("-90", "180", (-90.0, 180.0)),
    ] {
        let read = place(&form("Leith", latitude, longitude)).expect("a place");
        assert_eq!(read.point, Some(point));
    }
    assert_eq!(fields(place(&form("Leith", "55.95", ""))), ["longitude"]);
    assert_eq!(
        fields(place(&form("Leith", "90.1", "-181"))),
        ["latitude", "longitude"]
    );
    assert_eq!(
        fields(place(&form("Leith", "1e1", "inf"))),
        ["latitude", "longitude"]
    );
    assert_eq!(fields(place(&form("12", "", ""))), ["city"]);
    let long = PlaceForm {
        neighbourhood: "x".repeat(81),
        address: "y".repeat(301),
        ..form("Leith", "", "")
    };
    assert_eq!(fields(place(&long)), ["neighbourhood", "address"]);
}

#[test]
fn texts_say_something_and_not_too_much() {
    let form = |title: &str, description: String| TextForm {
        title: title.into(),
        description,
    };
    let enough = "A stove, a view and a door that sticks in the rain.";
    let read = text(&form(
        " The\u{202e} net  loft ",
        format!("{enough}\r\n\r\n\r\n{enough} "),
    ))
    .expect("texts");
    assert_eq!(read.title, "The net loft");
    assert_eq!(read.description, format!("{enough}\n\n{enough}"));
    assert_eq!(
        fields(text(&form("…", "Nice.".into()))),
        ["title", "description"]
    );
    assert_eq!(
        fields(text(&form(&"t".repeat(101), "d".repeat(8_001)))),
        ["title", "description"]
    );
    assert!(
        text(&form(
            "京都の町家",
            "川の音が聞こえる二階の部屋です。".repeat(4)
        ))
        .is_ok()
    );
}

#[test]
fn rules_need_a_policy_and_nothing_else() {
    let form = RulesForm {
        policy: "strict".into(),
        ..RulesForm::default()
    };
    let read = rules(&form).expect("rules");
    assert_eq!((read.policy, read.registration), (Policy::Strict, None));
    assert_eq!(read.taking, None, "as it is");
    let wrong = RulesForm {
        house_rules: "x".repeat(4_001),
        registration: "9".repeat(81),
        taking: "perhaps".into(),
        ..RulesForm::default()
    };
    assert_eq!(
        fields(rules(&wrong)),
        ["house_rules", "registration", "policy", "taking"]
    );
}

#[test]
fn a_home_is_booked_at_once_or_when_its_host_accepts() {
    for taking in Taking::ALL {
        let form = RulesForm {
            policy: "flexible".into(),
            taking: taking.as_str().into(),
            ..RulesForm::default()
        };
        assert_eq!(rules(&form).expect("rules").taking, Some(*taking));
        assert_eq!(Taking::of(*taking == Taking::Instant), *taking);
    }
}

proptest! {
    #[test]
    fn what_a_price_field_shows_is_read_back_as_the_same(minor in 0_i64..100_000_000, code in prop::sample::select(vec!["GBP", "EUR", "JPY", "KWD", "MXN", "ISK", "CHF"])) {
        let currency = currency(code);
        prop_assert_eq!(amount("nightly", &written(minor, currency), currency), Ok(minor));
    }

    #[test]
    fn nothing_that_is_typed_does_more_than_be_refused(typed in "\\PC{0,40}") {
        prop_assert!(is_read_or_refused(amount("nightly", &typed, currency("GBP"))));
        prop_assert!(is_read_or_refused(place(&everywhere_place(&typed))));
        prop_assert!(is_read_or_refused(basics(&everywhere_basics(&typed))));
        prop_assert!(is_read_or_refused(stays(&everywhere_stays(&typed))));
        let texts = TextForm { title: typed.clone(), description: typed.clone() };
        prop_assert!(is_read_or_refused(text(&texts)));
    }
}

fn is_read_or_refused<T>(result: domain::Result<T>) -> bool {
    result
        .err()
        .is_none_or(|error: Error| error.status() == 422)
}

fn everywhere_place(typed: &str) -> PlaceForm {
    let typed = || typed.to_owned();
    PlaceForm {
        city: typed(),
        city_choice: typed(),
        neighbourhood: typed(),
        address: typed(),
        latitude: typed(),
        longitude: typed(),
    }
}

fn everywhere_basics(typed: &str) -> BasicsForm {
    let typed = || typed.to_owned();
    BasicsForm {
        kind: typed(),
        property: typed(),
        capacity: typed(),
        bedrooms: typed(),
        beds: typed(),
        baths: typed(),
    }
}

fn everywhere_stays(typed: &str) -> StaysForm {
    let typed = || typed.to_owned();
    StaysForm {
        min_nights: typed(),
        max_nights: typed(),
        check_in_from: typed(),
        check_in_until: typed(),
        check_out_by: typed(),
        cutoff: typed(),
    }
}
