//! Stories of hosts: the calendar of a home, reservations, what a host sees first, and what hosts are paid.

mod dashboard;
mod freeing;
mod house;
mod keeping;
mod month;
mod payouts;
mod race;
mod reservation;
mod reservations;
