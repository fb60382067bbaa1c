//! Everything that runs only on the server and knows no Leptos: operations over the database, and the outside world.

pub mod accounts;
pub mod admin;
pub mod amenities;
pub mod bookings;
pub mod calendars;
pub mod clock;
pub mod context;
pub mod csv;
mod cursors;
pub mod dashboard;
pub mod database;
pub mod drawings;
pub mod entities;
pub mod error;
pub mod hosting;
pub mod idempotency;
pub mod imports;
pub mod interruptions;
pub mod jobs;
pub mod legacy_ids;
pub mod limits;
pub mod listings;
pub mod mail;
pub mod payments;
pub mod photos;
pub mod reservations;
pub mod reviews;
pub mod search;
pub mod seed;
pub mod sessions;
pub mod telemetry;
pub mod tokens;

pub use context::{Context, Environment, Settings};
pub use error::{Error, PROVIDER_AWAY, Result};
