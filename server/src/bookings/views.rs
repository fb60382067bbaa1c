//! What a guest sees of a booking: at checkout, in the list of trips, on the page of one trip; and what both sides see before
//! they cancel.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use domain::{
    bookings::{State, Who},
    calendars::Nights,
    cancellation::{Policy, Step},
    listings::{Kind, Property},
    money::Money,
    pricing::Quote,
    stays::Stay,
};
use uuid::Uuid;

use super::RefundView;
use crate::photos::Picture;

/// The home of a booking, as every view shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct Home {
    pub id: Uuid,
    pub title: String,
    /// "Leith, Edinburgh"
    pub place_name: String,
    pub kind: Kind,
    pub property: Property,
    pub cover: Picture,
}

/// The checkout page: a hold that waits for its payment, or what became of it.
#[derive(Debug, Clone, PartialEq)]
pub struct CheckoutView {
    pub id: Uuid,
    pub home: Home,
    /// Stored with the hold and immutable: stay, guests, lines and total as they will be charged.
    pub quote: Quote,
    pub policy: Policy,
    /// What comes back when, if the booking were confirmed now.
    pub cancellation: Vec<Step>,
    pub timezone: Tz,
    pub state: State,
    /// Why the hold ended or is ending, as a sentence; none while it can become a stay.
    pub ended_because: Option<String>,
    pub hold_expires_at: DateTime<Utc>,
    /// Seconds until the hold ends; 0 when its time is over.
    pub seconds_left: i64,
    /// Why the last card was not taken, as a sentence.
    pub last_error: Option<String>,
    pub declined_cards: u32,
    /// The payment provider's name: "sandbox" or "stripe".
    pub provider: &'static str,
    /// As agreed at the hold: no host has to accept.
    pub instant_book: bool,
    /// Until when the host would answer a request sent now; none with instant book.
    pub respond_by: Option<DateTime<Utc>>,
}

impl CheckoutView {
    /// Whether the button that leads to the provider works.
    pub fn payable(&self) -> bool {
        self.state == State::Held && self.seconds_left > 0
    }
}

/// The bookings of a guest, without holds that were never paid for.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Trips {
    /// Soonest first; holds that wait for payment are among them.
    pub upcoming: Vec<TripCard>,
    /// Latest first.
    pub past: Vec<TripCard>,
    /// Every end but a completed stay, latest first.
    pub cancelled: Vec<TripCard>,
    /// Whether there are older ones that are not among these.
    pub more: bool,
}

#[derive(Debug, Clone, PartialEq)]
pub struct TripCard {
    pub id: Uuid,
    pub home: Home,
    pub stay: Stay,
    pub guests: u32,
    pub total: Money,
    pub state: State,
    /// As agreed at the hold: no host has to accept.
    pub instant_book: bool,
    /// Until when the host answers; only while this is a request that waits.
    pub respond_by: Option<DateTime<Utc>>,
    /// It came when HBnB moved: it was paid for there, and a request has no deadline.
    pub imported: bool,
}

/// One booking, for the guest who made it.
#[derive(Debug, Clone, PartialEq)]
pub struct TripView {
    pub id: Uuid,
    pub home: Home,
    /// The host's first name; of a sample home the name its source gives.
    pub host_name: Option<String>,
    /// The source of a sample home, "Inside Airbnb"; none when a host of ours published it.
    pub source: Option<String>,
    pub stay: Stay,
    pub guests: u32,
    pub state: State,
    pub timezone: Tz,
    /// Minutes since midnight, the home's own time.
    pub check_in_from: u32,
    pub check_in_until: u32,
    pub check_out_by: u32,
    pub house_rules: String,
    /// Only while the stay is confirmed.
    pub arrival: Option<Arrival>,
    pub quote: Quote,
    pub policy: Policy,
    pub cancellation: Vec<Step>,
    /// Present once money was taken.
    pub receipt: Option<Receipt>,
    /// Oldest first.
    pub history: Vec<HistoryEntry>,
    pub booked_at: DateTime<Utc>,
    /// As agreed at the hold: no host has to accept.
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
    /// Oldest first.
    pub refunds: Vec<RefundView>,
    /// How to reach the host; only while the stay is confirmed, and never of a sample home.
    pub host_contact: Option<Contact>,
    /// It came when HBnB moved: it was paid for there, and a request has no deadline.
    pub imported: bool,
}

impl TripView {
    /// A request that waits for the host's answer.
    pub fn is_request(&self) -> bool {
        self.respond_by.is_some() || (self.imported && self.state == State::Authorized)
    }
}

/// How one side of a confirmed stay reaches the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    /// First name and last.
    pub name: String,
    pub email: String,
    pub phone: Option<String>,
}

/// Where the home is and how to get in.
#[derive(Debug, Clone, PartialEq)]
pub struct Arrival {
    pub address: String,
    pub latitude: f64,
    pub longitude: f64,
    pub notes: String,
    /// `users.phone` of the host, for the days around the stay; none for a sample home.
    pub host_phone: Option<String>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Receipt {
    /// Short and stable, "HB-1A2B3C4D".
    pub number: String,
    pub guest_name: String,
    pub paid: Money,
    pub paid_at: DateTime<Utc>,
    /// "sandbox" or "stripe"
    pub provider: String,
    /// The provider's own id of the payment.
    pub payment_id: String,
}

#[derive(Debug, Clone, PartialEq)]
pub struct HistoryEntry {
    pub at: DateTime<Utc>,
    pub state: State,
    /// A sentence: what happened, and by whom.
    pub sentence: String,
}

/// What cancelling now would do, for the guest of a booking or the host of its home.
#[derive(Debug, Clone, PartialEq)]
pub struct CancelView {
    pub id: Uuid,
    /// Who looks, and so would cancel: `Guest` or `Host`.
    pub by: Who,
    pub home: Home,
    /// The first name of the guest, for the host; of the host, for the guest, when there is one.
    pub other: Option<String>,
    pub stay: Stay,
    pub guests: u32,
    /// `Confirmed`, or `Capturing`: then the payment is taken first and given back as of now.
    pub state: State,
    pub timezone: Tz,
    pub policy: Policy,
    /// What comes back to the guest: the form carries it, and it is made to the last unit.
    pub refund: Money,
    /// What of the price does not come back.
    pub kept: Money,
    /// The price, less what comes back of it, line by line.
    pub lines: Vec<(String, Money)>,
    /// Who keeps what; none of them is zero.
    pub kept_lines: Vec<(String, Money)>,
    /// The nights that stay blocked when a host cancels a stay under way.
    pub blocked: Option<Nights>,
    /// What the policy says now; none when the host cancels.
    pub step: Option<Step>,
    /// What it will say from now on, this one first; empty when the host cancels.
    pub steps: Vec<Step>,
    /// It came when HBnB moved: what comes back is given back by hand.
    pub imported: bool,
}

/// What came of cancelling.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cancelled {
    /// What comes back, as the form said.
    pub refund: Money,
    /// `Cancelled`, or `Capturing` while the payment is still being taken.
    pub state: State,
}
