//! Bookings as the hosts of their homes see them.

mod view;

pub use view::{
    Contact, Entry, Filter, Guest, HomeChoice, HostMoney, ReservationCard, ReservationView,
    ReservationsPage,
};
