//! Reading one listing as a visitor sees it.

mod view;

pub use view::{
    AmenityView, Availability, Chosen, Day, DayState, HostView, ListingView, Month, PhotoView, Source, Where,
};
