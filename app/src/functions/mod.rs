//! Every write that a page offers, as server functions: thin adapters over one operation each. A plain form reaches
//! them through [`crate::forms`], an island or a script through `/sfn/…`; both get the same answer.

pub mod accounts;
pub mod admin;
pub mod bookings;
pub mod calendars;
mod go;
#[cfg(feature = "ssr")]
mod here;
pub mod hosting;
pub mod links;
pub mod next;
pub mod photos;
mod refusal;
pub mod reservations;
pub mod sandbox;
pub mod tokens;

pub use go::Go;
#[cfg(feature = "ssr")]
pub use here::{Here, here, id};
pub use refusal::Refusal;
