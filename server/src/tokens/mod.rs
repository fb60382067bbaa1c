//! Tokens of the API: access and refresh tokens of a log-in, and those that people make for their own programs.
//!
//! The database keeps only hashes. An access token is proved by its signature, and then, like a personal token, by one statement that
//! looks at its user, whose answer is believed for a few seconds: what is ended here is forgotten at once, and elsewhere within
//! [`BELIEVED`].

mod access;
mod callers;
mod end;
mod issue;
mod keys;
mod personal;
mod refresh;
mod row;
mod who;

pub use access::LIFETIME as ACCESS_LIFETIME;
pub use callers::{BELIEVED, Callers};
pub(crate) use end::{count_up, end_all};
pub use end::{delete_expired, log_out};
pub use issue::{Issued, log_in};
pub use keys::Keys;
pub use personal::{Made, PersonalToken, WantedToken, list, make, revoke};
pub use refresh::refresh;
pub use who::{Known, Proof, who};

use sha2::{Digest, Sha256};

/// What the database knows a token by.
fn hash(token: &str) -> Vec<u8> {
    Sha256::digest(token.as_bytes()).to_vec()
}
