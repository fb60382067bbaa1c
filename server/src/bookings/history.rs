//! A booking's history, and why it ended, in sentences for its guest.

use domain::bookings::{State, Who};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::{HistoryEntry, records};
use crate::{
    Result,
    entities::{booking_events, bookings},
};

/// Why a hold ended that its guest let go; the reason is another when the host took the home off the site.
pub(super) const LET_GO: &str = "The guest let it go.";
/// Why a request ended that its guest withdrew.
pub(super) const WITHDRAWN: &str = "The guest withdrew the request.";
/// How a request comes to its host.
pub(crate) const REQUESTED: &str = "The card was authorised and the host was asked.";
/// Why a request ended that nobody answered.
pub(crate) const UNANSWERED: &str = "The host did not answer in time.";

/// How a booking of the replaced system came here: its first step, and the only one with this reason.
pub(crate) const IMPORTED: &str = "It came over when HBnB moved.";

const BY_GUEST: &str = "The guest cancelled.";
const BY_HOST: &str = "The host cancelled.";

/// What stands in the history when who cancelled did not say why.
pub(super) fn cancelled(who: Who) -> &'static str {
    match who {
        Who::Host => BY_HOST,
        _ => BY_GUEST,
    }
}

/// One step of a booking.
pub(crate) struct Step {
    pub from: Option<State>,
    pub to: State,
    pub who: Who,
    pub reason: String,
}

impl Step {
    fn of(event: booking_events::Model) -> Option<Self> {
        Some(Self {
            from: State::parse(&event.from_state),
            to: State::parse(&event.to_state)?,
            who: Who::parse(&event.actor_kind).unwrap_or(Who::System),
            reason: event.reason,
        })
    }

    /// `sentence` and, when somebody said why, their words.
    pub(crate) fn quoting(&self, sentence: &str) -> String {
        if self.reason.is_empty() || [BY_GUEST, BY_HOST].contains(&self.reason.as_str()) {
            return format!("{sentence}.");
        }
        format!("{sentence}: “{}”", self.reason)
    }
}

/// Oldest first, as its guest reads it.
pub(super) async fn history(
    conn: &impl ConnectionTrait,
    booking: Uuid,
) -> Result<Vec<HistoryEntry>> {
    told(conn, booking, sentence).await
}

/// Oldest first, in the sentences that `sentence` makes of each step.
pub(crate) async fn told(
    conn: &impl ConnectionTrait,
    booking: Uuid,
    sentence: fn(&Step) -> String,
) -> Result<Vec<HistoryEntry>> {
    let events = booking_events::Entity::find()
        .filter(booking_events::Column::BookingId.eq(booking))
        .order_by_asc(booking_events::Column::Version)
        .all(conn)
        .await?;
    let moved = events.first().is_some_and(|event| event.reason == IMPORTED);
    let sentence: fn(&Step) -> String = if moved { moved_sentence } else { sentence };
    let entries = events.into_iter().filter_map(|event| {
        let at = event.at;
        let step = Step::of(event)?;
        Some(HistoryEntry {
            at,
            state: step.to,
            sentence: sentence(&step),
        })
    });
    Ok(entries.collect())
}

/// What both sides read of a booking whose money the replaced system took: nothing of a card, and nothing of charging.
fn moved_sentence(step: &Step) -> String {
    match step.to {
        _ if step.reason == IMPORTED => IMPORTED,
        State::Capturing => "The host accepted.",
        State::Confirmed => "The stay is confirmed.",
        State::Completed => "The guest checked out.",
        State::Declined => return step.quoting("The host declined"),
        State::Cancelled if step.who == Who::Host => return step.quoting("The host cancelled"),
        State::Cancelled => return step.quoting("The guest cancelled"),
        _ => return step.reason.clone(),
    }
    .to_owned()
}

/// Why the booking ended or is ending, as a sentence for its guest; `None` while it goes on, and when the guest ended it.
pub(super) async fn ending(
    conn: &impl ConnectionTrait,
    booking: &bookings::Model,
) -> Result<Option<String>> {
    let state = records::state(booking)?;
    if state == State::Completed || !(state.is_final() || state == State::Expiring) {
        return Ok(None);
    }
    // That a hold which was ending has ended says nothing of why.
    let tells = Condition::any()
        .add(booking_events::Column::FromState.ne(State::Expiring.as_str()))
        .add(booking_events::Column::ToState.ne(State::Expired.as_str()));
    let event = booking_events::Entity::find()
        .filter(booking_events::Column::BookingId.eq(booking.id))
        .filter(tells)
        .order_by_desc(booking_events::Column::Version)
        .one(conn)
        .await?;
    let step = event.and_then(Step::of);
    Ok(step
        .filter(|step| step.who != Who::Guest)
        .map(|step| match step.to {
            State::Declined | State::Cancelled => sentence(&step),
            _ => step.reason,
        }))
}

/// Where the way there matters the reason is told too.
fn sentence(step: &Step) -> String {
    match step.to {
        State::Held => "You held the home for fifteen minutes.",
        State::Authorized if step.reason == REQUESTED => {
            "Your card was authorised and the host was asked. Nothing is charged before they accept."
        }
        State::Authorized => "Your card was authorised.",
        State::Capturing if step.who == Who::Host => {
            "The host accepted, and the payment is being taken."
        }
        State::Capturing => "The booking was accepted and the payment is being taken.",
        State::Confirmed => "The payment was taken and the stay confirmed.",
        State::Completed => "You checked out.",
        State::Withdrawn if step.reason == LET_GO => "You let the hold go. Nothing was charged.",
        State::Withdrawn if step.reason == WITHDRAWN => {
            "You withdrew your request. Nothing was charged."
        }
        State::Expired if step.from != Some(State::Authorized) => {
            "The nights were freed. Nothing was charged."
        }
        State::Withdrawn | State::Expired => {
            return format!("{} Nothing was charged.", step.reason);
        }
        State::Declined => {
            return format!("{} Nothing was charged.", step.quoting("The host declined"));
        }
        State::Cancelled if step.who == Who::Host => return step.quoting("The host cancelled"),
        State::Cancelled => return step.quoting("You cancelled"),
        State::Expiring | State::PaymentFailed => return step.reason.clone(),
    }
    .to_owned()
}
