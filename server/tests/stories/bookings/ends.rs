//! How a hold ends without a stay, and how a stay ends.

use domain::{Error, bookings::State};
use server::{
    bookings,
    payments::sandbox::{self, Next},
};

use crate::{stage::*, support::*};

stories! {
    async fn letting_go_frees_the_nights_at_once(state: TestState) {
        let (ailsa, mina, noor) = (state.host("Ailsa").await, state.guest("Mina").await, state.guest("Noor").await);
        let home = state.home(&ailsa).publish().await;
        let id = hold(&state, &mina, &home, state.stay(3, 2)).await;
        let intent = press(&state, &mina, id).await;
        bookings::release(&state.ctx, &mina, id).await.expect("a release");
        bookings::release(&state.ctx, &mina, id).await.expect("once more changes nothing");
        assert_eq!((state_of(&state, id).await, nights_of(&state, &home).await), (State::Withdrawn, 0));
        hold(&state, &noor, &home, state.stay(3, 2)).await;
        tick(&state).await;
        assert_eq!(payment(&state, id).await.status, "canceled");
        let late = sandbox::submit_card(&state.ctx, &intent, typed(GOOD)).await.expect("an answer");
        assert!(matches!(late, Next::Return(_)));
        assert!(ledger(&state, id).await.is_empty());
    }

    async fn what_is_paid_for_cannot_be_let_go(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).publish().await;
        let id = hold(&state, &mina, &home, state.stay(3, 2)).await;
        // Authorised at the provider, and nobody has told us.
        card(&state, &mina, id, GOOD).await;
        let refused = refusal(bookings::release(&state.ctx, &mina, id).await);
        assert!(matches!(refused, Error::Refused(_)), "{refused}");
        tick(&state).await;
        assert_eq!((state_of(&state, id).await, nights_of(&state, &home).await), (State::Confirmed, 2));
    }

    async fn a_hold_nobody_pays_for_ends_and_frees_its_nights(state: TestState) {
        let (ailsa, mina, noor) = (state.host("Ailsa").await, state.guest("Mina").await, state.guest("Noor").await);
        let home = state.home(&ailsa).publish().await;
        let id = hold(&state, &mina, &home, state.stay(3, 2)).await;
        wait(&state.clock, 14);
        tick(&state).await;
        assert_eq!((state_of(&state, id).await, nights_of(&state, &home).await), (State::Held, 2));
        wait(&state.clock, 1);
        tick(&state).await;
        assert_eq!((state_of(&state, id).await, nights_of(&state, &home).await), (State::Expired, 0));
        assert_eq!(history(&state, id).await, ["held", "expiring", "expired"]);
        assert_eq!(payment(&state, id).await.status, "canceled");
        hold(&state, &noor, &home, state.stay(3, 2)).await;
    }

    async fn a_hold_that_the_provider_never_heard_of_ends_at_once(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).publish().await;
        let id = hold(&state, &mina, &home, state.stay(3, 2)).await;
        wait(&state.clock, 15);
        tick(&state).await;
        assert_eq!((state_of(&state, id).await, nights_of(&state, &home).await), (State::Expired, 0));
        assert_eq!(payment(&state, id).await.intent_id, None);
        assert!(effects(&state, id).await.iter().all(|effect| effect.state == "done"));
    }

    async fn nights_whose_hold_is_over_are_free_before_the_worker_comes_by(state: TestState) {
        let (ailsa, mina, noor) = (state.host("Ailsa").await, state.guest("Mina").await, state.guest("Noor").await);
        let home = state.home(&ailsa).publish().await;
        let unknown = hold(&state, &mina, &home, state.stay(3, 2)).await;
        let pressed = hold(&state, &mina, &home, state.stay(10, 2)).await;
        press(&state, &mina, pressed).await;
        wait(&state.clock, 15);
        let again = hold(&state, &mina, &home, state.stay(4, 2)).await;
        assert_eq!((state_of(&state, unknown).await, state_of(&state, again).await), (State::Expired, State::Held));
        hold(&state, &noor, &home, state.stay(9, 4)).await;
        assert_eq!(state_of(&state, pressed).await, State::Expired);
        assert_eq!(payment(&state, pressed).await.status, "canceled");
        assert_eq!(nights_of(&state, &home).await, 6);
    }

    async fn a_card_authorised_in_time_keeps_nights_that_another_asks_for(state: TestState) {
        let (ailsa, mina, noor) = (state.host("Ailsa").await, state.guest("Mina").await, state.guest("Noor").await);
        let home = state.home(&ailsa).publish().await;
        let id = hold(&state, &mina, &home, state.stay(3, 2)).await;
        card(&state, &mina, id, GOOD).await;
        wait(&state.clock, 15);
        let refused = refusal(bookings::hold(&state.ctx, &noor, request(&home, state.stay(3, 2))).await);
        assert!(matches!(refused, Error::DatesTaken { .. }), "{refused}");
        assert_eq!(state_of(&state, id).await, State::Confirmed);
    }

    async fn a_card_authorised_in_time_wins_over_the_end_of_the_hold(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).publish().await;
        let id = hold(&state, &mina, &home, state.stay(3, 2)).await;
        wait(&state.clock, 14);
        card(&state, &mina, id, GOOD).await;
        wait(&state.clock, 5);
        tick(&state).await;
        assert_eq!(state_of(&state, id).await, State::Confirmed);
        assert_eq!(nights_of(&state, &home).await, 2);
    }

    async fn a_card_authorised_after_the_end_is_too_late(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).publish().await;
        let id = hold(&state, &mina, &home, state.stay(3, 2)).await;
        let intent = press(&state, &mina, id).await;
        wait(&state.clock, 15);
        tick(&state).await;
        let late = sandbox::submit_card(&state.ctx, &intent, typed(GOOD)).await.expect("an answer");
        assert_eq!(late, Next::Return(format!("/checkout/{id}/return")));
        assert_eq!(bookings::returned(&state.ctx, &mina, id).await.expect("a return"), State::Expired);
        assert_eq!((payment(&state, id).await.captured, nights_of(&state, &home).await), (0, 0));
        let view = bookings::checkout(&state.ctx, &mina, id).await.expect("a checkout");
        assert_eq!((view.state, view.payable(), view.seconds_left), (State::Expired, false, 0));
    }

    async fn an_authorisation_that_lapsed_before_it_was_captured_ends_the_booking(state: TestState) {
        use sea_orm::ActiveValue::Set;
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        // Nobody accepts for seven days.
        let home = state.home(&ailsa).with(|row| row.instant_book = Set(false)).publish().await;
        let id = hold(&state, &mina, &home, state.stay(30, 2)).await;
        card(&state, &mina, id, GOOD).await;
        assert_eq!(bookings::returned(&state.ctx, &mina, id).await.expect("a return"), State::Authorized);
        let lapses = payment(&state, id).await.capture_before.expect("a last moment");
        state.clock.set(lapses);
        tick(&state).await;
        assert_eq!((state_of(&state, id).await, nights_of(&state, &home).await), (State::Expired, 0));
    }

    async fn a_stay_is_completed_after_check_out_by_the_homes_clock(state: TestState) {
        let (misaki, mina) = (state.host("美咲").await, state.guest("Mina").await);
        let home = state.home(&misaki).town(KYOTO).nightly(12_000).publish().await;
        let stay = state.stay(3, 2);
        let id = book(&state, &mina, &home, stay).await;
        let leaves = domain::stays::local_to_utc(chrono_tz::Asia::Tokyo, stay.check_out, 11 * 60);
        state.clock.set(leaves - chrono::TimeDelta::seconds(1));
        tick(&state).await;
        assert_eq!(state_of(&state, id).await, State::Confirmed);
        state.clock.set(leaves);
        tick(&state).await;
        assert_eq!(state_of(&state, id).await, State::Completed);
        assert_eq!(nights_of(&state, &home).await, 2, "the nights were slept in");
    }
}
