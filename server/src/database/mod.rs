//! Connecting to SQLite or TiDB, and transactions that are safe on both.

mod address;
mod connect;
mod errors;
mod transaction;

pub use address::Address;
pub use connect::{ConnectError, connect};
pub use errors::{is_duplicate, is_transient};
pub use transaction::{Transaction, transaction};
