//! The pieces that pages are made of. Each is a function from plain data to HTML; none touches the database.

pub mod amenity_icon;
pub mod bill;
pub mod card;
pub mod coming_back;
pub mod dates;
pub mod drawing;
pub mod field;
pub mod footer;
pub mod header;
pub mod history;
pub mod icon;
pub mod movements;
pub mod picture;
pub mod pill;
pub mod rating;
pub mod time_left;
pub mod timeline;
pub mod toast;

pub use field::{ErrorSummary, Field};
pub use icon::{Icon, icon};
