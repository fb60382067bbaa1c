//! Trips keep the terms they were booked on.

use domain::{bookings::State, cancellation::Policy, stays::local_to_utc};
use server::{
    bookings,
    hosting::{Change, RulesForm, StaysForm},
};

use crate::{hosting::said::*, stage, support::*};

stories! {
    async fn a_trip_keeps_the_terms_it_was_booked_on(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = published(&state, &ailsa, "Falmouth").await;
        let stay = state.stay(9, 3);
        let booking = stage::book(&state, &mina, &home, stay).await;
        let agreed = bookings::trip(&state.ctx, &mina, booking).await.expect("a trip");

        let later = StaysForm { check_in_from: "18:00".into(), check_out_by: "08:00".into(), ..stays() };
        save(&state, &ailsa, home.id, Change::Stays(later)).await.expect("other times");
        let strict = RulesForm { house_rules: "No guests after noon.".into(), policy: Policy::Strict.as_str().into(), ..rules() };
        save(&state, &ailsa, home.id, Change::Rules(strict)).await.expect("other rules");
        save(&state, &ailsa, home.id, Change::Price(price("GBP", "990"))).await.expect("another price");

        let trip = bookings::trip(&state.ctx, &mina, booking).await.expect("a trip");
        assert_eq!((trip.check_in_from, trip.check_out_by), (16 * 60, 10 * 60 + 30));
        assert_eq!((trip.house_rules.as_str(), trip.policy), ("No shoes upstairs.", Policy::Flexible));
        assert_eq!((&trip.quote, &trip.cancellation), (&agreed.quote, &agreed.cancellation));

        // It ends at the hour that was agreed, not at the new one.
        let leaves = local_to_utc(chrono_tz::Europe::London, stay.check_out, 10 * 60 + 30);
        state.clock.set(leaves - chrono::TimeDelta::seconds(1));
        stage::tick(&state).await;
        assert_eq!(stage::state_of(&state, booking).await, State::Confirmed);
        state.clock.set(leaves);
        stage::tick(&state).await;
        assert_eq!(stage::state_of(&state, booking).await, State::Completed);
    }
}
