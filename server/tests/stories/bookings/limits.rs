//! How much one guest may hold.

use domain::Error;
use server::bookings;

use crate::{stage::*, support::*};

stories! {
    async fn a_guest_holds_at_most_three_homes(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        for _ in 0..3 {
            let home = state.home(&ailsa).publish().await;
            hold(&state, &mina, &home, state.stay(3, 2)).await;
        }
        let fourth = state.home(&ailsa).publish().await;
        let refused = refusal(bookings::hold(&state.ctx, &mina, request(&fourth, state.stay(3, 2))).await);
        assert!(matches!(refused, Error::TooMany(_)), "{refused}");
        // A hold whose time is over counts no more, even before the worker comes by.
        wait(&state.clock, 15);
        hold(&state, &mina, &fourth, state.stay(3, 2)).await;
    }

    async fn three_homes_at_once_are_not_four(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let mut homes = Vec::new();
        for _ in 0..6 {
            homes.push(state.home(&ailsa).publish().await);
        }
        let holds = homes.iter().map(|home| bookings::hold(&state.ctx, &mina, request(home, state.stay(3, 2))));
        let held = futures::future::join_all(holds).await;
        assert_eq!(held.iter().filter(|held| held.is_ok()).count(), 3);
    }

    async fn one_home_is_held_three_times_a_day(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).publish().await;
        for days in [3, 10, 17] {
            let id = hold(&state, &mina, &home, state.stay(days, 2)).await;
            bookings::release(&state.ctx, &mina, id).await.expect("a release");
        }
        let refused = refusal(bookings::hold(&state.ctx, &mina, request(&home, state.stay(24, 2))).await);
        assert!(matches!(refused, Error::TooMany(_)), "{refused}");
        wait(&state.clock, 24 * 60);
        hold(&state, &mina, &home, state.stay(24, 2)).await;
    }

    async fn ones_own_hold_in_the_way_is_named(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).publish().await;
        hold(&state, &mina, &home, state.stay(3, 3)).await;
        let refused = refusal(bookings::hold(&state.ctx, &mina, request(&home, state.stay(4, 3))).await);
        assert!(refused.to_string().contains(&state.stay(3, 3).label()), "{refused}");
    }
}
