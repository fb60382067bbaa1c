//! Bodies and queries, understood and refused.

use chrono::NaiveDate;
use serde::Deserialize;

use super::{Asked, OnlyPages, body, query};
use crate::api::answer::ApiError;

#[derive(Debug, PartialEq, Deserialize)]
struct Stay {
    place_id: String,
    check_in_date: Option<NaiveDate>,
    guests: Option<u32>,
    price: Option<f64>,
    notes: Option<Vec<String>>,
}

impl Asked for Stay {
    const REQUIRED: &'static [&'static str] = &["place_id"];
    const IGNORED: &'static [&'static str] = &["amount"];
    const REFUSED: &'static [(&'static str, &'static str)] =
        &[("status", "Nobody sets the status.")];
}

fn said(json: &str) -> Result<Stay, ApiError> {
    body(Some("application/json; charset=utf-8"), json.as_bytes())
}

fn sentence(json: &str) -> String {
    said(json).unwrap_err().sentence().to_owned()
}

#[test]
fn what_is_right_is_understood() {
    let json = r#"{"place_id":"1","check_in_date":"2026-06-05","guests":2,"price":10,"amount":5,"notes":[]}"#;
    let stay = said(json).unwrap();
    assert_eq!(stay.check_in_date, NaiveDate::from_ymd_opt(2026, 6, 5));
    assert_eq!((stay.guests, stay.price), (Some(2), Some(10.0)));
    let least = said(r#"{"place_id":"1","guests":null}"#).unwrap();
    assert_eq!(least.guests, None);
}

#[test]
fn every_wrong_field_is_named() {
    for (json, expected) in [
        (r#"{"guests":2}"#, "Missing fields: place_id"),
        (r#"{"place_id":null}"#, "Missing fields: place_id"),
        (r#"{"place_id":"1","b":1,"a":2}"#, "Unknown fields: a, b"),
        (r#"{"status":"paid","b":1}"#, "Nobody sets the status."),
        (r#"{"place_id":1}"#, "place_id: This must be text."),
        (
            r#"{"place_id":"1","guests":"two"}"#,
            "guests: This must be a whole number that is not negative.",
        ),
        (
            r#"{"place_id":"1","guests":-2}"#,
            "guests: This must be a whole number that is not negative.",
        ),
        (
            r#"{"place_id":"1","guests":2.5}"#,
            "guests: This must be a whole number that is not negative.",
        ),
        (
            r#"{"place_id":"1","price":"ten"}"#,
            "price: This must be a number.",
        ),
        (
            r#"{"place_id":"1","notes":"x"}"#,
            "notes: This must be a list.",
        ),
        (
            r#"{"place_id":"1","check_in_date":"5 June"}"#,
            "check_in_date: This must be a date, such as 2026-06-01.",
        ),
        (
            r#"{"place_id":"1","check_in_date":"2026-02-30"}"#,
            "check_in_date: This must be a date, such as 2026-06-01.",
        ),
        (
            r#"{"place_id":"1","check_in_date":7}"#,
            "check_in_date: This must be a date, such as 2026-06-01.",
        ),
    ] {
        assert_eq!(sentence(json), expected, "{json}");
    }
}

#[test]
fn what_is_no_object_of_json_is_told_so() {
    for json in ["{", "nul", "{\"a\":\"\\ud800\"}", &"[".repeat(10_000)] {
        assert_eq!(sentence(json), "The body is not JSON.");
    }
    assert_eq!(sentence("[]"), "Send a JSON object.");
    assert_eq!(sentence(""), "Missing fields: place_id");
    for kind in [
        None,
        Some("text/plain"),
        Some("application/jsonx"),
        Some(""),
    ] {
        let refused = body::<Stay>(kind, b"{}").unwrap_err();
        assert!(refused.sentence().contains("Content-Type"), "{kind:?}");
    }
}

#[test]
fn queries_are_understood_as_bodies_are() {
    let stay: Stay =
        query("place_id=a+b&guests=2&price=1.5&notes=x&notes=y&check_in_date=").unwrap();
    assert_eq!(
        (stay.place_id.as_str(), stay.guests, stay.price),
        ("a b", Some(2), Some(1.5))
    );
    assert_eq!(stay.notes, Some(vec!["x".into(), "y".into()]));
    assert_eq!(stay.check_in_date, None);
    for (text, expected) in [
        ("", "Missing fields: place_id"),
        ("place_id=", "Missing fields: place_id"),
        (
            "place_id=1&place_id=2",
            "place_id: This value is not understood.",
        ),
        (
            "place_id=1&guests=two",
            "guests: This must be a whole number that is not negative.",
        ),
        ("place_id=1&limit=5", "Unknown fields: limit"),
    ] {
        assert_eq!(
            query::<Stay>(text).unwrap_err().sentence(),
            expected,
            "{text}"
        );
    }
    assert!(query::<OnlyPages>("limit=5&cursor=x").is_ok());
    assert!(query::<OnlyPages>("limit=5&page=2").is_err());
}
