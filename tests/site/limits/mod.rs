//! Too often: what pages and the API answer then.

mod api;
mod neighbours;
mod pages;
pub mod world;
