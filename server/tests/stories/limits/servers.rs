//! Limits are exact whichever server is asked.

use std::sync::Arc;

use server::limits::{Account, Kind, spend};
use tokio::{sync::Barrier, task::JoinSet};
use uuid::Uuid;

use crate::{
    limits::{from, limited, too_often},
    support::*,
};

stories! {
    async fn three_servers_that_are_asked_at_once_allow_exactly_as_many_as_one(state: TestState) {
        let servers = [state.another_server().await, state.another_server().await, state.another_server().await];
        let begun = Arc::new(Barrier::new(30));
        let mut tries = JoinSet::new();
        for number in 0..30 {
            let (ctx, begun) = (limited(&servers[number % 3]), begun.clone());
            tries.spawn(async move {
                let mina = Some(Account::User(Uuid::from_u128(7)));
                begun.wait().await;
                // Two addresses, each below the limit by itself when the account's counts.
                let address = ["203.0.113.1", "203.0.113.2"][number % 2];
                !too_often(from(address, spend(&ctx, Kind::Payment, mina)).await)
            });
        }
        let allowed = tries.join_all().await.into_iter().filter(|allowed| *allowed).count();
        assert_eq!(allowed, 10);
    }

    async fn what_one_server_counted_counts_at_the_next(state: TestState) {
        let servers = [limited(&state.ctx), limited(&state.another_server().await)];
        let mina = Some(Account::User(Uuid::from_u128(7)));
        for time in 0..10 {
            spend(&servers[time % 2], Kind::Payment, mina).await.expect("room");
        }
        for server in &servers {
            assert!(too_often(spend(server, Kind::Payment, mina).await));
        }
    }
}
