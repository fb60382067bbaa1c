//! Ailsa lets a flat in Leith; Mina stays there.

use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, IntoActiveModel};
use serde_json::{Value, json};
use server::{
    accounts::Actor,
    entities::{listings, users},
};

use crate::{client::Client, stage, support::*};

pub struct World {
    pub state: TestState,
    pub ailsa: Actor,
    pub mina: Actor,
    pub home: listings::Model,
}

impl World {
    pub async fn new() -> Self {
        let state = TestState::on_sqlite().await;
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).publish().await;
        Self {
            state,
            ailsa,
            mina,
            home,
        }
    }

    pub fn nobody(&self) -> Client {
        Client::anonymous(&self.state.ctx)
    }

    pub async fn client(&self, who: &Actor) -> Client {
        Client::of(&self.state.ctx, who).await
    }

    pub async fn admin(&self) -> Client {
        let nina = self.state.guest("Nina").await;
        let found = users::Entity::find_by_id(nina.user_id)
            .one(self.state.db())
            .await;
        let mut user = found.expect("a look").expect("Nina").into_active_model();
        user.is_admin = Set(true);
        user.update(self.state.db()).await.expect("an admin");
        let nina = Actor {
            is_admin: true,
            ..nina
        };
        self.client(&nina).await
    }

    /// Mina books, stays, and goes home again.
    pub async fn stayed(&self) {
        stage::book(&self.state, &self.mina, &self.home, self.state.stay(2, 2)).await;
        self.state.clock.advance(chrono::TimeDelta::days(6));
        stage::tick(&self.state).await;
    }

    pub fn path(&self, rest: &str) -> String {
        format!("/api/v1/places/{}{rest}", self.home.id)
    }
}

/// What clients of the replaced system send.
pub fn old_body() -> Value {
    json!({
        "title": "A loft by the river", "description": "Small", "price": 120.5, "latitude": 48.8566, "longitude": 2.3522,
        "owner_id": "7b9b1c1e-0000-4000-8000-000000000000", "amenities": [],
    })
}
