//! What a guest sees of a booking: at checkout, in the list of trips, and on the page of one trip.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use domain::{
    bookings::State,
    cancellation::{Policy, Step},
    listings::{Kind, Property},
    money::Money,
    pricing::Quote,
    stays::Stay,
};
use uuid::Uuid;

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
