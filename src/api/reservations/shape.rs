//! Reservations as a host's programs read them.

use chrono::{DateTime, NaiveDate, Utc};
use domain::bookings::State;
use serde::Serialize;
use server::{
    bookings::HistoryEntry,
    reservations::{Guest, ReservationCard, ReservationView},
};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::api::{
    money::{Amount, major},
    quotes::StepBody,
};

/// A reservation in a list.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ReservationListed)]
pub(super) struct ReservationRow {
    id: Uuid,
    place_id: Uuid,
    place_title: String,
    /// The guest's first name.
    guest: String,
    check_in_date: NaiveDate,
    check_out_date: NaiveDate,
    guests: u32,
    /// Major units.
    total_price: f64,
    total_minor: i64,
    currency: String,
    status: String,
    state: String,
    booked_at: DateTime<Utc>,
    /// Until when you answer; only of a request that waits.
    respond_by: Option<DateTime<Utc>>,
}

impl From<ReservationCard> for ReservationRow {
    fn from(card: ReservationCard) -> Self {
        let (status, state) = words(card.state);
        Self {
            id: card.id,
            place_id: card.home.id,
            place_title: card.home.title,
            guest: card.guest,
            check_in_date: card.stay.check_in,
            check_out_date: card.stay.check_out,
            guests: card.guests,
            total_price: major(card.total),
            total_minor: card.total.minor,
            currency: card.total.currency.code().to_owned(),
            status,
            state,
            booked_at: card.booked_at,
            respond_by: card.respond_by,
        }
    }
}

/// A reservation.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Reservation)]
pub(super) struct ReservationBody {
    id: Uuid,
    place_id: Uuid,
    place_title: String,
    guest: GuestBody,
    check_in_date: NaiveDate,
    check_out_date: NaiveDate,
    guests: u32,
    status: String,
    state: String,
    currency: String,
    /// What the guest pays, in major units.
    total_price: f64,
    total_minor: i64,
    lines: Vec<Amount>,
    /// Your share of what was taken so far.
    net: f64,
    net_minor: i64,
    /// What the guest gets back on cancelling, when.
    cancellation: Vec<StepBody>,
    booked_at: DateTime<Utc>,
    /// Until when you answer; only of a request that waits.
    respond_by: Option<DateTime<Utc>>,
    /// Why it was declined or cancelled, in the words of who did.
    reason: Option<String>,
    /// Oldest first.
    history: Vec<HappenedBody>,
}

/// Who comes.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ReservationGuest)]
struct GuestBody {
    /// The first name; both once the stay is confirmed.
    name: String,
    /// Once the stay is confirmed, unless it was cancelled.
    email: Option<String>,
    phone_number: Option<String>,
}

/// One thing that happened.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Happened)]
struct HappenedBody {
    at: DateTime<Utc>,
    state: String,
    sentence: String,
}

impl From<ReservationView> for ReservationBody {
    fn from(view: ReservationView) -> Self {
        let (status, state) = words(view.state);
        let total = view.quote.total_money();
        let lines = view.quote.lines.iter();
        Self {
            id: view.id,
            place_id: view.home.id,
            place_title: view.home.title,
            guest: view.guest.into(),
            check_in_date: view.stay.check_in,
            check_out_date: view.stay.check_out,
            guests: view.guests,
            status,
            state,
            currency: total.currency.code().to_owned(),
            total_price: major(total),
            total_minor: total.minor,
            lines: lines
                .map(|line| Amount::of(line.label.as_str(), view.quote.money(line.amount)))
                .collect(),
            net: major(view.money.net),
            net_minor: view.money.net.minor,
            cancellation: view.cancellation.into_iter().map(StepBody::from).collect(),
            booked_at: view.booked_at,
            respond_by: view.respond_by,
            reason: view.reason,
            history: view.history.into_iter().map(HappenedBody::from).collect(),
        }
    }
}

impl From<Guest> for GuestBody {
    fn from(guest: Guest) -> Self {
        let (email, phone_number) = match guest.contact {
            Some(contact) => (Some(contact.email), contact.phone),
            None => (None, None),
        };
        Self {
            name: guest.name,
            email,
            phone_number,
        }
    }
}

impl From<HistoryEntry> for HappenedBody {
    fn from(entry: HistoryEntry) -> Self {
        Self {
            at: entry.at,
            state: entry.state.as_str().to_owned(),
            sentence: entry.sentence,
        }
    }
}

/// Status and state.
fn words(state: State) -> (String, String) {
    (
        state.status().as_str().to_owned(),
        state.as_str().to_owned(),
    )
}
