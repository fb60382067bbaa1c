//! The whole program, from a request to its answer: one test program for all. Those of one kind by their folder's name:
//! `cargo test --test site checkout::`.

mod browser;
mod client;
#[path = "../../server/tests/stories/photos/jpeg.rs"]
#[allow(
    dead_code,
    reason = "its progressive pictures are for the tests of the server"
)]
mod jpeg;
#[path = "../../server/tests/stories/stage.rs"]
#[allow(
    dead_code,
    reason = "most of what guests do happens in the server's stories"
)]
mod stage;
#[path = "../../server/tests/stories/support/mod.rs"]
mod support;

mod account_api;
mod accounts;
mod booking_api;
mod checkout;
mod document;
mod draining;
mod host_pages;
mod hosting;
mod idempotency;
mod limits;
mod mail;
mod matrix;
mod moving;
mod one_price;
mod pictures;
mod place_api;
mod public_pages;
mod requests;
mod search;
mod security;
mod starting;
mod startup;
mod tour;
mod trips;
