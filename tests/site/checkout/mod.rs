//! Holding, paying and the trip through the browser's forms: the way through, wrong guests, wrong states, and everything
//! sent twice.

mod hold;
mod pay;
mod standing;
pub mod world;
