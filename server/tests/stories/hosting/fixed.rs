//! What cannot change while bookings are open.

use server::{
    bookings,
    hosting::{Change, PlaceForm},
};

use crate::{
    hosting::said::*,
    stage::{self, fields},
    support::*,
};

stories! {
    async fn place_address_and_currency_stay_while_bookings_are_open(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = published(&state, &ailsa, "Falmouth").await;
        let booking = stage::hold(&state, &mina, &home, state.stay(9, 3)).await;
        let view = edit(&state, &ailsa, home.id).await;
        assert!(view.fixed);
        let elsewhere = PlaceForm { address: "1 Other Street".into(), ..place("Cardiff") };
        assert_eq!(fields(save(&state, &ailsa, home.id, Change::Place(elsewhere)).await), ["city", "address"]);
        let door = PlaceForm { address: "14 Harbour Row".into(), ..view.place.clone() };
        assert_eq!(fields(save(&state, &ailsa, home.id, Change::Place(door)).await), ["address"]);
        let street = PlaceForm { latitude: "50.16".into(), ..view.place.clone() };
        assert_eq!(fields(save(&state, &ailsa, home.id, Change::Place(street)).await), ["city"]);
        assert_eq!(fields(save(&state, &ailsa, home.id, Change::Price(price("EUR", "140"))).await), ["currency"]);

        // Everything else may change: it counts for the next guest.
        save(&state, &ailsa, home.id, Change::Price(price("GBP", "140"))).await.expect("another price");
        let named = PlaceForm { neighbourhood: "Redcliffe".into(), ..view.place };
        save(&state, &ailsa, home.id, Change::Place(named)).await.expect("a neighbourhood");

        bookings::release(&state.ctx, &mina, booking).await.expect("let go");
        assert!(!edit(&state, &ailsa, home.id).await.fixed);
        save(&state, &ailsa, home.id, Change::Price(price("EUR", "140"))).await.expect("another currency");
        save(&state, &ailsa, home.id, Change::Place(place("Cardiff"))).await.expect("another city");
    }

    async fn a_stay_that_is_over_fixes_nothing(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = published(&state, &ailsa, "Falmouth").await;
        let stay = state.stay(2, 2);
        stage::book(&state, &mina, &home, stay).await;
        assert!(edit(&state, &ailsa, home.id).await.fixed);
        state.clock.advance(chrono::TimeDelta::days(6));
        stage::tick(&state).await;
        assert!(!edit(&state, &ailsa, home.id).await.fixed);
        save(&state, &ailsa, home.id, Change::Price(price("EUR", "140"))).await.expect("another currency");
    }
}
