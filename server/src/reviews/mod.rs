//! What guests say of homes they have stayed at: written once for each home, changed and taken back by their author or an
//! admin, and counted in the home's rating.

mod change;
mod list;
mod locked;
mod remove;
pub(crate) mod standing;
mod view;
mod write;

pub use change::{ChangeReview, change};
pub(crate) use list::newest;
pub use list::{Position, Reviews, all, of_home, one};
pub use remove::remove;
pub use view::ReviewView;
pub use write::{WriteReview, write};
