//! Connecting to SQLite or TiDB, and transactions that are safe on both.

mod address;
mod connect;
mod errors;
mod refusal;
pub(crate) mod rows;
mod tls;
mod transaction;

pub use address::Address;
pub use connect::connect;
pub use errors::{is_duplicate, is_transient};
pub use refusal::ConnectError;
pub use transaction::{Transaction, repeatable, transaction};
