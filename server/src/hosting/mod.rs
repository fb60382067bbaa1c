//! What hosts do with their homes: describe them step by step, show them to guests, and take them back.

mod archive;
mod change;
pub mod cities;
mod confirm;
mod counts;
mod create;
pub(crate) mod defaults;
mod edit;
mod facts;
mod fixed;
mod found;
mod offering;
mod offers;
mod place;
mod post;
mod preview;
mod pricing;
mod publish;
mod records;
mod remove;
mod revise;
mod ruled;
mod save;
mod summary;
mod view;
mod wanted;

pub use archive::archive;
pub use change::Change;
pub use cities::City;
pub use confirm::confirm;
pub use create::create;
pub use domain::hosting::{
    BasicsForm, Missing, PlaceForm, PriceForm, RulesForm, StaysForm, Step, TextForm,
};
pub use edit::edit;
pub use offering::{offer, withdraw};
pub use post::{PostHome, post};
pub use preview::preview;
pub use publish::{pause, publish};
pub use remove::remove;
pub use revise::{Revision, revise};
pub use save::save;
pub use view::{EditView, Offer};
