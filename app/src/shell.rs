//! From a page function to a response: runs it, puts its view into the document, and says how it may be kept.

mod document;
mod loader;
mod respond;
mod show;
mod site;

pub(crate) use document::escape;
pub(crate) use loader::compact;
pub use respond::respond;
pub(crate) use show::show_as;
pub use show::{Show, show};
pub use site::{Patience, Site};
