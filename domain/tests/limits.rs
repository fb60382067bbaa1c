//! How often is too often, and what is said then.

use chrono::{DateTime, TimeDelta, TimeZone, Utc};
use domain::limits::{Kind, Limit, Standing};
use proptest::prelude::*;

fn nine() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 6, 1, 9, 0, 0).unwrap()
}

fn standing(count: u32) -> Standing {
    Standing {
        kind: Kind::LogIn,
        limit: Limit::a_minute(5),
        count,
        since: nine(),
    }
}

#[test]
fn a_limit_is_said_as_it_is_set() {
    for (text, limit) in [
        ("5/minute", Limit::a_minute(5)),
        (" 10 / hour ", Limit::an_hour(10)),
        (
            "7/day",
            Limit {
                most: 7,
                seconds: 86_400,
            },
        ),
    ] {
        assert_eq!(Limit::parse(text), Some(limit));
        assert_eq!(Limit::parse(&limit.to_string()), Some(limit));
    }
    for text in [
        "",
        "5",
        "0/minute",
        "-1/minute",
        "5/second",
        "x/hour",
        "5/minutes",
    ] {
        assert_eq!(Limit::parse(text), None, "{text}");
    }
}

#[test]
fn the_fifth_time_is_allowed_and_the_sixth_is_not() {
    assert!(!standing(5).is_over());
    assert_eq!((standing(4).left(), standing(5).left()), (1, 0));
    assert!(standing(6).is_over());
    assert_eq!(standing(6).left(), 0);
}

#[test]
fn somebody_is_told_when_to_come_back() {
    let at = nine() + TimeDelta::milliseconds(17_200);
    assert_eq!(standing(6).seconds_left(at), 43);
    assert_eq!(
        standing(6).refusal(at).to_string(),
        "You have tried to log in too often. Please try again in 43 seconds."
    );
    let sign_up = Standing {
        kind: Kind::SignUp,
        limit: Limit::an_hour(10),
        ..standing(11)
    };
    let said = sign_up.refusal(nine()).to_string();
    assert!(said.ends_with("Please try again in 60 minutes."), "{said}");
    assert_eq!(sign_up.refusal(nine()).status(), 429);
}

proptest! {
    #[test]
    fn the_wait_is_never_nothing_and_never_longer_than_the_window(milliseconds in -90_000_i64..90_000, count in 0_u32..100) {
        let wait = standing(count).seconds_left(nine() + TimeDelta::milliseconds(milliseconds));
        prop_assert!((1..=60).contains(&wait));
    }
}
