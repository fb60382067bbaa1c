//! Stories of what homes can offer: named by anybody, once; changed and taken away by admins alone.

use domain::Error;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait};
use server::{
    amenities::{self, ChangeAmenity, CreateAmenity},
    entities, hosting,
    imports::amenities::CATALOGUE,
};
use uuid::Uuid;

use crate::{
    reviews::said::{admin, row},
    stage::{fields, refusal},
    support::*,
};

fn called(name: &str) -> CreateAmenity {
    CreateAmenity {
        name: name.into(),
        ..CreateAmenity::default()
    }
}

stories! {
    async fn a_name_is_one_amenity_whatever_its_case_and_gaps(state: TestState) {
        let mina = state.guest("Mina").await;
        let wanted = CreateAmenity { description: "In tune".into(), number: Some(1), ..called("Grand piano") };
        let piano = amenities::create(&state.ctx, &mina, wanted).await.expect("an amenity");
        assert_eq!((piano.slug.as_str(), piano.number), ("grand-piano", Some(1)));
        for name in ["grand PIANO", " Grand-Piano ", "Gránd piano"] {
            let same = amenities::create(&state.ctx, &mina, called(name)).await.expect("the same");
            assert_eq!(same, piano, "{name}");
        }
        let wifi = amenities::create(&state.ctx, &mina, called("WiFi")).await.expect("the catalogue's");
        assert_eq!((wifi.name.as_str(), wifi.slug.as_str()), ("Wi-Fi", "wifi"));
        let all = entities::amenities::Entity::find().all(state.db()).await.expect("all");
        assert_eq!(all.len(), CATALOGUE.len() + 1);
    }

    async fn of_two_that_name_it_at_once_both_get_the_same(state: TestState) {
        let (mina, siobhan) = (state.guest("Mina").await, state.guest("Siobhán").await);
        amenities::create(&state.ctx, &mina, called("Harp")).await.expect("the first fills the catalogue");
        let other = state.another_server().await;
        let (one, two) = tokio::join!(
            amenities::create(&state.ctx, &mina, called("Piano")),
            amenities::create(&other, &siobhan, called("PIANO"))
        );
        assert_eq!(one.expect("an amenity").id, two.expect("an amenity").id);
    }

    async fn mistakes_are_told_at_their_fields(state: TestState) {
        let mina = state.guest("Mina").await;
        let wrong = CreateAmenity { name: "<i></i>".into(), description: "x".repeat(101), number: Some(-1) };
        assert_eq!(fields(amenities::create(&state.ctx, &mina, wrong).await), ["name", "description", "number"]);
    }

    async fn only_an_admin_changes_one_and_never_into_another(state: TestState) {
        let (mina, nina) = (state.guest("Mina").await, admin(&state).await);
        let piano = amenities::create(&state.ctx, &mina, called("Piano")).await.expect("an amenity");
        let harp = amenities::create(&state.ctx, &mina, called("Harp")).await.expect("an amenity");
        let renamed = |name: &str| ChangeAmenity { name: Some(name.into()), ..ChangeAmenity::default() };
        assert_eq!(refusal(amenities::change(&state.ctx, &mina, piano.id, renamed("Mine")).await), Error::Forbidden);
        assert_eq!(fields(amenities::change(&state.ctx, &nina, piano.id, renamed("HARP")).await), ["name"]);
        let named = amenities::change(&state.ctx, &nina, piano.id, renamed("Upright piano")).await.expect("changed");
        assert_eq!((named.name.as_str(), named.folded.as_str(), named.slug.as_str()), ("Upright piano", "upright piano", "piano"));
        let again = amenities::change(&state.ctx, &nina, piano.id, renamed("Upright piano")).await.expect("the same again");
        assert_eq!(again, named);
        assert_eq!(amenities::one(&state.ctx, harp.id).await.expect("it"), harp);
        assert_eq!(refusal(amenities::change(&state.ctx, &nina, Uuid::new_v4(), renamed("x")).await), Error::NotFound("Amenity"));
    }

    async fn an_imported_one_with_more_words_than_a_new_one_keeps_them(state: TestState) {
        let (mina, nina) = (state.guest("Mina").await, admin(&state).await);
        let piano = amenities::create(&state.ctx, &mina, called("Piano")).await.expect("an amenity");
        let (name, description) = ("Grand piano ".repeat(8), "In tune. ".repeat(20));
        let old = entities::amenities::ActiveModel {
            id: Set(piano.id),
            name: Set(name.clone()),
            description: Set(description.clone()),
            number: Set(Some(2_000_000)),
            ..Default::default()
        };
        old.update(state.db()).await.expect("an imported amenity");
        let fewer = ChangeAmenity { number: Some(2), ..ChangeAmenity::default() };
        let changed = amenities::change(&state.ctx, &nina, piano.id, fewer).await.expect("changed");
        assert_eq!((changed.name.as_str(), changed.description.as_str(), changed.number), (name.as_str(), description.as_str(), Some(2)));
        let whole = ChangeAmenity { name: Some(name.clone()), description: Some("Tuned.".into()), number: Some(2) };
        let changed = amenities::change(&state.ctx, &nina, piano.id, whole).await.expect("what was read, with other words");
        assert_eq!((changed.name, changed.description.as_str()), (name, "Tuned."));
        let wrong = ChangeAmenity { number: Some(3_000_000), ..ChangeAmenity::default() };
        assert_eq!(fields(amenities::change(&state.ctx, &nina, piano.id, wrong).await), ["number"]);
    }

    async fn one_that_is_taken_away_is_offered_by_nobody(state: TestState) {
        let (ailsa, nina) = (state.host("Ailsa").await, admin(&state).await);
        let home = state.home(&ailsa).publish().await;
        let piano = amenities::create(&state.ctx, &ailsa, called("Piano")).await.expect("an amenity");
        hosting::offer(&state.ctx, &ailsa, home.id, piano.id).await.expect("offered");
        assert_eq!(refusal(amenities::remove(&state.ctx, &ailsa, piano.id).await), Error::Forbidden);
        amenities::remove(&state.ctx, &nina, piano.id).await.expect("removed");
        assert_eq!(refusal(amenities::remove(&state.ctx, &nina, piano.id).await), Error::NotFound("Amenity"));
        let offers = entities::listing_amenities::Entity::find().all(state.db()).await.expect("offers");
        assert!(offers.is_empty());
        let wifi = amenities::create(&state.ctx, &ailsa, called("Wi-Fi")).await.expect("the catalogue's");
        assert!(matches!(refusal(amenities::remove(&state.ctx, &nina, wifi.id).await), Error::Refused(_)));
        assert_eq!(row(&state, home.id).await.version, home.version + 1);
    }

    async fn they_come_by_name_page_by_page(state: TestState) {
        let mina = state.guest("Mina").await;
        amenities::create(&state.ctx, &mina, called("Piano")).await.expect("an amenity");
        let (mut names, mut after) = (Vec::new(), None);
        loop {
            let (page, next) = amenities::all(&state.ctx, after, 20).await.expect("a page");
            assert!(page.len() <= 20);
            names.extend(page.into_iter().map(|amenity| amenity.folded));
            after = next;
            if after.is_none() {
                break;
            }
        }
        assert!(names.is_sorted() && names.len() == CATALOGUE.len() + 1, "{names:?}");
    }
}
