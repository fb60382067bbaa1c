//! Reads cost no statement, and are known to every server two seconds later.

use chrono::TimeDelta;
use server::{
    limits::{Account, Kind, settle, spend},
    telemetry::statements::counted,
};
use uuid::Uuid;

use crate::{
    limits::{from, reads, too_often, with},
    support::*,
};

const MINA: Option<Account<'static>> = Some(Account::User(Uuid::from_u128(7)));

async fn read(ctx: &server::Context) -> bool {
    !too_often(from("203.0.113.1", spend(ctx, Kind::Read, MINA)).await)
}

/// How many of so many reads were answered.
async fn answered(ctx: &server::Context, times: u32) -> u32 {
    let mut answered = 0;
    for _ in 0..times {
        answered += u32::from(read(ctx).await);
    }
    answered
}

stories! {
    async fn a_read_costs_no_statement_and_the_limit_holds_all_the_same(state: TestState) {
        let ctx = with(&state.ctx, reads(20));
        let (answered, statements) = counted(answered(&ctx, 30)).await;
        assert_eq!((answered, statements), (20, 0));
        state.clock.advance(TimeDelta::minutes(1));
        assert!(read(&ctx).await);
    }

    async fn servers_learn_of_each_others_reads_when_they_settle(state: TestState) {
        let servers = [state.ctx.clone(), state.another_server().await].map(|ctx| with(&ctx, reads(100)));
        for server in &servers {
            assert_eq!(answered(server, 60).await, 60);
        }
        // The second one knows of both at once, the first one with its next settling.
        for server in [&servers[0], &servers[1], &servers[0]] {
            answered(server, 1).await;
            settle(server).await.expect("a settling");
        }
        for server in &servers {
            assert_eq!(answered(server, 10).await, 0);
        }
        state.clock.advance(TimeDelta::minutes(1));
        for server in &servers {
            assert_eq!(answered(server, 10).await, 10);
        }
    }

    async fn a_server_that_was_restarted_learns_what_was_read_before(state: TestState) {
        let before = with(&state.ctx, reads(50));
        assert_eq!(answered(&before, 50).await, 50);
        settle(&before).await.expect("a settling");
        let after = with(&state.ctx, reads(50));
        assert!(read(&after).await);
        settle(&after).await.expect("a settling");
        assert!(!read(&after).await);
    }

    async fn no_read_is_settled_twice(state: TestState) {
        let ctx = with(&state.ctx, reads(10));
        assert_eq!(answered(&ctx, 4).await, 4);
        for _ in 0..5 {
            settle(&ctx).await.expect("a settling");
        }
        assert_eq!(answered(&ctx, 20).await, 6);
    }

    async fn when_nobody_reads_nothing_is_settled(state: TestState) {
        let ctx = with(&state.ctx, reads(10));
        let (settled, statements) = counted(settle(&ctx)).await;
        settled.expect("a settling");
        assert_eq!(statements, 0);
        answered(&ctx, 1).await;
        settle(&ctx).await.expect("a settling");
        let (settled, statements) = counted(settle(&ctx)).await;
        settled.expect("a settling");
        assert_eq!(statements, 0);
    }
}
