//! The same request again, another one with its key, and the next day.

use chrono::TimeDelta;
use sea_orm::{EntityTrait, PaginatorTrait};
use server::{
    entities::idempotency_keys,
    idempotency::{Begun, begin, finish, forget},
};

use crate::{
    idempotency::{answered, is_in_work, lease, made, of, request},
    support::*,
};

stories! {
    async fn the_same_request_is_answered_the_same(state: TestState) {
        let asked = request("key-1", "a booking");
        let lease = lease(&state.ctx, &asked).await;
        assert!(is_in_work(&state.ctx, &asked).await);
        let said = made(r#"{"id":"7","title":"Flat “Ö” 李"}"#);
        finish(&state.ctx, &lease, &said).await.expect("an answer");
        for _ in 0..3 {
            assert_eq!(answered(&state.ctx, &asked).await, Some(said.clone()));
        }
    }

    async fn another_request_with_the_same_key_is_refused(state: TestState) {
        let lease = lease(&state.ctx, &request("key-1", "a booking")).await;
        let other = request("key-1", "another booking");
        assert!(matches!(begin(&state.ctx, &other).await, Ok(Begun::Other)));
        finish(&state.ctx, &lease, &made("{}")).await.expect("an answer");
        assert!(matches!(begin(&state.ctx, &other).await, Ok(Begun::Other)));
    }

    async fn two_people_may_choose_the_same_key(state: TestState) {
        let isla = lease(&state.ctx, &of("user:isla", "1", "a booking")).await;
        finish(&state.ctx, &isla, &made("Isla's")).await.expect("an answer");
        let rory = lease(&state.ctx, &of("user:rory", "1", "a booking")).await;
        assert_ne!(isla.seed, rory.seed);
    }

    async fn a_key_is_new_again_after_a_day(state: TestState) {
        let first = lease(&state.ctx, &request("key-1", "a booking")).await;
        finish(&state.ctx, &first, &made("{}")).await.expect("an answer");
        state.clock.advance(TimeDelta::hours(23));
        assert!(answered(&state.ctx, &request("key-1", "a booking")).await.is_some());
        state.clock.advance(TimeDelta::hours(1));
        let second = lease(&state.ctx, &request("key-1", "another booking")).await;
        assert_ne!(first.seed, second.seed);
    }

    async fn answers_of_yesterday_are_removed(state: TestState) {
        lease(&state.ctx, &request("key-1", "a booking")).await;
        state.clock.advance(TimeDelta::hours(12));
        lease(&state.ctx, &request("key-2", "a booking")).await;
        state.clock.advance(TimeDelta::hours(12));
        forget(&state.ctx).await.expect("a look");
        assert_eq!(idempotency_keys::Entity::find().count(state.db()).await.expect("a count"), 1);
    }
}
