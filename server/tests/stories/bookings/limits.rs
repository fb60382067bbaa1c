//! How much one guest may hold.

use domain::{Error, Stay};
use server::{accounts::Actor, bookings};

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

    async fn ones_own_nights_are_known_as_ones_own(state: TestState) {
        let (ailsa, mina, noor) = (state.host("Ailsa").await, state.guest("Mina").await, state.guest("Noor").await);
        let home = state.home(&ailsa).publish().await;
        let booking = hold(&state, &mina, &home, state.stay(3, 3)).await;
        let asked = async |guest: &Actor, stay: Stay| {
            bookings::own_nights(&state.ctx, guest, home.id, &stay).await.expect("a look")
        };
        let own = asked(&mina, state.stay(4, 3)).await.expect("her hold");
        assert_eq!((own.id, own.stay, own.held), (booking, state.stay(3, 3), true));
        assert_eq!(asked(&mina, state.stay(6, 1)).await, None, "the day of check-out is free");
        assert_eq!(asked(&noor, state.stay(3, 3)).await, None, "another's");
        let paid = book(&state, &mina, &home, state.stay(10, 2)).await;
        let own = asked(&mina, state.stay(9, 2)).await.expect("her stay");
        assert_eq!((own.id, own.held), (paid, false));
        let elsewhere = state.home(&ailsa).publish().await;
        let none = bookings::own_nights(&state.ctx, &mina, elsewhere.id, &state.stay(3, 3)).await;
        assert_eq!(none.expect("a look"), None, "another home");
    }
}
