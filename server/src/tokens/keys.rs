//! The keys that sign access tokens: one signs, and the one before it is still believed.

use jsonwebtoken::{DecodingKey, EncodingKey};
use sha2::{Digest, Sha256};

/// Keys of HS256.
#[derive(Clone)]
pub struct Keys {
    current: Vec<u8>,
    previous: Option<Vec<u8>>,
}

impl Keys {
    /// Without a key of its own, one that is derived from the server's secret.
    pub fn new(current: Option<&str>, previous: Option<&str>, secret: &str) -> Self {
        let bytes = |text: &str| text.as_bytes().to_vec();
        Self {
            current: current.map_or_else(|| derived(secret), bytes),
            previous: previous.map(bytes),
        }
    }

    pub(super) fn signing(&self) -> EncodingKey {
        EncodingKey::from_secret(&self.current)
    }

    /// Those that a signature may be of, the current one first.
    pub(super) fn believed(&self) -> impl Iterator<Item = DecodingKey> + '_ {
        let keys = std::iter::once(&self.current).chain(&self.previous);
        keys.map(|key| DecodingKey::from_secret(key))
    }
}

/// What is signed with it must not be good for anything else that the secret signs.
fn derived(secret: &str) -> Vec<u8> {
    Sha256::digest(format!("hbnb access tokens\n{secret}")).to_vec()
}
