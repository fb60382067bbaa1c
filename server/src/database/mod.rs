//! Connecting to SQLite or TiDB, and transactions that are safe on both.
