//! What counts, for whom, and for how long.

use chrono::TimeDelta;
use sea_orm::{EntityTrait, PaginatorTrait};
use server::{
    entities::rate_counts,
    limits::{Account, Kind, forget, spend},
    telemetry::statements::counted,
};
use uuid::Uuid;

use crate::{
    limits::{from, limited, told, too_often},
    support::*,
};

fn somebody(number: u128) -> Option<Account<'static>> {
    Some(Account::User(Uuid::from_u128(number)))
}

stories! {
    async fn one_time_too_many_is_refused_until_the_minute_is_over(state: TestState) {
        let ctx = limited(&state.ctx);
        for time in 1..=12 {
            let refused = too_often(spend(&ctx, Kind::Payment, somebody(1)).await);
            assert_eq!(refused, time > 10, "time {time}");
        }
        state.clock.advance(TimeDelta::seconds(59));
        assert!(too_often(spend(&ctx, Kind::Payment, somebody(1)).await));
        state.clock.advance(TimeDelta::seconds(1));
        assert!(!too_often(spend(&ctx, Kind::Payment, somebody(1)).await));
    }

    async fn accounts_and_addresses_are_counted_apart(state: TestState) {
        let ctx = limited(&state.ctx);
        // Ten of one account from ten addresses, then ten accounts from one address.
        for number in 1..=10 {
            let address = format!("203.0.113.{number}");
            assert!(!too_often(from(&address, spend(&ctx, Kind::Payment, somebody(1))).await));
        }
        assert!(too_often(from("203.0.113.99", spend(&ctx, Kind::Payment, somebody(1))).await));
        for number in 2..=11 {
            assert!(!too_often(from("198.51.100.1", spend(&ctx, Kind::Payment, somebody(number))).await));
        }
        assert!(too_often(from("198.51.100.1", spend(&ctx, Kind::Payment, somebody(12))).await));
        assert!(!too_often(from("198.51.100.2", spend(&ctx, Kind::Payment, somebody(12))).await));
    }

    async fn one_kind_does_not_use_up_another(state: TestState) {
        let ctx = limited(&state.ctx);
        while !too_often(spend(&ctx, Kind::Payment, somebody(1)).await) {}
        assert!(!too_often(spend(&ctx, Kind::Write, somebody(1)).await));
    }

    async fn the_answer_can_say_how_the_stricter_count_stands(state: TestState) {
        let ctx = limited(&state.ctx);
        for number in 1..=3 {
            from("203.0.113.1", spend(&ctx, Kind::Payment, somebody(number))).await.expect("room");
        }
        let (done, standings) = told("203.0.113.1", spend(&ctx, Kind::Payment, somebody(1))).await;
        done.expect("room");
        assert_eq!(standings.len(), 1);
        // The fourth time from this address, the second of this account.
        assert_eq!((standings[0].kind, standings[0].left()), (Kind::Payment, 6));
    }

    async fn without_limits_nothing_is_counted(state: TestState) {
        for kind in Kind::ALL {
            let (done, statements) = counted(from("203.0.113.1", spend(&state.ctx, *kind, somebody(1)))).await;
            done.expect("no limit");
            assert_eq!(statements, 0);
        }
        assert_eq!(rate_counts::Entity::find().count(state.db()).await.expect("a count"), 0);
    }

    async fn counting_for_an_account_and_an_address_costs_three_statements(state: TestState) {
        let ctx = limited(&state.ctx);
        for _ in 0..2 {
            let (done, statements) = counted(from("203.0.113.1", spend(&ctx, Kind::Write, somebody(1)))).await;
            done.expect("room");
            assert_eq!(statements, 3);
        }
    }

    async fn counts_that_are_over_are_removed(state: TestState) {
        let ctx = limited(&state.ctx);
        spend(&ctx, Kind::Write, somebody(1)).await.expect("room");
        state.clock.advance(TimeDelta::days(3));
        spend(&ctx, Kind::Write, somebody(2)).await.expect("room");
        forget(&ctx).await.expect("a look");
        assert_eq!(rate_counts::Entity::find().count(state.db()).await.expect("a count"), 1);
    }
}
