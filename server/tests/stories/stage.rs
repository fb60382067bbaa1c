//! What guests do, in one line each.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use domain::{
    Stay,
    bookings::State,
    pricing::{self, Ask, Fees},
};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use server::{
    Error, Result,
    accounts::Actor,
    bookings::{self, HoldRequest},
    clock::FixedClock,
    entities::{
        booking_events, bookings as rows, ledger_entries, listings, nights, outbox, payments,
    },
    jobs,
    payments::sandbox::{self, Card, Next},
};
use uuid::Uuid;

use crate::support::TestState;

pub const GOOD: &str = "4242 4242 4242 4242";
pub const DECLINED: &str = "4000 0000 0000 0002";
pub const NO_FUNDS: &str = "4000 0000 0000 9995";
pub const ASKS: &str = "4000 0025 0000 3155";

pub fn total(home: &listings::Model, stay: &Stay) -> i64 {
    let pricing = serde_json::from_str(&home.pricing).expect("a pricing");
    let ask = Ask {
        stay: *stay,
        guests: 2,
        today: chrono::NaiveDate::from_ymd_opt(2026, 6, 1).expect("the first day of a story"),
    };
    pricing::quote(&pricing, &ask, &Fees::default())
        .expect("a quote")
        .total
}

/// What the price box of the home sends for two guests.
pub fn request(home: &listings::Model, stay: Stay) -> HoldRequest {
    HoldRequest {
        listing_id: home.id,
        check_in: stay.check_in,
        check_out: stay.check_out,
        guests: 2,
        shown_total: total(home, &stay),
    }
}

pub async fn hold(state: &TestState, guest: &Actor, home: &listings::Model, stay: Stay) -> Uuid {
    bookings::hold(&state.ctx, guest, request(home, stay))
        .await
        .expect("a hold")
}

/// A confirmed stay.
pub async fn book(state: &TestState, guest: &Actor, home: &listings::Model, stay: Stay) -> Uuid {
    let id = hold(state, guest, home, stay).await;
    card(state, guest, id, GOOD).await;
    let came_to = bookings::returned(&state.ctx, guest, id)
        .await
        .expect("a return");
    assert_eq!(came_to, State::Confirmed);
    id
}

/// Presses the button of the checkout page; the id of the provider's payment.
pub async fn press(state: &TestState, guest: &Actor, id: Uuid) -> String {
    let shown = bookings::checkout(&state.ctx, guest, id)
        .await
        .expect("a checkout")
        .quote
        .total;
    let page = bookings::pay(&state.ctx, guest, id, shown)
        .await
        .expect("the provider's page");
    page.strip_prefix("/sandbox/pay/")
        .expect("the Sandbox's page")
        .to_owned()
}

/// Goes to the provider's page and types a card.
pub async fn card(state: &TestState, guest: &Actor, id: Uuid, number: &str) -> Next {
    let intent = press(state, guest, id).await;
    sandbox::submit_card(&state.ctx, &intent, typed(number))
        .await
        .expect("an answer")
}

pub fn typed(number: &str) -> Card {
    Card {
        number: number.into(),
        expiry: "12/30".into(),
        cvc: "123".into(),
        name: "Mina Okafor".into(),
    }
}

pub async fn row(state: &TestState, id: Uuid) -> rows::Model {
    rows::Entity::find_by_id(id)
        .one(state.db())
        .await
        .expect("a look")
        .expect("the booking")
}

pub async fn state_of(state: &TestState, id: Uuid) -> State {
    State::parse(&row(state, id).await.state).expect("a state")
}

pub async fn payment(state: &TestState, id: Uuid) -> payments::Model {
    let found = payments::Entity::find().filter(payments::Column::BookingId.eq(id));
    found
        .one(state.db())
        .await
        .expect("a look")
        .expect("the payment")
}

pub async fn nights_of(state: &TestState, home: &listings::Model) -> u64 {
    let taken = nights::Entity::find().filter(nights::Column::ListingId.eq(home.id));
    taken.count(state.db()).await.expect("a count")
}

pub async fn ledger(state: &TestState, id: Uuid) -> Vec<ledger_entries::Model> {
    let entries = ledger_entries::Entity::find().filter(ledger_entries::Column::BookingId.eq(id));
    entries.all(state.db()).await.expect("the ledger")
}

/// The states that the booking has been in, from its history.
pub async fn history(state: &TestState, id: Uuid) -> Vec<String> {
    use sea_orm::QueryOrder;
    let events = booking_events::Entity::find()
        .filter(booking_events::Column::BookingId.eq(id))
        .order_by_asc(booking_events::Column::Version);
    let events = events.all(state.db()).await.expect("the history");
    events.into_iter().map(|event| event.to_state).collect()
}

pub async fn effects(state: &TestState, id: Uuid) -> Vec<outbox::Model> {
    let effects = outbox::Entity::find().filter(outbox::Column::BookingId.eq(id));
    effects.all(state.db()).await.expect("the outbox")
}

pub async fn tick(state: &TestState) {
    jobs::tick(&state.ctx).await.expect("a pass of the worker");
}

pub fn wait(clock: &Arc<FixedClock>, minutes: i64) -> DateTime<Utc> {
    clock.advance(chrono::TimeDelta::minutes(minutes));
    server::clock::Clock::now(clock.as_ref())
}

/// What the user reads when it was refused.
pub fn refusal<T: std::fmt::Debug>(result: Result<T>) -> domain::Error {
    match result {
        Err(Error::User(error)) => error,
        other => panic!("not refused: {other:?}"),
    }
}

/// The fields beside which something is said.
pub fn fields<T: std::fmt::Debug>(result: Result<T>) -> Vec<&'static str> {
    refusal(result)
        .fields()
        .into_iter()
        .map(|error| error.field)
        .collect()
}

/// As if so much, in pence, had to go back to the guest and had not arrived.
pub async fn owe_guest(state: &TestState, booking: Uuid, amount: i64) {
    let source = Uuid::new_v4();
    let entry = |account: &str, amount| ledger_entries::ActiveModel {
        transaction_id: Set(source),
        account: Set(account.into()),
        kind: Set("refund_due".into()),
        booking_id: Set(booking),
        currency: Set("GBP".into()),
        amount: Set(amount),
        at: Set(state.now()),
    };
    let entries = [entry("guest", amount), entry("host", -amount)];
    ledger_entries::Entity::insert_many(entries)
        .exec_without_returning(state.db())
        .await
        .expect("entries");
}
