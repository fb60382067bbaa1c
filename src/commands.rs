//! One file for each command.

pub mod admin;
pub mod import;
pub mod migrate;
pub mod reconcile;
pub mod seed;
pub mod serve;
