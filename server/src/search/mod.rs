//! Finding places and listings.

mod cards;
mod emptied;
mod filters;
mod home;
mod order;
mod page;
mod place_rows;
mod places;
mod samples;
mod view;
mod zones;

pub use home::home;
pub use page::{search, search_for};
pub(crate) use place_rows::join_place;
pub use places::suggest;
pub use samples::samples_are_shown;
pub use view::{
    Card, Count, Emptied, Home, PlaceHit, PlaceKind, Rating, SearchPage, StayTotal, Weekend,
};
