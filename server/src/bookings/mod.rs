//! Holding, paying for, releasing and looking at stays.

mod checkout;
pub(crate) mod history;
mod hold;
pub(crate) mod homes;
mod ics;
mod limits;
mod nights;
mod pay;
pub(crate) mod records;
mod release;
mod transition;
mod trip;
mod trips;
mod views;

pub use checkout::checkout;
pub use hold::{HoldRequest, hold};
pub use ics::ics;
pub use pay::{pay, returned};
pub use release::release;
pub(crate) use release::withdraw;
pub use transition::{By, transition};
pub use trip::trip;
pub(crate) use trips::is_open_or_was_paid_for;
pub use trips::trips;
pub use views::{
    Arrival, CancelView, Cancelled, CheckoutView, Contact, HistoryEntry, Home, Receipt, TripCard,
    TripView, Trips,
};
