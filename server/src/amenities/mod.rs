//! What homes can offer: read by everybody, named by anybody who is logged in, changed and taken away by admins.

mod change;
mod create;
mod locked;
mod read;
mod remove;

pub use change::{ChangeAmenity, change};
pub use create::{CreateAmenity, create};
pub(crate) use read::same;
pub use read::{all, one};
pub use remove::remove;
