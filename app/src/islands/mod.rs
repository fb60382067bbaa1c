//! What is alive in the browser: small leaves that make a working page better, each in a file of its own that is
//! fetched only where it stands. `loader.js` wakes them at the first touch.

pub mod arrange;
pub mod calendar;
pub mod countdown;
pub mod dates;
pub mod gallery;
pub mod keep;
#[cfg(feature = "hydrate")]
mod listening;
pub mod price;
pub mod suggest;
pub mod upload;
