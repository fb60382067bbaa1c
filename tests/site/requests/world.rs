//! Ailsa, who lets her flat in Leith when she accepts, and Mina, who asks for it.

use chrono::TimeDelta;
use domain::bookings::State;
use sea_orm::ActiveValue::Set;
use server::{accounts::Actor, bookings, entities::listings};
use uuid::Uuid;

use crate::{
    browser::{Browser, signed_up},
    stage,
    support::TestState,
};

/// £100 a night, flexible; today is Monday, 1 June 2026, 10:00 in Edinburgh.
pub struct World {
    pub state: TestState,
    pub ailsa: Browser,
    /// Mina's browser.
    pub guest: Browser,
    pub host: Actor,
    pub mina: Actor,
    pub home: listings::Model,
}

impl World {
    pub async fn new() -> Self {
        let state = TestState::on_sqlite().await;
        let ailsa = signed_up(&state.ctx, "Ailsa").await;
        let guest = signed_up(&state.ctx, "Mina").await;
        let host = state.host("Ailsa").await;
        let mina = state.guest("Mina").await;
        let on_request = state.home(&host).with(|row| row.instant_book = Set(false));
        let home = on_request.publish().await;
        Self {
            state,
            ailsa,
            guest,
            host,
            mina,
            home,
        }
    }

    /// Three nights from so many days ahead, paid for; the path of the reservation.
    pub async fn request(&self, ahead: i64) -> String {
        let id = self.ask(ahead).await;
        path(id)
    }

    pub async fn ask(&self, ahead: i64) -> Uuid {
        let stay = self.state.stay(ahead, 3);
        let id = stage::hold(&self.state, &self.mina, &self.home, stay).await;
        stage::card(&self.state, &self.mina, id, stage::GOOD).await;
        let came_to = bookings::returned(&self.state.ctx, &self.mina, id).await;
        assert_eq!(came_to.expect("a return"), State::Authorized);
        id
    }

    /// The same, accepted.
    pub async fn booked(&self, ahead: i64) -> Uuid {
        let id = self.ask(ahead).await;
        bookings::accept(&self.state.ctx, &self.host, id)
            .await
            .expect("an acceptance");
        self.tick().await;
        assert_eq!(stage::state_of(&self.state, id).await, State::Confirmed);
        id
    }

    pub async fn tick(&self) {
        stage::tick(&self.state).await;
    }

    pub fn wait(&self, hours: i64) {
        self.state.clock.advance(TimeDelta::hours(hours));
    }

    /// Somebody else, who has a browser and a home of their own.
    pub async fn hamish(&self) -> Browser {
        let hamish = signed_up(&self.state.ctx, "Hamish").await;
        self.state
            .home(&self.state.host("Hamish").await)
            .publish()
            .await;
        hamish
    }
}

pub fn path(id: Uuid) -> String {
    format!("/host/reservations/{id}")
}
