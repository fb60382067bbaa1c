//! Holding, paying and the trip through the browser's forms: the way through, wrong guests, wrong states, and everything
//! sent twice.

#[path = "../browser/mod.rs"]
mod browser;
mod hold;
mod pay;
mod standing;
#[path = "../../server/tests/support/mod.rs"]
mod support;
mod world;
