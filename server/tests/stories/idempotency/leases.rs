//! Servers that die at work, and work that could not be done.

use chrono::TimeDelta;
use server::idempotency::{finish, give_up, new_id, within};

use crate::{
    idempotency::{answered, is_in_work, lease, made, request},
    support::*,
};

stories! {
    async fn what_a_server_left_behind_is_done_by_the_next_and_makes_the_same(state: TestState) {
        let asked = request("key-1", "a booking");
        let dead = lease(&state.ctx, &asked).await;
        state.clock.advance(TimeDelta::seconds(29));
        assert!(is_in_work(&state.ctx, &asked).await);
        state.clock.advance(TimeDelta::seconds(2));
        let next = state.another_server().await;
        let alive = lease(&next, &asked).await;
        assert!(is_in_work(&state.ctx, &asked).await);
        let ids = async |seed| within(seed, false, async { [new_id(), new_id()] }).await;
        assert_eq!(ids(dead.seed).await, ids(alive.seed).await);
        assert_eq!((dead.again, alive.again), (false, true));
        // It was only slow: what it says now comes too late.
        finish(&state.ctx, &dead, &made("late")).await.expect("no answer");
        assert!(is_in_work(&state.ctx, &asked).await);
        finish(&next, &alive, &made("in time")).await.expect("an answer");
        assert_eq!(answered(&state.ctx, &asked).await, Some(made("in time")));
    }

    async fn what_could_not_be_done_is_tried_again_at_once(state: TestState) {
        let asked = request("key-1", "a booking");
        let first = lease(&state.ctx, &asked).await;
        give_up(&state.ctx, &first).await.expect("a free key");
        state.clock.advance(TimeDelta::seconds(1));
        let second = lease(&state.ctx, &asked).await;
        assert_eq!((first.seed, second.again), (second.seed, true));
        // Giving up what somebody else has by now changes nothing.
        give_up(&state.ctx, &first).await.expect("no change");
        assert!(is_in_work(&state.ctx, &asked).await);
    }
}
