//! What can go wrong in an operation: what a user may read, and what is only logged.

use sea_orm::DbErr;

/// The result of every operation.
pub type Result<T> = std::result::Result<T, Error>;

/// What people read when the payment provider was not reached.
pub const PROVIDER_AWAY: &str = "The payment provider cannot be reached at the moment. What you hold stays held, and nothing was charged: try again in a minute.";

/// An operation's failure. Only `User` is shown as it is, and for `Gateway` people read [`PROVIDER_AWAY`]; the rest is logged and
/// becomes a plain sentence with a request id.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("{0}")]
    User(#[from] domain::Error),
    #[error("database: {0}")]
    Database(#[from] DbErr),
    #[error("payment provider: {0}")]
    Gateway(String),
    #[error("mail server: {0}")]
    Mail(String),
    #[error("internal: {0}")]
    Internal(String),
}
