//! Access tokens: signed with HS256, good for an hour, unless their user's tokens end before.

use chrono::{DateTime, TimeDelta, Utc};
use jsonwebtoken::{Algorithm, Header, Validation, decode, encode};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::Keys;
use crate::{Error, Result};

/// How long one is good.
pub const LIFETIME: TimeDelta = TimeDelta::hours(1);
const AUDIENCE: &str = "hbnb-api";
const TYPE: &str = "access";

/// What an access token says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Claims {
    /// The user.
    pub sub: Uuid,
    aud: String,
    #[serde(rename = "type")]
    kind: String,
    iat: i64,
    exp: i64,
    /// `users.token_version` when it was issued.
    pub ver: u32,
    /// The log-in that it came from: `refresh_tokens.family`.
    pub fam: Uuid,
}

impl Claims {
    pub fn new(user: Uuid, version: u32, family: Uuid, now: DateTime<Utc>) -> Self {
        Self {
            sub: user,
            aud: AUDIENCE.to_owned(),
            kind: TYPE.to_owned(),
            iat: now.timestamp(),
            exp: (now + LIFETIME).timestamp(),
            ver: version,
            fam: family,
        }
    }
}

pub(super) fn sign(keys: &Keys, claims: &Claims) -> Result<String> {
    encode(&Header::new(Algorithm::HS256), claims, &keys.signing())
        .map_err(|error| Error::Internal(format!("signing a token: {error}")))
}

/// What it says, when one of our keys signed it as an access token for us and its hour is not over.
pub(super) fn proved(keys: &Keys, token: &str, now: DateTime<Utc>) -> Option<Claims> {
    let mut rules = Validation::new(Algorithm::HS256);
    rules.set_audience(&[AUDIENCE]);
    rules.set_required_spec_claims(&["exp", "aud", "sub"]);
    // By our own clock, below: the library knows only the machine's.
    rules.validate_exp = false;
    let claims = keys
        .believed()
        .find_map(|key| decode::<Claims>(token, &key, &rules).ok())?
        .claims;
    (claims.kind == TYPE && claims.exp > now.timestamp()).then_some(claims)
}

#[cfg(test)]
mod tests {
    use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};

    use super::*;

    fn claims(now: DateTime<Utc>) -> Claims {
        Claims::new(Uuid::from_u128(1), 3, Uuid::from_u128(2), now)
    }

    #[test]
    fn a_token_is_good_for_an_hour_by_our_own_clock() {
        let keys = Keys::new(None, None, "a secret");
        let now = DateTime::UNIX_EPOCH;
        let token = sign(&keys, &claims(now)).unwrap();
        let last = now + LIFETIME - TimeDelta::seconds(1);
        assert_eq!(proved(&keys, &token, last), Some(claims(now)));
        assert_eq!(proved(&keys, &token, now + LIFETIME), None);
    }

    #[test]
    fn the_key_before_is_believed_and_no_other() {
        let now = DateTime::UNIX_EPOCH;
        let old = Keys::new(Some("the old key"), None, "a secret");
        let token = sign(&old, &claims(now)).unwrap();
        let rotated = Keys::new(Some("the new key"), Some("the old key"), "a secret");
        assert!(proved(&rotated, &token, now).is_some());
        let gone = Keys::new(Some("the new key"), None, "a secret");
        assert!(proved(&gone, &token, now).is_none());
        assert!(proved(&Keys::new(None, None, "the old key"), &token, now).is_none());
    }

    #[test]
    fn another_algorithm_type_or_audience_proves_nothing() {
        let keys = Keys::new(None, None, "a secret");
        let now = DateTime::UNIX_EPOCH;
        let refused = |change: fn(&mut Claims)| {
            let mut other = claims(now);
            change(&mut other);
            proved(&keys, &sign(&keys, &other).unwrap(), now).is_none()
        };
        assert!(refused(|claims| claims.kind = "refresh".into()));
        assert!(refused(|claims| claims.aud = "somebody else".into()));
        assert!(!refused(|_| {}));
        let token = sign(&keys, &claims(now)).unwrap();
        let body = token.split('.').nth(1).unwrap();
        let none = URL_SAFE_NO_PAD.encode(r#"{"typ":"JWT","alg":"none"}"#);
        assert!(proved(&keys, &format!("{none}.{body}."), now).is_none());
        let longer = encode(
            &Header::new(Algorithm::HS512),
            &claims(now),
            &keys.signing(),
        )
        .unwrap();
        assert!(proved(&keys, &longer, now).is_none());
        assert!(proved(&keys, "", now).is_none() && proved(&keys, "a.b.c", now).is_none());
    }
}
