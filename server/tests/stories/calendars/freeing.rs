//! Letting nights again.

use domain::{Error, bookings::State};
use server::bookings;

use crate::{calendars::house::*, stage::*, support::*};

stories! {
    async fn a_block_is_shortened_split_and_gone(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        let home = state.home(&ailsa).publish().await;
        block(&state, &ailsa, &home, range(june(5), june(15), "Roof")).await.expect("nights");
        for (first, last, left) in [
            (3, 5, vec!["6–15 Roof"]),
            (14, 20, vec!["6–13 Roof"]),
            (9, 10, vec!["6–8 Roof", "11–13 Roof"]),
            (8, 11, vec!["6–7 Roof", "12–13 Roof"]),
            (1, 30, vec![]),
        ] {
            let freed = free(&state, &ailsa, &home, nights(first, last)).await.expect("nights");
            assert_eq!((freed.first, freed.last), (june(first), june(last)));
            assert_eq!(blocks_of(&state, &home).await, left);
        }
        assert!(taken(&state, &home).await.is_empty());
    }

    async fn freeing_again_changes_nothing(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        let home = state.home(&ailsa).publish().await;
        block(&state, &ailsa, &home, nights(5, 9)).await.expect("nights");
        let first = free(&state, &ailsa, &home, nights(6, 7)).await.expect("nights");
        let before = taken(&state, &home).await;
        let again = free(&state, &ailsa, &home, nights(6, 7)).await.expect("the same nights");
        assert_eq!((first, before), (again, taken(&state, &home).await));
    }

    async fn freed_nights_can_be_booked(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).publish().await;
        block(&state, &ailsa, &home, nights(5, 9)).await.expect("nights");
        free(&state, &ailsa, &home, nights(6, 7)).await.expect("nights");
        let id = book(&state, &mina, &home, state.stay(5, 2)).await;
        assert_eq!(state_of(&state, id).await, State::Confirmed);
        let refused = bookings::hold(&state.ctx, &mina, request(&home, state.stay(7, 2))).await;
        assert!(matches!(refusal(refused), Error::DatesTaken { .. }));
        assert_eq!(blocks_of(&state, &home).await, ["5–5", "8–9"]);
    }

    async fn bookings_are_never_freed(state: TestState) {
        let (ailsa, mina, noor) = (state.host("Ailsa").await, state.guest("Mina").await, state.guest("Noor").await);
        let home = state.home(&ailsa).publish().await;
        let booked = book(&state, &mina, &home, state.stay(5, 2)).await;
        let held = hold(&state, &noor, &home, state.stay(9, 2)).await;
        block(&state, &ailsa, &home, nights(8, 9)).await.expect("nights");
        free(&state, &ailsa, &home, nights(1, 30)).await.expect("nights");
        let owners: Vec<_> = taken(&state, &home).await.into_iter().map(|night| night.booking_id).collect();
        assert_eq!(owners, [Some(booked), Some(booked), Some(held), Some(held)]);
        assert_eq!(state_of(&state, held).await, State::Held);
    }

    async fn only_the_owner_lets_nights_again(state: TestState) {
        let (ailsa, mina, rosa) = (state.host("Ailsa").await, state.guest("Mina").await, state.host("Rosa").await);
        let home = state.home(&ailsa).publish().await;
        state.home(&rosa).publish().await;
        block(&state, &ailsa, &home, nights(5, 9)).await.expect("nights");
        for stranger in [&rosa, &mina] {
            let freed = free(&state, stranger, &home, nights(5, 9)).await;
            assert_eq!(refusal(freed), Error::NotFound("Home"));
        }
        assert_eq!(blocks_of(&state, &home).await, ["5–9"]);
    }

    async fn the_same_home_of_the_same_host_is_freed_alone(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        let (one, other) = (state.home(&ailsa).publish().await, state.home(&ailsa).publish().await);
        for home in [&one, &other] {
            block(&state, &ailsa, home, nights(5, 9)).await.expect("nights");
        }
        free(&state, &ailsa, &one, nights(5, 9)).await.expect("nights");
        assert_eq!((blocks_of(&state, &one).await.len(), blocks_of(&state, &other).await.len()), (0, 1));
    }

    async fn nights_that_are_over_stay_as_they_were(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        let home = state.home(&ailsa).town(AUCKLAND).publish().await;
        block(&state, &ailsa, &home, nights(2, 9)).await.expect("nights");
        // The 4th in Greenwich, the 5th in Auckland.
        state.clock.set(at(4, 20));
        assert_eq!(fields(free(&state, &ailsa, &home, nights(4, 9)).await), ["first_night"]);
        free(&state, &ailsa, &home, nights(5, 9)).await.expect("nights");
        assert_eq!(blocks_of(&state, &home).await, ["2–4"]);
        assert_eq!(fields(free(&state, &ailsa, &home, nights(9, 8)).await), ["last_night"]);
    }
}
