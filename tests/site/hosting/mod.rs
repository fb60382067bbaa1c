//! A host's pages through the browser's forms: from nothing to a published home, what is refused, what is nobody else's,
//! and files as browsers send them.

mod long;
mod pictures;
mod price;
mod steps;
mod whose;
pub mod world;
