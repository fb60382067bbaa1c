//! Signatures of webhooks, as Stripe makes them: `t=<seconds>,v1=<hex HMAC-SHA256 of "t.body">`, over the raw bytes. While
//! a secret is being replaced a message carries a `v1` of each, and we know both.

use chrono::{DateTime, Duration, Utc};
use hmac::{Hmac, KeyInit, Mac, digest::Key};
use sha2::{Digest, Sha256};

/// How far a signature's time may be from ours, either way: an old message cannot be sent again.
const TOLERANCE: Duration = Duration::seconds(300);

/// Nobody signs with more secrets at once; each candidate costs a comparison.
const MOST_CODES: usize = 8;

/// Signs the raw bytes of a body.
pub fn sign(key: &[u8], at: DateTime<Utc>, body: &[u8]) -> String {
    let seconds = at.timestamp();
    let code = mac(key, seconds, body).finalize().into_bytes();
    let hex: String = code.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("t={seconds},v1={hex}")
}

/// Whether the header signs exactly these bytes with one of our keys, not too long ago and not in time to come.
pub fn verify<K: AsRef<[u8]>>(keys: &[K], header: &str, body: &[u8], now: DateTime<Utc>) -> bool {
    let Some((seconds, codes)) = read(header) else {
        return false;
    };
    let Some(at) = DateTime::from_timestamp(seconds, 0) else {
        return false;
    };
    if (now - at).abs() > TOLERANCE {
        return false;
    }
    keys.iter().any(|key| {
        let mac = mac(key.as_ref(), seconds, body);
        // The comparison takes the same time wherever the codes differ.
        codes
            .iter()
            .any(|code| mac.clone().verify_slice(code).is_ok())
    })
}

fn mac(secret: &[u8], seconds: i64, body: &[u8]) -> Hmac<Sha256> {
    // As HMAC says: a key that is longer than a block is hashed first. Done here, it cannot fail.
    let mut key = Key::<Hmac<Sha256>>::default();
    if secret.len() <= key.len() {
        key[..secret.len()].copy_from_slice(secret);
    } else {
        let digest = Sha256::digest(secret);
        key[..digest.len()].copy_from_slice(&digest);
    }
    let mut mac = Hmac::<Sha256>::new(&key);
    mac.update(seconds.to_string().as_bytes());
    mac.update(b".");
    mac.update(body);
    mac
}

/// One time and at least one code; schemes that we do not know are passed over, as Stripe asks for.
fn read(header: &str) -> Option<(i64, Vec<Vec<u8>>)> {
    let mut seconds = None;
    let mut codes = Vec::new();
    for part in header.split(',') {
        match part.trim().split_once('=')? {
            ("t", _) if seconds.is_some() => return None,
            ("t", value) => seconds = Some(value.parse().ok()?),
            ("v1", value) => codes.push(bytes(value)?),
            _ => {}
        }
    }
    let some = (1..=MOST_CODES).contains(&codes.len());
    some.then_some((seconds?, codes))
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
mod tests;
