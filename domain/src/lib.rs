//! The rules of the marketplace, pure: money, stays, prices, cancellation, bookings, names and searches.
//!
//! No I/O, no clock, no async: every instant is passed in, so that the price a guest reads in the browser and the
//! price that is charged come from the same function.

#[macro_use]
mod words;

pub mod accounts;
pub mod amenities;
pub mod bookings;
pub mod calendars;
pub mod cancellation;
pub mod error;
pub mod hosting;
pub mod limits;
pub mod listings;
pub mod money;
pub mod photos;
pub mod places;
pub mod pricing;
pub mod refunds;
pub mod reservations;
pub mod reviews;
pub mod search;
pub mod stays;
pub mod text;
pub mod tokens;

pub use error::{Error, FieldError};
pub use money::{Currency, Money};
pub use pricing::{Pricing, Quote};
pub use search::SearchQuery;
pub use stays::Stay;

/// The result of every rule.
pub type Result<T> = std::result::Result<T, Error>;
