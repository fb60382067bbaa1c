//! A host's pages through the browser's forms: from nothing to a published home, what is refused, what is nobody else's,
//! and files as browsers send them.

#[path = "../browser/mod.rs"]
mod browser;
#[allow(
    dead_code,
    reason = "its progressive pictures are for the tests of the server"
)]
#[path = "../../server/tests/photos/jpeg.rs"]
mod jpeg;
mod pictures;
mod price;
mod steps;
#[path = "../../server/tests/support/mod.rs"]
mod support;
mod whose;
mod world;
