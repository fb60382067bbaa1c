//! Too often: what pages and the API answer then.

mod api;
mod pages;
pub mod world;
