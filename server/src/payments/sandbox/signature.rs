//! Signatures of the Sandbox's webhooks, in the form of Stripe's: `t=<seconds>,v1=<hex HMAC-SHA256 of "t.body">`.

use chrono::{DateTime, Duration, Utc};
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};

/// The header that carries it.
pub const HEADER: &str = "sandbox-signature";

/// How far a signature's time may be from ours, either way: an old message cannot be sent again.
const TOLERANCE: Duration = Duration::seconds(300);

/// Signs the raw bytes of a body.
pub fn sign(secret: &str, at: DateTime<Utc>, body: &[u8]) -> String {
    let seconds = at.timestamp();
    let code = mac(secret, seconds, body).finalize().into_bytes();
    let hex: String = code.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("t={seconds},v1={hex}")
}

/// Whether the header signs exactly these bytes with our secret and not too long ago.
pub fn verify(secret: &str, header: &str, body: &[u8], now: DateTime<Utc>) -> bool {
    let Some((seconds, code)) = read(header) else {
        return false;
    };
    let Some(at) = DateTime::from_timestamp(seconds, 0) else {
        return false;
    };
    // The comparison takes the same time wherever the codes differ.
    (now - at).abs() <= TOLERANCE && mac(secret, seconds, body).verify_slice(&code).is_ok()
}

fn mac(secret: &str, seconds: i64, body: &[u8]) -> Hmac<Sha256> {
    // The same secret signs other things too: the label keeps their signatures apart.
    let derived = Sha256::digest(format!("sandbox webhook {secret}"));
    let mut key = hmac::digest::Key::<Hmac<Sha256>>::default();
    key[..derived.len()].copy_from_slice(&derived);
    let mut mac = Hmac::<Sha256>::new(&key);
    mac.update(seconds.to_string().as_bytes());
    mac.update(b".");
    mac.update(body);
    mac
}

fn read(header: &str) -> Option<(i64, Vec<u8>)> {
    let mut seconds = None;
    let mut code = None;
    for part in header.split(',') {
        match part.trim().split_once('=')? {
            ("t", value) => seconds = value.parse().ok(),
            ("v1", value) => code = bytes(value),
            _ => {}
        }
    }
    Some((seconds?, code?))
}

fn bytes(hex: &str) -> Option<Vec<u8>> {
    if !hex.is_ascii() || !hex.len().is_multiple_of(2) {
        return None;
    }
    let pairs = (0..hex.len()).step_by(2);
    pairs
        .map(|at| u8::from_str_radix(&hex[at..at + 2], 16).ok())
        .collect()
}

#[cfg(test)]
mod tests {
    use chrono::TimeZone;

    use super::*;

    fn noon() -> DateTime<Utc> {
        Utc.with_ymd_and_hms(2026, 6, 1, 12, 0, 0).single().unwrap()
    }

    #[test]
    fn what_was_signed_is_accepted_for_five_minutes_either_way() {
        let header = sign("secret", noon(), b"{}");
        for seconds in [-300, -1, 0, 1, 300] {
            assert!(verify(
                "secret",
                &header,
                b"{}",
                noon() + Duration::seconds(seconds)
            ));
        }
        for seconds in [-301, 301] {
            assert!(!verify(
                "secret",
                &header,
                b"{}",
                noon() + Duration::seconds(seconds)
            ));
        }
    }

    #[test]
    fn another_secret_body_time_or_form_is_refused() {
        let header = sign("secret", noon(), b"{}");
        assert!(!verify("other", &header, b"{}", noon()));
        assert!(!verify("secret", &header, b"{ }", noon()));
        let moved = header.replace(
            &format!("t={}", noon().timestamp()),
            &format!("t={}", noon().timestamp() + 1),
        );
        assert!(!verify("secret", &moved, b"{}", noon()));
        for cut in 0..header.len() {
            assert!(!verify("secret", &header[..cut], b"{}", noon()), "{cut}");
        }
        for odd in [
            "",
            "t=,v1=",
            "t=1",
            "v1=00",
            "t=99999999999999999,v1=00",
            "t=1,v1=é0",
        ] {
            assert!(!verify("secret", odd, b"{}", noon()), "{odd}");
        }
    }
}
