//! The worker of every server: the outbox and the deadlines.

mod holds;
pub mod outbox;
mod requests;
mod stays;
mod worker;

pub(crate) use holds::end_overlapping;
pub use worker::{run_worker, tick};
