//! Stories of mail: who is written what and when, how it leaves, and what its links do.

mod confirming;
pub mod desk;
mod leaving;
mod resetting;
mod server;
mod stays;
mod twice;
