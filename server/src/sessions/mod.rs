//! Browser sessions: our store for tower-sessions, and what a session holds.
//!
//! The database keeps only the SHA-256 of a session's id, so that nobody who reads it can take over a session. A session ends after
//! 14 days without a request, and after 60 days in any case. What it says of its user is read with it, in one statement, from
//! the user's own row: a right that was taken away, or an account that was closed, counts from the next request on.

mod content;
mod cookie;
mod ending;
mod row;
mod store;

pub use content::{actor, answer_by, hash_of, is_host, keep, sign_in, sign_out};
pub use cookie::layer;
pub use ending::{delete_expired, end_others};
pub use store::Store;

use sha2::{Digest, Sha256};
use tower_sessions::session::Id;

/// What the database knows a session by.
fn hash(id: &Id) -> Vec<u8> {
    Sha256::digest(id.0.to_le_bytes()).to_vec()
}
