//! Showing homes to guests and hiding them.

use domain::listings::Status;
use server::{
    bookings,
    hosting::{self, Change, RulesForm},
    listings, search,
};

use crate::{
    hosting::said::*,
    stage::{refusal, request},
    support::*,
};

stories! {
    async fn an_incomplete_home_is_not_published_and_what_is_missing_is_told(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        let id = create(&state, &ailsa, "Edinburgh").await;
        let sentence = refusal(publish(&state, &ailsa, id).await).to_string();
        assert_eq!(
            sentence,
            "This home is not complete yet. Say what kind of home it is, and for how many. Add at least one photo. Write a title \
             and a description. Set the price of a night. Scotland asks every home for its short-term let licence number. Enter it."
        );
        assert_eq!(row(&state, id).await.status, Status::Draft.as_str());
        assert_eq!(counts(&state, id).await, [0, 0]);
        let empty = hosting::preview(&state.ctx, &ailsa, id).await.expect("even a bare draft can be looked at");
        assert_eq!(empty.title, "");
    }

    async fn a_number_is_asked_for_where_the_place_asks_for_one(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        for (city, demanded) in [
            ("Lisbon", Some("Portugal")), ("Sevilla, Spain", Some("Spain")), ("Paris, France", Some("Paris")), ("Amsterdam, NL", Some("Amsterdam")),
            ("Glasgow", Some("Scotland")), ("Kyoto", Some("Japan")), ("New York", Some("New York")), ("Falmouth", None), ("Nairobi", None),
            ("Portland, OR", None), ("Montréal", Some("Quebec")),
        ] {
            let id = create(&state, &ailsa, city).await;
            let view = edit(&state, &ailsa, id).await;
            assert_eq!(view.registration.map(|asked| asked.place), demanded, "{city}");
        }
        let id = complete(&state, &ailsa, "Kyoto").await;
        let sentence = refusal(publish(&state, &ailsa, id).await).to_string();
        assert_eq!(sentence, "This home is not complete yet. Japan asks every home for its minpaku or hotel licence number. Enter it.");
        let licensed = RulesForm { registration: "M260012345".into(), ..rules() };
        save(&state, &ailsa, id, Change::Rules(licensed)).await.expect("a step");
        publish(&state, &ailsa, id).await.expect("published");
        let shown = listings::show(&state.ctx, id, None, None).await.expect("a look").expect("the home");
        assert_eq!(shown.registration.as_deref(), Some("M260012345"));
    }

    async fn publishing_pausing_and_archiving_twice_is_once(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        let id = complete(&state, &ailsa, "Falmouth").await;
        let version = version(&state, id).await;
        let first = hosting::publish(&state.ctx, &ailsa, id, &version).await.expect("published");
        let since = row(&state, id).await.published_at;
        state.clock.advance(chrono::TimeDelta::hours(1));
        assert_eq!(hosting::publish(&state.ctx, &ailsa, id, &version).await.expect("published already"), first);
        assert_eq!(counts(&state, id).await, [1, 1]);

        let shown = first.to_string();
        let paused = hosting::pause(&state.ctx, &ailsa, id, &shown).await.expect("paused");
        assert_eq!(hosting::pause(&state.ctx, &ailsa, id, &shown).await.expect("paused already"), paused);
        assert_eq!(counts(&state, id).await, [0, 0]);
        publish(&state, &ailsa, id).await.expect("published again");
        assert_eq!(row(&state, id).await.published_at, since, "it is no newer for that");
        assert_eq!(counts(&state, id).await, [1, 1]);

        let shown = crate::hosting::said::version(&state, id).await;
        let archived = hosting::archive(&state.ctx, &ailsa, id, &shown).await.expect("archived");
        assert_eq!(hosting::archive(&state.ctx, &ailsa, id, &shown).await.expect("archived already"), archived);
        assert_eq!(counts(&state, id).await, [0, 0]);
        assert_eq!(row(&state, id).await.archived_at, Some(state.now()));
        publish(&state, &ailsa, id).await.expect("brought back");
        assert_eq!((row(&state, id).await.archived_at, counts(&state, id).await), (None, vec![1, 1]));
    }

    async fn a_paused_home_is_not_found_and_not_booked(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = published(&state, &ailsa, "Falmouth").await;
        let everywhere = domain::SearchQuery::default();
        let found = || async { search::search(&state.ctx, &everywhere).await.expect("a search").cards.len() };
        assert_eq!(found().await, 1);
        pause(&state, &ailsa, home.id).await.expect("paused");
        assert_eq!(found().await, 0);
        let wish = request(&home, state.stay(9, 3));
        let sentence = refusal(bookings::hold(&state.ctx, &mina, wish.clone()).await).to_string();
        assert_eq!(sentence, "This home is not taking bookings at the moment.");
        publish(&state, &ailsa, home.id).await.expect("published");
        bookings::hold(&state.ctx, &mina, wish).await.expect("a hold");
    }

    async fn what_guests_do_not_see_cannot_be_paused(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        let id = create(&state, &ailsa, "Falmouth").await;
        let sentence = refusal(pause(&state, &ailsa, id).await).to_string();
        assert_eq!(sentence, "This home is a draft: guests do not see it yet.");
        archive(&state, &ailsa, id).await.expect("a draft may go too");
        let sentence = refusal(pause(&state, &ailsa, id).await).to_string();
        assert_eq!(sentence, "This home is archived: guests do not see it.");
    }
}
