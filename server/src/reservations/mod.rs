//! Bookings as the hosts of their homes see them.

mod days;
mod filter;
mod list;
mod show;
mod view;

pub use crate::bookings::Contact;
pub(crate) use days::today;
pub use list::{list, some};
pub use show::show;
pub use view::{
    Entry, Filter, Guest, HomeChoice, HostMoney, ReservationCard, ReservationView, ReservationsPage,
};
