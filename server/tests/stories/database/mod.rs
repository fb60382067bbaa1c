//! What the rest takes for granted about the database, on SQLite and on TiDB.

mod migrations;
mod queues;
mod rates;
mod security;
mod servers;
mod statements;
mod transactions;
mod values;
