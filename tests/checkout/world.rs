//! The world of these tests: a home, a guest, and what she sends.

use sea_orm::EntityTrait;
use server::entities::{booking_events, bookings};
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
    pub home: Uuid,
    pub siobhan: Browser,
}

impl World {
    pub async fn new() -> Self {
        let state = TestState::on_sqlite().await;
        let ailsa = state.host("Ailsa").await;
        let home = state.home(&ailsa).publish().await.id;
        let siobhan = signed_up(&state.ctx, "Siobhán").await;
        Self {
            state,
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
        let checkout = self.held().await;
        let provider = self.at_the_provider(&checkout).await;
        assert_eq!(self.card(&provider, GOOD).await.status, 303);
        let trip = self.returned(&checkout).await;
        (checkout, trip.trim_end_matches("?booked").to_owned())
    }

    pub async fn tick(&self) {
        server::jobs::tick(&self.state.ctx)
            .await
            .expect("one pass of the worker");
    }

    /// All that a booking is, with its history.
    pub async fn rows(&self) -> String {
        let bookings = bookings::Entity::find()
            .all(self.state.db())
            .await
            .expect("bookings");
        let events = booking_events::Entity::find()
            .all(self.state.db())
            .await
            .expect("events");
        format!("{bookings:?} {events:?}")
    }
}

/// The path of an address on our own site.
pub fn local(address: &str) -> String {
    address
        .strip_prefix("http://localhost:3000")
        .unwrap_or(address)
        .to_owned()
}
