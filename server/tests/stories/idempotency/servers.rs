//! The same request at several servers at once.

use std::sync::Arc;

use chrono::TimeDelta;
use server::{
    Context,
    idempotency::{Begun, begin, finish},
};
use tokio::{sync::Barrier, task::JoinSet};

use crate::{
    idempotency::{answered, lease, made, request},
    support::*,
};

/// How many of twelve that come at once are given the work.
async fn given_work(servers: &[Context; 3]) -> usize {
    let begun = Arc::new(Barrier::new(12));
    let mut tries = JoinSet::new();
    for number in 0..12 {
        let (ctx, begun) = (servers[number % 3].clone(), begun.clone());
        tries.spawn(async move {
            begun.wait().await;
            let begun = begin(&ctx, &request("key-1", "a booking")).await;
            matches!(begun.expect("a look"), Begun::Work(_))
        });
    }
    let given = tries.join_all().await;
    given.into_iter().filter(|given| *given).count()
}

stories! {
    async fn of_many_at_once_one_is_given_the_work(state: TestState) {
        let servers = [state.another_server().await, state.another_server().await, state.another_server().await];
        assert_eq!(given_work(&servers).await, 1);
        // Its server dies.
        state.clock.advance(TimeDelta::seconds(31));
        assert_eq!(given_work(&servers).await, 1);
        state.clock.advance(TimeDelta::days(1));
        assert_eq!(given_work(&servers).await, 1);
    }

    async fn what_one_server_answered_the_others_answer(state: TestState) {
        let asked = request("key-1", "a booking");
        let lease = lease(&state.another_server().await, &asked).await;
        finish(&state.another_server().await, &lease, &made("{}")).await.expect("an answer");
        assert_eq!(answered(&state.another_server().await, &asked).await, Some(made("{}")));
    }
}
