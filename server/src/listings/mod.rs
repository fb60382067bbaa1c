//! Reading one listing as a visitor sees it.

mod calendar;
mod entries;
mod known;
mod nearest;
mod position;
mod rows;
mod show;
mod view;

pub use entries::{Entry, Offered, entries, entry};
pub use nearest::nearest_free;
pub use show::show;
pub(crate) use show::show_own;
pub use view::{
    AmenityView, Availability, Chosen, Day, DayState, HostView, ListingView, Month, Source, Where,
};
