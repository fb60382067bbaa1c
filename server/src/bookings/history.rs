//! A booking's history, and why it ended, in sentences for its guest.

use domain::bookings::State;
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::{HistoryEntry, records};
use crate::{
    Result,
    entities::{booking_events, bookings},
};

/// Why a hold ended that its guest let go; the reason is another when the host took the home off the site.
pub(super) const LET_GO: &str = "The guest let it go.";

/// Oldest first, as its guest reads it.
pub(super) async fn history(
    conn: &impl ConnectionTrait,
    booking: Uuid,
) -> Result<Vec<HistoryEntry>> {
    told(conn, booking, sentence).await
}

/// Oldest first, in the sentences that `sentence` makes of a state and the reason for it.
pub(crate) async fn told(
    conn: &impl ConnectionTrait,
    booking: Uuid,
    sentence: fn(State, String) -> String,
) -> Result<Vec<HistoryEntry>> {
    let events = booking_events::Entity::find()
        .filter(booking_events::Column::BookingId.eq(booking))
        .order_by_asc(booking_events::Column::Version)
        .all(conn)
        .await?;
    let entries = events.into_iter().filter_map(|event| {
        let state = State::parse(&event.to_state)?;
        Some(HistoryEntry {
            at: event.at,
            state,
            sentence: sentence(state, event.reason),
        })
    });
    Ok(entries.collect())
}

/// Why the booking ended or is ending, as a sentence for its guest; `None` while it goes on, and when the guest ended it.
pub(super) async fn ending(
    conn: &impl ConnectionTrait,
    booking: &bookings::Model,
) -> Result<Option<String>> {
    let ends = matches!(
        records::state(booking)?,
        State::Withdrawn
            | State::Expiring
            | State::Expired
            | State::Declined
            | State::PaymentFailed
            | State::Cancelled
    );
    if !ends {
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
    let own = |event: &booking_events::Model| event.reason == LET_GO;
    Ok(event.filter(|event| !own(event)).map(|event| event.reason))
}

/// Where the way there matters the reason is told too.
fn sentence(state: State, reason: String) -> String {
    match state {
        State::Held => "You held the home for fifteen minutes.",
        State::Authorized => "Your card was authorised.",
        State::Capturing => "The booking was accepted and the payment is being taken.",
        State::Confirmed => "The payment was taken and the stay confirmed.",
        State::Completed => "You checked out.",
        State::Withdrawn if reason == LET_GO => "You let the hold go. Nothing was charged.",
        State::Withdrawn => return format!("{reason} Nothing was charged."),
        State::Expired => "The nights were freed. Nothing was charged.",
        State::Expiring | State::Declined | State::PaymentFailed | State::Cancelled => {
            return reason;
        }
    }
    .to_owned()
}
