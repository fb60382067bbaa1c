//! The whole way, from a draft to the first booking.

use domain::{SearchQuery, bookings::State, hosting::Step, listings::Status};
use server::{
    bookings,
    hosting::{self, Change},
    listings,
    payments::sandbox::Next,
    search,
};

use crate::{hosting::said::*, stage, support::*};

stories! {
    async fn a_host_describes_a_home_publishes_it_and_a_guest_books_and_pays(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let wish = hosting::PlaceForm { neighbourhood: "Leith".into(), ..place("edinburgh") };
        let id = hosting::create(&state.ctx, &ailsa, wish).await.expect("a draft");
        let draft = edit(&state, &ailsa, id).await;
        assert_eq!((draft.status, draft.version), (Status::Draft, 1));
        assert_eq!(draft.name, "Home in Leith");
        assert_eq!(draft.location, "Leith, Edinburgh, United Kingdom");
        assert_eq!((draft.timezone.as_str(), draft.price.currency.as_str()), ("Europe/London", "GBP"));
        let lacking: Vec<Step> = draft.missing.iter().map(|missing| missing.step).collect();
        assert_eq!(lacking, [Step::Basics, Step::Photos, Step::Text, Step::Price, Step::Rules]);

        let licensed = hosting::RulesForm { registration: "EH-70123-F".into(), ..rules() };
        for change in [
            Change::Basics(basics()),
            Change::Amenities(vec!["wifi".into(), "kettle".into()]),
            Change::Text(text("The net loft")),
            Change::Price(hosting::PriceForm { cleaning_fee: "40".into(), ..price("GBP", "124") }),
            Change::Stays(stays()),
            Change::Rules(licensed),
        ] {
            save(&state, &ailsa, id, change).await.expect("a step");
        }
        photograph(&state, id).await;
        let ready = edit(&state, &ailsa, id).await;
        assert_eq!(ready.missing, []);
        assert!(Step::ALL.iter().all(|step| ready.is_said(*step) && !ready.summary(*step).is_empty()));
        let preview = hosting::preview(&state.ctx, &ailsa, id).await.expect("a preview");
        assert_eq!((preview.title.as_str(), preview.amenities.len()), ("The net loft", 2));
        let hidden = listings::show(&state.ctx, id, None, Some(&ailsa)).await.expect("a look");
        assert!(hidden.is_none(), "a draft has no page");

        publish(&state, &ailsa, id).await.expect("a published home");
        assert_eq!(counts(&state, id).await, [1, 1, 1]);
        let stay = state.stay(20, 3);
        let asked = SearchQuery { place: "leith".into(), stay: Some(stay), guests: 4, ..SearchQuery::default() };
        let found = search::search(&state.ctx, &asked).await.expect("a search");
        let card = found.cards.first().expect("a card");
        assert_eq!((card.id, card.title.as_str()), (id, "The net loft"));
        assert_eq!(card.total.as_ref().map(|sum| sum.total.to_string()).as_deref(), Some("£412.00"));

        let home = row(&state, id).await;
        let booking = stage::hold(&state, &mina, &home, stay).await;
        let next = stage::card(&state, &mina, booking, stage::GOOD).await;
        assert_eq!(next, Next::Return(format!("/checkout/{booking}/return")));
        let came_to = bookings::returned(&state.ctx, &mina, booking).await.expect("a return");
        assert_eq!(came_to, State::Confirmed);
        let trip = bookings::trip(&state.ctx, &mina, booking).await.expect("a trip");
        let arrival = trip.arrival.expect("what only guests see");
        assert_eq!((arrival.address.as_str(), arrival.notes.as_str()), ("12 Harbour Row", "The key is under the third pot."));
        assert_eq!(stage::row(&state, booking).await.host_id, Some(ailsa.user_id));
    }
}
