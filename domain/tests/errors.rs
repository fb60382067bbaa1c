//! Refusals: a status, sentences, fields; and the way to the browser and back.

use chrono::NaiveDate;
use domain::{Currency, Error, Money, Stay};

fn every_error() -> Vec<(Error, u16, &'static str)> {
    let pounds = |minor| Money::new(minor, Currency::parse("GBP").unwrap());
    let day = |day| NaiveDate::from_ymd_opt(2026, 7, day).unwrap();
    let nearest = vec![Stay::new(day(3), day(6)).unwrap()];
    vec![
        (
            Error::field("guests", "Choose at least one guest."),
            422,
            "Choose at least one guest.",
        ),
        (Error::NotFound("Home"), 404, "Home not found."),
        (Error::SignInNeeded, 401, "Please log in first."),
        (Error::Forbidden, 403, "This is not yours to see or change."),
        (
            Error::DatesTaken { nearest },
            409,
            "These dates have just been taken. Free near them: Fri 3 – Mon 6 July.",
        ),
        (
            Error::TotalChanged {
                shown: pounds(100),
                now: pounds(200),
            },
            409,
            "The total has changed from £1.00 to £2.00. Please look at the price again.",
        ),
        (
            Error::RefundChanged {
                shown: pounds(200),
                now: pounds(100),
            },
            422,
            "What comes back has changed from £2.00 to £1.00, so nothing was cancelled. Please look at it again.",
        ),
        (
            Error::AmountChanged {
                shown: pounds(200),
                now: pounds(150),
            },
            422,
            "This amount has changed from £2.00 to £1.50, so nothing was written down. Please look at it again.",
        ),
        (
            Error::Refused("This home is paused.".to_owned()),
            409,
            "This home is paused.",
        ),
        (
            Error::TooMany("Wait a minute.".to_owned()),
            429,
            "Wait a minute.",
        ),
    ]
}

#[test]
fn every_refusal_has_its_status_and_its_sentence() {
    for (error, status, sentence) in every_error() {
        assert_eq!(
            (error.status(), error.to_string().as_str()),
            (status, sentence)
        );
    }
}

#[test]
fn every_refusal_survives_the_way_to_the_browser() {
    for (error, _, _) in every_error() {
        let sent = serde_json::to_string(&error).unwrap();
        assert_eq!(serde_json::from_str::<Error>(&sent).unwrap(), error);
    }
}

#[test]
fn a_refusal_without_a_field_belongs_to_the_whole_form() {
    assert_eq!(Error::Forbidden.fields()[0].field, "");
    assert_eq!(Error::field("email", "Taken.").fields()[0].field, "email");
}
