//! The detailed file: what lands, what is refused, and what a second import changes.

use chrono::TimeDelta;
use domain::Pricing;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, IntoActiveModel};
use server::{
    entities::{exchange_rates, imports},
    imports::inside_airbnb::{Kind, Written},
};

use super::*;

fn reason(report: &Report, row: u64) -> &str {
    let found = report.refusals.iter().find(|refusal| refusal.row == row);
    found.map_or("", |refusal| refusal.reason.as_str())
}

stories! {
    async fn usable_rows_land_and_the_others_are_refused_with_row_and_reason(state: TestState) {
        let report = imported(&state, "detailed.csv").await;
        assert_eq!((report.kind, report.rows), (Kind::Detailed, 12));
        assert_eq!(report.written, Written { added: 4, changed: 0, unchanged: 0 });
        let rows: Vec<u64> = report.refusals.iter().map(|refusal| refusal.row).collect();
        // A quoted line break makes no row: rows are counted as a spreadsheet counts them.
        assert_eq!(rows, [4, 5, 6, 7, 8, 9, 10, 12]);
        assert_eq!(reason(&report, 4), "it has no price");
        assert_eq!(reason(&report, 5), "its price is no usable amount: $0.00");
        assert_eq!(reason(&report, 6), "it has no place");
        assert_eq!(reason(&report, 7), "its place is no place on Earth: 0.0, 0.0");
        assert!(reason(&report, 8).ends_with("km from Edinburgh"), "{}", reason(&report, 8));
        assert_eq!(reason(&report, 9), "it has no id");
        assert_eq!(reason(&report, 10), "its id came before: in row 2");
        assert_eq!(reason(&report, 12), "its kind of room is unknown: Nest");
        let written = std::fs::read_to_string(&report.report).expect("the report's file");
        for expected in ["row 4\tid 103\tit has no price", "1\tWine glasses", "No cleaning fee", "4 homes are new"] {
            assert!(written.contains(expected), "{expected} is not in\n{written}");
        }
        let kept = imports::Entity::find().one(state.db()).await.expect("a look").expect("a row about the import");
        assert_eq!((kept.rows, kept.accepted, kept.refused), (12, 4, 8));
    }

    async fn texts_become_clean_and_scripts_and_emoji_stay(state: TestState) {
        imported(&state, "detailed.csv").await;
        let store = home(&state, "101").await;
        assert_eq!(
            store.description,
            "One room & a stove.\nTwo steps up.\n\nNo lift – sorry.\n\nGulls <3 and boats < 5 min away."
        );
        let room = home(&state, "102").await;
        assert_eq!(room.title, "静かな部屋 🏡 «тихо»");
        assert_eq!(room.description, "She said \"come in\",\nand we did.\n\nعيون");
    }

    async fn a_home_is_the_sources_and_carries_its_ratings_apart(state: TestState) {
        imported(&state, "detailed.csv").await;
        let store = home(&state, "101").await;
        assert_eq!((store.owner_id, store.source.as_deref()), (None, Some("inside-airbnb")));
        assert_eq!(store.source_licence.as_deref(), Some("CC BY 4.0"));
        assert_eq!(store.source_url.as_deref(), Some("https://insideairbnb.com/"));
        assert_eq!(store.host_name.as_deref(), Some("Morag"));
        assert_eq!((store.rating, store.review_count), (None, 0));
        assert_eq!((store.source_rating, store.source_review_count), (Some(488), 12));
        assert_eq!((store.half_baths, store.bedrooms, store.beds, store.capacity), (3, 1, 2, 2));
        assert_eq!((store.status.as_str(), store.instant_book), ("published", true));
        assert_eq!(slugs(&state, &store).await, ["hair-dryer", "washer", "wifi"]);
    }

    async fn prices_are_of_the_countrys_currency_and_compared_in_the_reference(state: TestState) {
        imported(&state, "detailed.csv").await;
        let store = home(&state, "101").await;
        let pricing: Pricing = serde_json::from_str(&store.pricing).expect("pricing");
        assert_eq!((pricing.currency.code(), pricing.nightly, pricing.cleaning_fee), ("GBP", 114_550, 0));
        let rate = exchange_rates::Entity::find_by_id("GBP").one(state.db()).await.expect("a look").expect("a rate");
        let exact = 114_550.0 * rate.rate_micro as f64 / 1_000_000.0;
        assert_eq!(store.shortest_ref, exact.ceil() as i64);
        assert_eq!((store.nightly_ref, store.fixed_ref), (store.shortest_ref, 0));
    }

    async fn what_the_source_does_not_say_is_the_stated_default(state: TestState) {
        imported(&state, "detailed.csv").await;
        let boat = home(&state, "108").await;
        assert_eq!((boat.title.as_str(), boat.property.as_str()), ("Boat in South Leith", "boat"));
        assert_eq!((boat.min_nights, boat.max_nights), (365, 365));
        assert_eq!((boat.capacity, boat.bedrooms, boat.beds, boat.half_baths), (2, 3, 3, 2));
        assert_eq!((boat.check_in_from, boat.check_out_by, boat.cutoff), (900, 660, 1080));
        assert_eq!(boat.address, "South Leith, Edinburgh, United Kingdom");
        let blank = home(&state, "110").await;
        assert_eq!((blank.neighbourhood_id, blank.address.as_str()), (None, "Edinburgh, United Kingdom"));
    }

    async fn places_are_found_by_folded_paths_and_count_their_homes(state: TestState) {
        imported(&state, "detailed.csv").await;
        let places = all_places(&state).await;
        let counts: Vec<(&str, u32)> = places.iter().map(|place| (place.path.as_str(), place.listings)).collect();
        assert_eq!(counts, [
            ("edinburgh united kingdom", 4),
            ("south leith edinburgh united kingdom", 2),
            ("stockbridge edinburgh united kingdom", 1),
            ("united kingdom", 4),
        ]);
        let city = places.iter().find(|place| place.kind == "city").expect("the city");
        assert_eq!(city.timezone.as_deref(), Some("Europe/London"));
        assert!(homes(&state).await.iter().all(|home| home.timezone == "Europe/London" && home.city_id == city.id));
    }

    async fn the_same_file_again_changes_nothing(state: TestState) {
        imported(&state, "detailed.csv").await;
        let before = (homes(&state).await, offers(&state).await, all_places(&state).await);
        state.clock.advance(TimeDelta::days(3));
        let report = imported(&state, "detailed.csv").await;
        assert_eq!(report.written, Written { added: 0, changed: 0, unchanged: 4 });
        assert_eq!((homes(&state).await, offers(&state).await, all_places(&state).await), before);
    }

    async fn what_the_source_changed_is_changed_and_what_happened_here_stays(state: TestState) {
        imported(&state, "detailed.csv").await;
        let store = home(&state, "101").await;
        let mut paused = store.clone().into_active_model();
        paused.status = Set("paused".into());
        paused.title = Set("What the source called it last year".into());
        paused.update(state.db()).await.expect("a change");
        let pair = offers(&state).await.into_iter().find(|pair| pair.listing_id == store.id).expect("an amenity");
        listing_amenities::Entity::delete_by_id((pair.listing_id, pair.amenity_id)).exec(state.db()).await.expect("gone");
        state.clock.advance(TimeDelta::hours(1));
        let report = imported(&state, "detailed.csv").await;
        assert_eq!(report.written, Written { added: 0, changed: 1, unchanged: 3 });
        let now = home(&state, "101").await;
        assert_eq!((now.status.as_str(), now.title.as_str()), ("paused", "Rope store by the harbour"));
        assert_eq!((now.version, now.created_at, now.updated_at), (store.version + 1, store.created_at, state.now()));
        assert_eq!(slugs(&state, &now).await, ["hair-dryer", "washer", "wifi"]);
        let city = all_places(&state).await.into_iter().find(|place| place.kind == "city").expect("the city");
        assert_eq!(city.listings, 3, "a paused home is not counted");
    }

    async fn a_price_that_the_source_changed_counts_its_version_up(state: TestState) {
        imported(&state, "detailed.csv").await;
        let before = home(&state, "101").await;
        let said: Pricing = serde_json::from_str(&before.pricing).expect("a pricing");
        let earlier = Pricing { version: 7, nightly: said.nightly - 100, ..said.clone() };
        let mut cheaper = before.into_active_model();
        cheaper.pricing = Set(serde_json::to_string(&earlier).expect("JSON"));
        cheaper.update(state.db()).await.expect("a change");
        for _ in 0..2 {
            imported(&state, "detailed.csv").await;
            let now: Pricing = serde_json::from_str(&home(&state, "101").await.pricing).expect("a pricing");
            assert_eq!(now, Pricing { version: 8, ..said.clone() });
        }
    }
}
