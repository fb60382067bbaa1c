//! Signatures of the Sandbox's webhooks: Stripe's form, with a key made from the site's secret.

use chrono::{DateTime, Utc};
use sha2::{Digest, Sha256};

use crate::payments::signature;

/// The header that carries it.
pub const HEADER: &str = "sandbox-signature";

/// Signs the raw bytes of a body.
pub fn sign(secret: &str, at: DateTime<Utc>, body: &[u8]) -> String {
    signature::sign(&key(secret), at, body)
}

/// The same secret signs other things too: the label keeps their signatures apart.
pub(crate) fn key(secret: &str) -> [u8; 32] {
    Sha256::digest(format!("sandbox webhook {secret}")).into()
}
