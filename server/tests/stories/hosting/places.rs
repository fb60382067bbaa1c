//! Where homes are: cities by name, villages by coordinates.

use server::hosting::{self, Change, PlaceForm, cities};

use crate::{
    hosting::said::*,
    stage::{fields, refusal},
    support::*,
};

fn at(city: &str, latitude: &str, longitude: &str) -> PlaceForm {
    PlaceForm {
        latitude: latitude.into(),
        longitude: longitude.into(),
        ..place(city)
    }
}

stories! {
    async fn of_several_cities_of_one_name_the_host_chooses(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        let error = refusal(hosting::create(&state.ctx, &ailsa, place("Springfield")).await);
        assert_eq!(error.to_string(), "Several places are called Springfield. Choose one.");
        let offered = cities::search("Springfield");
        let second = offered.get(1).expect("several");
        let chosen = PlaceForm { city_choice: second.id.to_string(), ..place("Springfield") };
        let id = hosting::create(&state.ctx, &ailsa, chosen.clone()).await.expect("a draft");
        let home = row(&state, id).await;
        assert_eq!((home.latitude, home.longitude), (second.centre.latitude, second.centre.longitude));
        let again = hosting::create(&state.ctx, &ailsa, chosen).await.expect("the same draft");
        assert_eq!(again, id);
        // The page sends the name alone from then on: it is the one that was chosen.
        let view = edit(&state, &ailsa, id).await;
        let moved = PlaceForm { address: "14 Harbour Row".into(), ..view.place };
        save(&state, &ailsa, id, Change::Place(moved)).await.expect("another door");
        let after = row(&state, id).await;
        assert_eq!((after.city_id, after.address.as_str()), (home.city_id, "14 Harbour Row"));

        let told = hosting::create(&state.ctx, &ailsa, place("Springfield, IL")).await.expect("a draft");
        assert_ne!(row(&state, told).await.latitude, home.latitude);
        let near = at("Springfield", "44.05", "-123.02");
        let oregon = hosting::create(&state.ctx, &ailsa, near).await.expect("the one that is there");
        assert_eq!(row(&state, oregon).await.timezone, "America/Los_Angeles");
    }

    async fn a_place_that_is_not_known_is_refused_and_a_village_is_found_by_its_coordinates(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        assert_eq!(fields(hosting::create(&state.ctx, &ailsa, place("Portree")).await), ["city"]);
        let id = hosting::create(&state.ctx, &ailsa, at("Portree", "57.4125", "−6.1942")).await.expect("a draft");
        let view = edit(&state, &ailsa, id).await;
        assert_eq!(view.location, "Portree, United Kingdom");
        assert_eq!((view.timezone.as_str(), view.price.currency.as_str()), ("Europe/London", "GBP"));
        assert_eq!(view.registration.map(|asked| asked.place), Some("Scotland"));

        let border = at("Leymen", "47.491", "7.485");
        let sentence = refusal(hosting::create(&state.ctx, &ailsa, border).await).to_string();
        assert_eq!(sentence, "We do not know Leymen. Add its country, such as “Leymen, Switzerland”.");
        let told = at("Leymen, France", "47.491", "7.485");
        let id = hosting::create(&state.ctx, &ailsa, told).await.expect("a draft");
        let view = edit(&state, &ailsa, id).await;
        assert_eq!((view.location.as_str(), view.price.currency.as_str()), ("Leymen, France", "EUR"));
        assert_eq!(fields(hosting::create(&state.ctx, &ailsa, at("Leymen, Narnia", "47.5", "7.5")).await), ["city"]);
    }

    async fn coordinates_must_be_on_earth_and_near_the_city(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        let sentence = refusal(hosting::create(&state.ctx, &ailsa, at("Falmouth", "55.95", "-3.19")).await).to_string();
        assert!(sentence.starts_with("This lies 6") && sentence.contains("km from Falmouth"), "{sentence}");
        for (latitude, longitude, expected) in [
            ("north", "-2.6", vec!["latitude"]),
            ("151.4", "-2.6", vec!["latitude"]),
            ("51.4", "", vec!["longitude"]),
            ("NaN", "inf", vec!["latitude", "longitude"]),
        ] {
            let form = at("Falmouth", latitude, longitude);
            assert_eq!(fields(hosting::create(&state.ctx, &ailsa, form).await), expected);
        }
        let nothing = PlaceForm::default();
        assert_eq!(fields(hosting::create(&state.ctx, &ailsa, nothing).await), ["city", "address"]);
    }

    async fn a_neighbourhood_is_one_place_however_it_is_written(state: TestState) {
        let (ailsa, kenta) = (state.host("Ailsa").await, state.host("Kenta").await);
        let named = |neighbourhood: &str| PlaceForm { neighbourhood: neighbourhood.into(), ..place("Falmouth") };
        let first = hosting::create(&state.ctx, &ailsa, named("Totterdown")).await.expect("a draft");
        let second = hosting::create(&state.ctx, &kenta, named("TOTTERDOWN ")).await.expect("a draft");
        let (first, second) = (row(&state, first).await, row(&state, second).await);
        assert_eq!(first.neighbourhood_id, second.neighbourhood_id);
        assert_eq!((first.city_id, first.country_id), (second.city_id, second.country_id));
        assert_eq!(edit(&state, &kenta, second.id).await.place.neighbourhood, "Totterdown");
    }

    async fn a_published_home_that_moves_is_counted_where_it_went(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        let home = published(&state, &ailsa, "Falmouth").await;
        let falmouth = home.city_id;
        assert_eq!(counts(&state, home.id).await, [1, 1]);
        let moved = PlaceForm { neighbourhood: "Roath".into(), ..place("Cardiff") };
        save(&state, &ailsa, home.id, Change::Place(moved)).await.expect("moved");
        assert_eq!(counts(&state, home.id).await, [1, 1, 1], "one country, another city");
        use sea_orm::EntityTrait;
        let left = server::entities::places::Entity::find_by_id(falmouth).one(state.db()).await;
        assert_eq!(left.expect("a look").expect("Falmouth").listings, 0);
    }
}
