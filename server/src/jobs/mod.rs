//! The worker of every server: the outbox and the deadlines.

mod worker;

pub use worker::{run_worker, tick};
