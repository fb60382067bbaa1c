//! Stories of reviews: who may write one, what becomes of the home's rating, and what others read.

mod changing;
mod reading;
pub mod said;
mod writing;

pub use reading::kept;
