//! "Where": places by name, whatever the accents and case.

use server::{
    search::{PlaceKind, suggest},
    telemetry::statements::counted,
};

use super::*;

const STOCKBRIDGE: Town = Town {
    neighbourhood: "Stockbridge",
    ..EDINBURGH
};

async fn three_countries(state: &TestState) {
    let ailsa = state.host("Ailsa").await;
    let homes = [
        ("Leith", EDINBURGH),
        ("Stockbridge", STOCKBRIDGE),
        ("Kyoto", KYOTO),
        ("Coyoacán", MEXICO_CITY),
    ];
    for (title, town) in homes {
        state.home(&ailsa).title(title).town(town).publish().await;
    }
}

stories! {
    async fn homes_are_found_by_neighbourhood_city_and_country(state: TestState) {
        three_countries(&state).await;
        assert_eq!(titles(&found(&state, "where=Leith").await), ["Leith"]);
        assert_eq!(sorted(&found(&state, "where=Edinburgh").await), ["Leith", "Stockbridge"]);
        assert_eq!(sorted(&found(&state, "where=United Kingdom").await), ["Leith", "Stockbridge"]);
        assert_eq!(titles(&found(&state, "where=Japan").await), ["Kyoto"]);
        assert_eq!(found(&state, "").await.count.exact, 4);
    }

    async fn accents_case_and_commas_do_not_matter(state: TestState) {
        three_countries(&state).await;
        for typed in ["coyoacan", "COYOACÁN", "Coyoacán, Mexico City", "  coyoacan , méxico", "Coyo"] {
            let page = found(&state, &format!("where={typed}")).await;
            assert_eq!(titles(&page), ["Coyoacán"], "{typed}");
        }
        for typed in ["leith edin", "Leith,Edinburgh, united kingdom"] {
            assert_eq!(titles(&found(&state, &format!("where={typed}")).await), ["Leith"], "{typed}");
        }
    }

    async fn a_city_comes_before_a_neighbourhood_of_its_name(state: TestState) {
        three_countries(&state).await;
        let ailsa = state.host("Ailsa").await;
        let little_kyoto = Town { neighbourhood: "Kyoto", ..EDINBURGH };
        state.home(&ailsa).title("Little Kyoto").town(little_kyoto).publish().await;
        let page = found(&state, "where=kyoto").await;
        let place = page.place.as_ref().expect("a place");
        assert_eq!((place.kind, place.detail.as_str()), (PlaceKind::City, "Japan"));
        assert_eq!(titles(&page), ["Kyoto"]);
        assert_eq!(page.suggestions[0].text, "Kyoto, Edinburgh, United Kingdom");
        let meant = asked(&format!("where={}", page.suggestions[0].text));
        let page = search(&state.ctx, &meant).await.expect("a search");
        assert_eq!(titles(&page), ["Little Kyoto"]);
    }

    async fn an_unknown_place_shows_no_homes_but_other_places(state: TestState) {
        three_countries(&state).await;
        for typed in ["Atlantis", "!!!", "100%", "_", "'; DROP TABLE places; --"] {
            let page = found(&state, &format!("where={typed}")).await;
            assert!(page.place.is_none() && page.cards.is_empty() && page.count.exact == 0, "{typed}");
            assert!(!page.suggestions.is_empty(), "{typed}");
        }
        let page = found(&state, "where=Edinbrugh").await;
        assert_eq!(page.suggestions[0].name, "Edinburgh");
    }

    async fn places_are_offered_while_typing_in_one_statement(state: TestState) {
        three_countries(&state).await;
        let names = async |typed: &str| -> Vec<String> {
            let (places, statements) = counted(suggest(&state.ctx, typed)).await;
            assert!(statements <= 1, "{statements} statements for {typed}");
            places.expect("places").into_iter().map(|place| place.name).collect()
        };
        assert_eq!(names("COYO").await, ["Coyoacán"]);
        assert_eq!(names("mexico ci").await, ["Mexico City", "Coyoacán"]);
        assert_eq!(names("king").await[0], "United Kingdom");
        assert_eq!(names("kyo").await, ["Kyoto", "Fushimi"]);
        assert!(names("").await.is_empty());
        assert!(names("zzz").await.is_empty());
    }

    async fn a_name_that_begins_as_typed_is_offered_first(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        let old_town = Town { neighbourhood: "Old Town, Princes Street and Leith Street", ..EDINBURGH };
        for (title, town) in [("Attic", old_town), ("Close", old_town), ("Harbour", EDINBURGH)] {
            state.home(&ailsa).title(title).town(town).publish().await;
        }
        let places = suggest(&state.ctx, "leit").await.expect("places");
        assert_eq!(places[0].name, "Leith");
        assert_eq!(places.len(), 2);
    }

    async fn a_suggestion_leads_to_its_homes(state: TestState) {
        three_countries(&state).await;
        let places = suggest(&state.ctx, "stockb").await.expect("places");
        assert_eq!(places[0].text, "Stockbridge, Edinburgh, United Kingdom");
        assert_eq!(places[0].query, "where=Stockbridge%2C+Edinburgh%2C+United+Kingdom");
        let page = found(&state, &format!("where={}", places[0].text)).await;
        assert_eq!(titles(&page), ["Stockbridge"]);
        assert_eq!(page.cards[0].place_name, "Stockbridge, Edinburgh");
    }

    async fn a_page_takes_two_statements_and_one_without_a_place(state: TestState) {
        three_countries(&state).await;
        for (url, most) in [("where=Edinburgh&guests=2&sort=rating", 2), ("where=Atlantis", 1), ("guests=2", 1)] {
            let (page, statements) = counted(search(&state.ctx, &asked(url))).await;
            page.expect("a page");
            assert_eq!(statements, most, "{url}");
        }
    }

    async fn a_page_of_nothing_takes_one_statement_more(state: TestState) {
        three_countries(&state).await;
        let days = dates(&state, 0, 2);
        let many = format!("where=Edinburgh&guests=9&amenity=sauna&amenity=wifi&kind=hotel_room&min_price=1&max_price=2&{days}");
        for (url, most) in [(many.as_str(), 3), ("guests=9&amenity=sauna", 2), ("where=Edinburgh&amenity=sauna&after=AAAA", 3)] {
            let (page, statements) = counted(search(&state.ctx, &asked(url))).await;
            assert_eq!((page.expect("a page").count.exact, statements), (0, most), "{url}");
        }
    }
}
