//! What a host sees of bookings: the list, and one of them. Never how to reach a guest whose stay is not confirmed.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use domain::{
    bookings::{State, Who},
    cancellation::{Policy, Step},
    money::Money,
    pricing::Quote,
    reservations::When,
    stays::Stay,
};
use uuid::Uuid;

use crate::bookings::{Contact, HistoryEntry, Home};

/// Which bookings are listed: what the address of the page says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filter {
    pub when: When,
    /// Those of one home alone.
    pub home: Option<Uuid>,
    /// After the last one of the page before: `ReservationsPage::next`.
    pub after: Option<String>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct ReservationsPage {
    /// The host's homes, the one that is filtered by among them: at most a hundred, by title.
    pub homes: Vec<HomeChoice>,
    /// At most 25. Upcoming and current ones by arrival, the others the latest first.
    pub reservations: Vec<ReservationCard>,
    /// `Filter::after` of the next page.
    pub next: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HomeChoice {
    pub id: Uuid,
    pub title: String,
}

#[derive(Debug, Clone, PartialEq)]
pub struct ReservationCard {
    pub id: Uuid,
    pub home: Home,
    /// The guest's first name.
    pub guest: String,
    pub stay: Stay,
    pub guests: u32,
    pub total: Money,
    pub state: State,
    pub booked_at: DateTime<Utc>,
    /// Until when the host answers; only while this is a request that waits.
    pub respond_by: Option<DateTime<Utc>>,
    /// It came when HBnB moved: it was paid for there, and a request has no deadline.
    pub imported: bool,
}

/// One booking, for the host of its home.
#[derive(Debug, Clone, PartialEq)]
pub struct ReservationView {
    pub id: Uuid,
    pub home: Home,
    pub guest: Guest,
    pub stay: Stay,
    pub guests: u32,
    pub state: State,
    pub timezone: Tz,
    /// Minutes since midnight, the home's own time, as promised at booking.
    pub check_in_from: u32,
    pub check_in_until: u32,
    pub check_out_by: u32,
    /// As they were at booking.
    pub house_rules: String,
    /// What the guest pays.
    pub quote: Quote,
    pub policy: Policy,
    /// What the guest gets back on cancelling, when; empty once nothing can be cancelled.
    pub cancellation: Vec<Step>,
    pub money: HostMoney,
    /// Oldest first.
    pub history: Vec<HistoryEntry>,
    pub booked_at: DateTime<Utc>,
    /// When a hold ends that is not paid; none in every other state.
    pub hold_expires_at: Option<DateTime<Utc>>,
    /// As agreed at the hold: nobody has to accept.
    pub instant_book: bool,
    /// Until when the host answers; only while this is a request that waits.
    pub respond_by: Option<DateTime<Utc>>,
    /// Somebody cancelled while the payment was being taken: it ends as of then.
    pub cancel_asked: bool,
    /// Who cancelled, or asked for it.
    pub cancelled_by: Option<Who>,
    /// Why it was declined or cancelled, in the words of who did.
    pub reason: Option<String>,
    /// The guest's bank disputes the payment.
    pub disputed: bool,
    /// It came when HBnB moved: it was paid for there, and a request has no deadline.
    pub imported: bool,
    /// It came without its nights, because somebody else has them.
    pub overlaps: bool,
}

impl ReservationView {
    /// A request that waits for the host's answer.
    pub fn is_request(&self) -> bool {
        self.respond_by.is_some() || (self.imported && self.state == State::Authorized)
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guest {
    /// First name; first and last once the stay is confirmed.
    pub name: String,
    /// In their own words, as far as they say it.
    pub home_location: Option<String>,
    pub about: Option<String>,
    /// Only while the stay is confirmed and after it.
    pub contact: Option<Contact>,
}

/// What the ledger says of the host's share.
#[derive(Debug, Clone, PartialEq)]
pub struct HostMoney {
    /// The sum of the entries; zero before money was taken.
    pub net: Money,
    /// Oldest first.
    pub entries: Vec<Entry>,
}

/// A movement of money on the host's account.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    pub at: DateTime<Utc>,
    /// "Paid by the guest"
    pub label: String,
    /// Negative when it went back.
    pub amount: Money,
}
