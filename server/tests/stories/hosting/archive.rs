//! Homes that are taken off the site, and what becomes of their bookings.

use domain::{Error, bookings::State, listings::Status};
use server::{bookings, listings, payments::sandbox};

use crate::{
    hosting::said::*,
    stage::{self, refusal, request},
    support::*,
};

stories! {
    async fn holds_are_let_go_and_paid_stays_stay(state: TestState) {
        let (ailsa, mina, siobhan) = (state.host("Ailsa").await, state.guest("Mina").await, state.guest("Siobhán").await);
        let home = published(&state, &ailsa, "Falmouth").await;
        let paid = stage::book(&state, &mina, &home, state.stay(9, 3)).await;
        let held = stage::hold(&state, &siobhan, &home, state.stay(30, 2)).await;
        let intent = stage::press(&state, &siobhan, held).await;

        archive(&state, &ailsa, home.id).await.expect("archived");
        assert_eq!(row(&state, home.id).await.status, Status::Archived.as_str());
        assert_eq!(stage::state_of(&state, held).await, State::Withdrawn);
        assert_eq!(stage::nights_of(&state, &home).await, 3, "those of the paid stay");
        let cancels = stage::effects(&state, held).await;
        assert!(cancels.iter().any(|effect| effect.kind == "payment.cancel"), "{cancels:?}");
        stage::tick(&state).await;
        assert_eq!(stage::payment(&state, held).await.status, "canceled");
        let late = sandbox::submit_card(&state.ctx, &intent, stage::typed(stage::GOOD)).await;
        assert!(!matches!(late, Ok(sandbox::Next::Return(_))) || stage::payment(&state, held).await.captured == 0);
        assert_eq!(stage::state_of(&state, held).await, State::Withdrawn);
        let told = bookings::checkout(&state.ctx, &siobhan, held).await.expect("what became of it");
        assert_eq!(told.ended_because.as_deref(), Some("The host took the home off the site."));

        let trip = bookings::trip(&state.ctx, &mina, paid).await.expect("a trip");
        assert_eq!((trip.state, trip.arrival.is_some(), trip.receipt.is_some()), (State::Confirmed, true, true));
        assert_eq!(bookings::trips(&state.ctx, &mina).await.expect("trips").upcoming.len(), 1);
        assert!(!stage::ledger(&state, paid).await.is_empty());
        assert!(listings::show(&state.ctx, home.id, None, Some(&ailsa)).await.expect("a look").is_none());
        let wish = request(&home, state.stay(50, 2));
        assert_eq!(refusal(bookings::hold(&state.ctx, &siobhan, wish).await), Error::NotFound("Home"));

        state.clock.advance(chrono::TimeDelta::days(14));
        stage::tick(&state).await;
        assert_eq!(stage::state_of(&state, paid).await, State::Completed);
    }

    async fn a_card_that_was_authorised_on_a_hold_that_went_is_never_charged(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = published(&state, &ailsa, "Falmouth").await;
        let held = stage::hold(&state, &mina, &home, state.stay(9, 3)).await;
        // The guest has paid at the provider, and neither return nor webhook has come yet.
        stage::card(&state, &mina, held, stage::GOOD).await;
        archive(&state, &ailsa, home.id).await.expect("archived");
        stage::tick(&state).await;
        let came_to = bookings::returned(&state.ctx, &mina, held).await.expect("a return");
        let payment = stage::payment(&state, held).await;
        assert_eq!((came_to, payment.captured, payment.status.as_str()), (State::Withdrawn, 0, "canceled"));
        assert_eq!(stage::nights_of(&state, &home).await, 0);
    }

    async fn a_stay_whose_payment_is_being_taken_is_confirmed_after_all(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = published(&state, &ailsa, "Falmouth").await;
        let booking = stage::book(&state, &mina, &home, state.stay(9, 3)).await;
        pause(&state, &ailsa, home.id).await.expect("paused");
        archive(&state, &ailsa, home.id).await.expect("archived");
        stage::tick(&state).await;
        assert_eq!(stage::state_of(&state, booking).await, State::Confirmed);
        assert_eq!(counts(&state, home.id).await, [0, 0], "counted out once");
    }
}
