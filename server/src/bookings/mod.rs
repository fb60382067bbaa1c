//! Holding, paying for, answering, cancelling and looking at stays.

mod answer;
mod cancel;
mod checkout;
mod claim;
mod end;
mod facts;
pub(crate) mod history;
mod hold;
pub(crate) mod homes;
mod ics;
mod imported;
mod intend;
mod limits;
mod nights;
mod own_nights;
mod pay;
pub(crate) mod records;
mod refunded;
mod release;
mod transition;
mod trip;
mod trips;
mod views;

pub(crate) use answer::lapse;
pub use answer::{accept, decline, nothing_to_answer, withdraw};
pub(crate) use cancel::as_asked;
pub use cancel::{cancel, cancel_preview};
pub use checkout::checkout;
pub use claim::{Claim, Claimed, claim};
pub use end::{end, end_by_host};
pub use facts::{Facts, FactsPage, Wanted, WhenLeft, booked_at, booked_by, exists, facts};
pub use hold::{HoldRequest, hold};
pub use ics::ics;
pub use intend::{Intend, Intended, intend};
pub use own_nights::{OwnNights, own_nights};
pub use pay::{pay, pay_by_card, returned};
pub use refunded::RefundView;
pub(crate) use release::let_go;
pub use release::release;
pub use transition::{By, transition};
pub use trip::trip;
pub(crate) use trips::is_open_or_was_paid_for;
pub use trips::trips;
pub use views::{
    Arrival, CancelView, Cancelled, CheckoutView, Contact, HistoryEntry, Home, Receipt, TripCard,
    TripView, Trips,
};
