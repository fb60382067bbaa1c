//! What guests of these stories do and say, in one line each.

use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, IntoActiveModel};
use server::{
    Result,
    accounts::Actor,
    entities::{listings, users},
    reviews::{self, WriteReview},
};
use uuid::Uuid;

use crate::{
    stage::{self, tick},
    support::*,
};

/// Books, stays, and goes home again.
pub async fn stayed(state: &TestState, guest: &Actor, home: &listings::Model) -> Uuid {
    let booking = stage::book(state, guest, home, state.stay(2, 2)).await;
    state.clock.advance(chrono::TimeDelta::days(6));
    tick(state).await;
    booking
}

pub fn said(home: &listings::Model, rating: i64) -> WriteReview {
    WriteReview {
        listing_id: home.id,
        rating,
        text: "Warm, quiet, and the kettle was on.".into(),
    }
}

pub async fn review(
    state: &TestState,
    guest: &Actor,
    home: &listings::Model,
    rating: i64,
) -> Result<Uuid> {
    reviews::write(&state.ctx, guest, said(home, rating)).await
}

/// Rating in hundredths, and how many there are.
pub async fn rated(state: &TestState, home: &listings::Model) -> (Option<i32>, u32) {
    let home = row(state, home.id).await;
    (home.rating, home.review_count)
}

pub async fn row(state: &TestState, home: Uuid) -> listings::Model {
    let found = listings::Entity::find_by_id(home).one(state.db()).await;
    found.expect("a look").expect("the home")
}

pub async fn admin(state: &TestState) -> Actor {
    let nina = state.guest("Nina").await;
    let found = users::Entity::find_by_id(nina.user_id)
        .one(state.db())
        .await;
    let mut user = found.expect("a look").expect("Nina").into_active_model();
    user.is_admin = Set(true);
    user.update(state.db()).await.expect("an admin");
    Actor {
        is_admin: true,
        ..nina
    }
}
