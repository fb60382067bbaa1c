//! What is alive in the browser: small leaves that make a working page better, each in a file of its own that is
//! fetched only where it stands. `loader.js` wakes them at the first touch.

#[cfg(feature = "hydrate")]
mod arrange;
#[cfg(feature = "hydrate")]
mod calendar;
pub mod countdown;
pub mod dates;
pub mod gallery;
pub mod host;
#[cfg(feature = "hydrate")]
mod keep;
#[cfg(feature = "hydrate")]
mod listening;
pub mod price;
pub mod suggest;
#[cfg(feature = "hydrate")]
mod upload;
