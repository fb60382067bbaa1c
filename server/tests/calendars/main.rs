//! Stories of hosts: the calendar of a home, reservations, what a host sees first, and what hosts are paid.

#[path = "../support/mod.rs"]
mod support;

// What guests do; not all of it happens here.
#[allow(dead_code)]
#[path = "../bookings/stage.rs"]
mod stage;

mod dashboard;
mod freeing;
mod house;
mod keeping;
mod month;
mod payouts;
mod race;
mod reservation;
mod reservations;
