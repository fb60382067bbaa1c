//! Requests and their money through the browser's forms: a host accepts, declines and cancels; the site's owner pays hosts. The way
//! through, another's, the wrong state, and everything sent twice.

mod answers;
#[path = "../browser/mod.rs"]
mod browser;
mod cancelling;
mod owner;
// What guests do; not all of it happens here.
#[allow(dead_code)]
#[path = "../../server/tests/bookings/stage.rs"]
mod stage;
#[path = "../../server/tests/support/mod.rs"]
mod support;
mod world;
