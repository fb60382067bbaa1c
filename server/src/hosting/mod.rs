//! What hosts do with their homes: describe them step by step, show them to guests, and take them back.

mod archive;
mod change;
pub mod cities;
mod counts;
mod create;
mod edit;
mod facts;
mod fixed;
mod found;
mod offers;
mod place;
mod preview;
mod pricing;
mod publish;
mod records;
mod save;
mod summary;
mod view;
mod wanted;

pub use archive::archive;
pub use change::Change;
pub use cities::City;
pub use create::create;
pub use domain::hosting::{
    BasicsForm, Missing, PlaceForm, PriceForm, RulesForm, StaysForm, Step, TextForm,
};
pub use edit::edit;
pub use preview::preview;
pub use publish::{pause, publish};
pub use save::save;
pub use view::{EditView, Offer};
