//! A booking's history in sentences for its guest.

use domain::bookings::State;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::HistoryEntry;
use crate::{Result, entities::booking_events};

/// Oldest first.
pub(super) async fn history(
    conn: &impl ConnectionTrait,
    booking: Uuid,
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

/// Where the way there matters the reason is told too.
fn sentence(state: State, reason: String) -> String {
    match state {
        State::Held => "You held the home for fifteen minutes.",
        State::Authorized => "Your card was authorised.",
        State::Capturing => "The booking was accepted and the payment is being taken.",
        State::Confirmed => "The payment was taken and the stay confirmed.",
        State::Completed => "You checked out.",
        State::Withdrawn => "You let the hold go. Nothing was charged.",
        State::Expired => "The nights were freed. Nothing was charged.",
        State::Expiring | State::Declined | State::PaymentFailed | State::Cancelled => {
            return reason;
        }
    }
    .to_owned()
}
