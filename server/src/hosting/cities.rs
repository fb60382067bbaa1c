//! The cities that a host can name without typing coordinates.

pub use crate::imports::gazetteer::{City, search};
