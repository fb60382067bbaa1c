//! Stories of mail: who is written what and when, how it leaves, and what its links do.

#[path = "../support/mod.rs"]
mod support;

// What guests do; only some of it happens here.
#[allow(dead_code)]
#[path = "../bookings/stage.rs"]
mod stage;

mod confirming;
mod desk;
mod leaving;
mod resetting;
mod server;
mod stays;
mod twice;
