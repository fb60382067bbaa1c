//! What a guest does with a booking through the browser's forms: withdraw a request, cancel a stay, read where the money
//! is; with wrong guests, wrong states, and everything sent twice.

#[path = "../browser/mod.rs"]
mod browser;
mod cancel;
mod money;
mod request;
#[path = "../../server/tests/support/mod.rs"]
mod support;
mod whose;
#[path = "../checkout/world.rs"]
mod world;
