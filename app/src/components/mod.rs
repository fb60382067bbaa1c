//! The pieces that pages are made of. Each is a function from plain data to HTML; none touches the database.

pub mod field;
pub mod footer;
pub mod header;
pub mod icon;

pub use field::{ErrorSummary, Field};
pub use icon::{Icon, icon};
