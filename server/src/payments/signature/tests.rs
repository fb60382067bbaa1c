//! What is accepted, and what is not.

use chrono::TimeZone;

use super::*;

const KEY: &[u8] = b"whsec_test_secret";

fn noon() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 6, 1, 12, 0, 0).single().unwrap()
}

#[test]
fn it_is_the_signature_that_stripe_makes() {
    // Computed with another implementation: openssl dgst -sha256 -hmac whsec_test_secret.
    let at = DateTime::from_timestamp(1_492_774_577, 0).unwrap();
    assert_eq!(
        sign(KEY, at, br#"{"id":"evt_test"}"#),
        "t=1492774577,v1=22f7d74836ddad3284a2b80853dd2fe731655c1bfddcff3c3666a500cf3abd80"
    );
}

#[test]
fn what_was_signed_is_accepted_for_five_minutes_either_way() {
    let header = sign(KEY, noon(), b"{}");
    for seconds in [-300, -1, 0, 1, 300] {
        let now = noon() + Duration::seconds(seconds);
        assert!(verify(&[KEY], &header, b"{}", now), "{seconds}");
    }
    for seconds in [-86_400, -301, 301, 86_400] {
        let now = noon() + Duration::seconds(seconds);
        assert!(!verify(&[KEY], &header, b"{}", now), "{seconds}");
    }
}

#[test]
fn while_a_secret_is_replaced_either_one_will_do() {
    let (old, new): (&[u8], &[u8]) = (b"whsec_old", b"whsec_new");
    for key in [old, new] {
        let header = sign(key, noon(), b"{}");
        assert!(verify(&[new, old], &header, b"{}", noon()));
    }
    let by_old = sign(old, noon(), b"{}");
    let by_new = sign(new, noon(), b"{}");
    let both = format!("{by_old},{}", by_new.split_once(',').unwrap().1);
    for key in [old, new] {
        assert!(verify(&[key], &both, b"{}", noon()));
    }
    assert!(!verify(&[b"whsec_third"], &both, b"{}", noon()));
    assert!(!verify::<&[u8]>(&[], &both, b"{}", noon()));
}

#[test]
fn another_secret_body_time_or_form_is_refused() {
    let header = sign(KEY, noon(), b"{}");
    assert!(!verify(&[b"other"], &header, b"{}", noon()));
    assert!(!verify(&[KEY], &header, b"{ }", noon()));
    let seconds = noon().timestamp();
    let moved = header.replace(&format!("t={seconds}"), &format!("t={}", seconds + 1));
    assert!(!verify(&[KEY], &moved, b"{}", noon()));
    for cut in 0..header.len() {
        assert!(!verify(&[KEY], &header[..cut], b"{}", noon()), "{cut}");
    }
    let twice = format!("t={seconds},{header}");
    assert!(!verify(&[KEY], &twice, b"{}", noon()), "two times");
    for odd in [
        "",
        "t=,v1=",
        "t=1",
        "v1=00",
        "t=99999999999999999,v1=00",
        "t=1,v1=é0",
    ] {
        assert!(!verify(&[KEY], odd, b"{}", noon()), "{odd}");
    }
}

#[test]
fn a_long_key_is_hashed_first_as_the_standard_says() {
    let long = [b'k'; 100];
    let digest = Sha256::digest(long);
    let header = sign(&long, noon(), b"{}");
    assert!(verify(&[&digest[..]], &header, b"{}", noon()));
}
