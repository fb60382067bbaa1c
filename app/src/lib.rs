//! The pages of HBnB: what a browser is shown, what its forms do, and the islands that make them better.
//!
//! A page is data first, then a view: [`pages`] call one operation of `server` and render Leptos components to one
//! complete document. Only [`islands`] and the stubs of [`functions`] are also compiled to WASM.

pub mod functions;
pub mod islands;

#[cfg(feature = "ssr")]
pub mod components;
#[cfg(feature = "ssr")]
pub mod errors;
#[cfg(feature = "ssr")]
pub mod forms;
#[cfg(feature = "ssr")]
pub mod page;
#[cfg(feature = "ssr")]
pub mod pages;
#[cfg(feature = "ssr")]
pub mod photos_upload;
#[cfg(feature = "ssr")]
pub mod pictures;
#[cfg(feature = "ssr")]
pub mod routes;
#[cfg(feature = "ssr")]
pub mod security;
#[cfg(feature = "ssr")]
pub mod shell;
#[cfg(feature = "ssr")]
pub mod visit;
