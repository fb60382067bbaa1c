//! Finding places and listings.

mod view;

pub use view::{Card, Count, Emptied, Home, PlaceHit, PlaceKind, Rating, SearchPage, StayTotal, Weekend};
