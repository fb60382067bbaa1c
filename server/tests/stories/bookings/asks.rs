//! Homes whose hosts accept each stay, and what is done with requests.

use chrono::{DateTime, TimeDelta, Utc};
use domain::{Stay, bookings::State, stays::local_to_utc};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use server::{
    accounts::Actor,
    bookings,
    entities::{booking_events, listings, outbox},
};
use uuid::Uuid;

use crate::{stage::*, support::*};

/// A home by request.
pub async fn slow_home(state: &TestState, host: &Actor) -> listings::Model {
    let home = state.home(host).nightly(10_000);
    home.with(|row| row.instant_book = Set(false))
        .publish()
        .await
}

/// A request that waits for its host.
pub async fn asked(state: &TestState, guest: &Actor, home: &listings::Model, stay: Stay) -> Uuid {
    let id = hold(state, guest, home, stay).await;
    card(state, guest, id, GOOD).await;
    let came_to = bookings::returned(&state.ctx, guest, id)
        .await
        .expect("a return");
    assert_eq!(came_to, State::Authorized);
    id
}

/// The instant of check-in at the home.
pub fn begins(home: &listings::Model, stay: &Stay) -> DateTime<Utc> {
    let zone = home.timezone.parse().expect("a zone");
    local_to_utc(zone, stay.check_in, home.check_in_from)
}

/// Who took each step and why, oldest first.
pub async fn steps(state: &TestState, id: Uuid) -> Vec<(String, String, Option<Uuid>, String)> {
    let events = booking_events::Entity::find()
        .filter(booking_events::Column::BookingId.eq(id))
        .order_by_asc(booking_events::Column::Version);
    let events = events.all(state.db()).await.expect("the history");
    let told = |event: booking_events::Model| {
        (
            event.to_state,
            event.actor_kind,
            event.actor_id,
            event.reason,
        )
    };
    events.into_iter().map(told).collect()
}

/// The mails that are queued about the booking: `accepted`, `cancelled`, …; by name, each once however many get it.
pub async fn mails(state: &TestState, id: Uuid) -> Vec<String> {
    let rows = outbox::Entity::find().filter(outbox::Column::Kind.eq("mail.booking"));
    let rows = rows.all(state.db()).await.expect("the outbox");
    let ours = rows
        .into_iter()
        .filter(|row| row.payload.contains(&id.to_string()));
    let mut words: Vec<String> = Vec::new();
    for row in ours {
        let about: serde_json::Value = serde_json::from_str(&row.payload).expect("JSON");
        let word = about["mail"].as_str().unwrap_or("refund_failed").to_owned();
        if !words.contains(&word) {
            words.push(word);
        }
    }
    words.sort();
    words
}

pub fn minutes(minutes: i64) -> TimeDelta {
    TimeDelta::minutes(minutes)
}
