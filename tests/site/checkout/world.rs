//! The world of these tests: a home, its host, a guest, and what she sends.
// Two files of tests use it, each a part.
#![allow(dead_code)]

use sea_orm::{ActiveValue::Set, EntityTrait};
use server::{
    accounts::Actor,
    entities::{booking_events, bookings, ledger_entries},
};
use uuid::Uuid;

use crate::{
    browser::{Answer, Browser, signed_up},
    support::TestState,
};

pub const GOOD: &str = "4242 4242 4242 4242";
pub const DECLINED: &str = "4000 0000 0000 0002";
pub const ASKS: &str = "4000 0025 0000 3155";

/// Ailsa's flat in Leith, £100 a night, and Siobhán who wants it for three nights in ten days.
pub struct World {
    pub state: TestState,
    pub ailsa: Actor,
    pub home: Uuid,
    pub siobhan: Browser,
}

impl World {
    pub async fn new() -> Self {
        Self::taking(true).await
    }

    /// The same, but Ailsa wants to answer each request herself.
    pub async fn by_request() -> Self {
        Self::taking(false).await
    }

    async fn taking(instant_book: bool) -> Self {
        let state = TestState::on_sqlite().await;
        let ailsa = state.host("Ailsa").await;
        let home = state.home(&ailsa);
        let home = home.with(|row| row.instant_book = Set(instant_book));
        let home = home.publish().await.id;
        let siobhan = signed_up(&state.ctx, "Siobhán").await;
        Self {
            state,
            ailsa,
            home,
            siobhan,
        }
    }

    pub fn dates(&self) -> (String, String) {
        (
            self.state.day(10).to_string(),
            self.state.day(13).to_string(),
        )
    }

    pub async fn hold_as(&self, browser: &mut Browser, guests: &str, shown_total: &str) -> Answer {
        let (check_in, check_out) = self.dates();
        let fields = [
            ("check_in", check_in.as_str()),
            ("check_out", &check_out),
            ("guests", guests),
            ("shown_total", shown_total),
        ];
        browser
            .post(&format!("/listings/{}", self.home), &fields)
            .await
    }

    /// The path of the checkout.
    pub async fn held(&mut self) -> String {
        let mut browser = self.siobhan.clone();
        let answer = self.hold_as(&mut browser, "2", "30000").await;
        assert_eq!(answer.status, 303, "{}", answer.text());
        answer.to.expect("a place")
    }

    /// The path of the provider's page.
    pub async fn at_the_provider(&mut self, checkout: &str) -> String {
        let answer = self
            .siobhan
            .post(checkout, &[("shown_total", "30000")])
            .await;
        assert_eq!(answer.status, 303, "{}", answer.text());
        local(&answer.to.expect("a place"))
    }

    pub async fn card(&mut self, provider: &str, number: &str) -> Answer {
        let fields = [
            ("number", number),
            ("expiry", "12/30"),
            ("cvc", "123"),
            ("name", "Siobhán O'Brien"),
        ];
        self.siobhan.post(provider, &fields).await
    }

    /// Back from the provider, to wherever that leads.
    pub async fn returned(&mut self, checkout: &str) -> String {
        let answer = self.siobhan.get(&format!("{checkout}/return")).await;
        assert_eq!(answer.status, 303, "{}", answer.text());
        answer.to.expect("a place")
    }

    /// The paths of a paid stay's checkout and trip.
    pub async fn booked(&mut self) -> (String, String) {
        self.booked_with(GOOD).await
    }

    /// The same with another card that pays.
    pub async fn booked_with(&mut self, number: &str) -> (String, String) {
        let checkout = self.held().await;
        let provider = self.at_the_provider(&checkout).await;
        assert_eq!(self.card(&provider, number).await.status, 303);
        let trip = self.returned(&checkout).await;
        (checkout, trip.trim_end_matches("?booked").to_owned())
    }

    /// The path of a request that waits for Ailsa, and its id.
    pub async fn requested(&mut self) -> (String, Uuid) {
        let (_, trip) = self.booked().await;
        let id = trip.trim_start_matches("/trips/").parse();
        (trip, id.expect("a booking's id"))
    }

    /// Sends the form that cancels, with the refund that its page showed, in minor units.
    pub async fn cancels(&mut self, trip: &str, refund: &str, reason: &str) -> Answer {
        let fields = [("refund", refund), ("reason", reason)];
        self.siobhan.post(&format!("{trip}/cancel"), &fields).await
    }

    pub async fn tick(&self) {
        server::jobs::tick(&self.state.ctx)
            .await
            .expect("one pass of the worker");
    }

    /// What the provider's message of a refund or a dispute leads to.
    pub async fn news(&self, trip: &str) {
        let id = trip.trim_start_matches("/trips/").parse();
        let settled = server::payments::settle(&self.state.ctx, id.expect("a booking's id"));
        settled.await.expect("news of money");
        self.settled().await;
    }

    /// As many passes of the worker as there is something left to do, and what the provider has to say.
    pub async fn settled(&self) {
        for _ in 0..4 {
            self.tick().await;
        }
    }

    /// All that a booking is, with its history and its money.
    pub async fn rows(&self) -> String {
        let bookings = bookings::Entity::find()
            .all(self.state.db())
            .await
            .expect("bookings");
        let events = booking_events::Entity::find()
            .all(self.state.db())
            .await
            .expect("events");
        let money = ledger_entries::Entity::find()
            .all(self.state.db())
            .await
            .expect("entries");
        format!("{bookings:?} {events:?} {money:?}")
    }
}

/// The path of an address on our own site.
pub fn local(address: &str) -> String {
    address
        .strip_prefix("http://localhost:3000")
        .unwrap_or(address)
        .to_owned()
}
