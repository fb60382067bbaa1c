//! Messages that are signed, and messages that only look like it. The signature is made here from its description alone: HMAC-SHA-256 of
//! time, full stop and body.

use chrono::{DateTime, Utc};
use sha2::{Digest, Sha256};

use crate::chance::Chance;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Forgery {
    WrongSecret,
    /// Signed with what the other endpoint knows.
    OtherEndpoint,
    Stale,
    Future,
    CutSignature,
    CutBody,
    GrownBody,
    OneByteOther,
    /// A good signature under another time.
    OtherTime,
    /// A good signature of another body.
    OtherBody,
    OldScheme,
    NoTime,
    NoCode,
    Empty,
    Missing,
    NotHex,
}

pub const FORGERIES: [Forgery; 16] = [
    Forgery::WrongSecret,
    Forgery::OtherEndpoint,
    Forgery::Stale,
    Forgery::Future,
    Forgery::CutSignature,
    Forgery::CutBody,
    Forgery::GrownBody,
    Forgery::OneByteOther,
    Forgery::OtherTime,
    Forgery::OtherBody,
    Forgery::OldScheme,
    Forgery::NoTime,
    Forgery::NoCode,
    Forgery::Empty,
    Forgery::Missing,
    Forgery::NotHex,
];

/// As it would be posted.
pub struct Letter {
    pub signature: Option<String>,
    pub body: Vec<u8>,
}

impl Letter {
    /// A true message.
    pub fn signed(number: usize, key: &[u8], now: DateTime<Utc>) -> Self {
        let body = message(number, "true");
        Self {
            signature: Some(header(now.timestamp(), &code(key, now.timestamp(), &body))),
            body,
        }
    }

    pub fn forged(
        forgery: Forgery,
        number: usize,
        key: &[u8],
        other_key: &[u8],
        now: DateTime<Utc>,
        chance: &mut Chance,
    ) -> Self {
        let now = now.timestamp();
        let mut body = message(number, "forged");
        let good = code(key, now, &body);
        let far = chance.between(301, 100_000);
        let of_the_time = |at: i64| Some(header(at, &code(key, at, &message(number, "forged"))));
        let signature = match forgery {
            Forgery::WrongSecret => {
                let secret = format!("whsec_{}", chance.next());
                Some(header(now, &code(secret.as_bytes(), now, &body)))
            }
            Forgery::OtherEndpoint => Some(header(now, &code(other_key, now, &body))),
            Forgery::Stale => of_the_time(now - far),
            Forgery::Future => of_the_time(now + far),
            Forgery::CutSignature => {
                let left = chance.below(good.len());
                Some(header(now, &good[..left]))
            }
            Forgery::OtherTime => Some(header(now + chance.between(1, 299), &good)),
            Forgery::OtherBody => {
                Some(header(now, &code(key, now, &message(number + 1, "forged"))))
            }
            Forgery::OldScheme => Some(format!("t={now},v0={good}")),
            Forgery::NoTime => Some(format!("v1={good}")),
            Forgery::NoCode => Some(format!("t={now}")),
            Forgery::Empty => Some(String::new()),
            Forgery::Missing => None,
            Forgery::NotHex => Some(header(now, &"g".repeat(64))),
            Forgery::CutBody | Forgery::GrownBody | Forgery::OneByteOther => {
                spoil(forgery, &mut body, chance);
                Some(header(now, &good))
            }
        };
        Self { signature, body }
    }
}

fn spoil(forgery: Forgery, body: &mut Vec<u8>, chance: &mut Chance) {
    let place = chance.below(body.len());
    match forgery {
        Forgery::CutBody => body.truncate(place),
        Forgery::GrownBody => body.push(b' '),
        _ => body[place] ^= 1,
    }
}

fn message(number: usize, word: &str) -> Vec<u8> {
    serde_json::json!({
        "id": format!("evt_{word}_{number}"),
        "object": "event",
        "type": "payment_intent.succeeded",
        "created": 1_780_300_800,
        "livemode": false,
        "data": { "object": { "id": format!("pi_{word}_{number}"), "object": "payment_intent" } },
    })
    .to_string()
    .into_bytes()
}

fn header(seconds: i64, code: &str) -> String {
    format!("t={seconds},v1={code}")
}

/// The key of the Sandbox's endpoint is made from the site's secret.
pub fn sandbox_key(secret: &str) -> Vec<u8> {
    Sha256::digest(format!("sandbox webhook {secret}")).to_vec()
}

/// RFC 2104, for keys that fit into a block.
fn code(key: &[u8], seconds: i64, body: &[u8]) -> String {
    let padded = |pad: u8| {
        let mut block = [pad; 64];
        for (place, byte) in key.iter().enumerate() {
            block[place] ^= byte;
        }
        block
    };
    let inner = Sha256::new()
        .chain_update(padded(0x36))
        .chain_update(format!("{seconds}."))
        .chain_update(body)
        .finalize();
    let outer = Sha256::new()
        .chain_update(padded(0x5c))
        .chain_update(inner)
        .finalize();
    outer.iter().map(|byte| format!("{byte:02x}")).collect()
}
