//! The whole way, from signing up to the end of the stay.

use domain::bookings::State;
use server::{
    accounts::{self, SignUp},
    bookings, listings,
    payments::sandbox::Next,
};

use crate::{stage::*, support::*};

stories! {
    async fn a_stranger_signs_up_books_pays_and_stays(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        let home = state.home(&ailsa).title("The net loft").nightly(12_400).cleaning_fee(4_000).publish().await;
        let newcomer = SignUp {
            first_name: "Siobhán".into(),
            last_name: "O'Brien".into(),
            email: "Siobhan@Example.com".into(),
            password: "a lighthouse in the fog".into(),
        };
        let guest = accounts::sign_up(&state.ctx, newcomer).await.expect("an account");
        let stay = state.stay(9, 3);

        let shown = listings::show(&state.ctx, home.id, Some((stay, 2)), Some(&guest)).await.expect("a look").expect("the home");
        let quote = shown.chosen.and_then(|chosen| chosen.quote).expect("a price");
        let wish = bookings::HoldRequest { shown_total: quote.total, ..request(&home, stay) };
        let id = bookings::hold(&state.ctx, &guest, wish).await.expect("a hold");

        let checkout = bookings::checkout(&state.ctx, &guest, id).await.expect("a checkout");
        assert_eq!(checkout.quote, quote, "what the price box showed, line by line");
        let next = card(&state, &guest, id, GOOD).await;
        assert_eq!(next, Next::Return(format!("/checkout/{id}/return")));
        assert_eq!(bookings::returned(&state.ctx, &guest, id).await.expect("a return"), State::Confirmed);

        let trip = bookings::trip(&state.ctx, &guest, id).await.expect("a trip");
        assert_eq!((trip.home.title.as_str(), trip.quote.total), ("The net loft", 41_200));
        assert_eq!(trip.receipt.expect("a receipt").guest_name, "Siobhán O'Brien");
        let taken = listings::show(&state.ctx, home.id, Some((stay, 2)), None).await.expect("a look").expect("the home");
        let refusal = taken.chosen.and_then(|chosen| chosen.refusal);
        assert!(matches!(refusal, Some(domain::Error::DatesTaken { .. })), "{refusal:?}");

        state.clock.set(domain::stays::local_to_utc(EDINBURGH.timezone, stay.check_out, 12 * 60));
        tick(&state).await;
        let trips = bookings::trips(&state.ctx, &guest).await.expect("trips");
        assert_eq!((trips.past.len(), trips.past[0].state), (1, State::Completed));
    }
}
