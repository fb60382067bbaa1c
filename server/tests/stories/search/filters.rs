//! Filters, and which of them is to blame when nothing is left.

use std::sync::Arc;

use domain::listings::{Kind, Status};
use sea_orm::ActiveValue::Set;
use server::{
    Context,
    imports::places,
    listings,
    payments::stripe::{Stripe, StripeSettings},
    search::{PlaceHit, home, suggest},
};

use super::*;

/// An account with Stripe; no story here pays.
fn real_money() -> Stripe {
    let settings = StripeSettings {
        secret_key: "sk_test_ofnoaccount".into(),
        publishable_key: "pk_test_ofnoaccount".into(),
        webhook_secrets: Vec::new(),
        api_base: "http://127.0.0.1:9/".into(),
        js_url: StripeSettings::JS_URL.into(),
    };
    Stripe::new(&settings).expect("a client")
}

stories! {
    async fn the_price_filter_counts_what_must_be_paid(state: TestState) {
        // £100 and £60 once: one night costs £160, about €189; each of three £120, about €142.
        let ailsa = state.host("Ailsa").await;
        state.home(&ailsa).nightly(10_000).cleaning_fee(6_000).publish().await;
        let three = dates(&state, 10, 3);
        let found = async |url: &str| found(&state, url).await.count.exact;
        assert_eq!(found("max_price=188").await, 0);
        assert_eq!(found("max_price=189").await, 1);
        assert_eq!(found("min_price=189").await, 0);
        assert_eq!(found("min_price=188&max_price=189").await, 1);
        assert_eq!(found(&format!("max_price=141&{three}")).await, 0);
        assert_eq!(found(&format!("max_price=142&{three}")).await, 1);
        assert_eq!(found(&format!("min_price=142&{three}")).await, 0);
        assert_eq!(found("max_price=1000000").await, 1);
    }

    async fn a_home_must_offer_all_that_is_asked_for(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        for (title, slugs) in [("Both", vec!["wifi", "kitchen"]), ("Wifi", vec!["wifi"]), ("Neither", vec![])] {
            let home = state.home(&ailsa).title(title).publish().await;
            for slug in slugs {
                state.offer(&home, slug).await;
            }
        }
        assert_eq!(sorted(&found(&state, "amenity=wifi").await), ["Both", "Wifi"]);
        assert_eq!(titles(&found(&state, "amenity=wifi&amenity=kitchen").await), ["Both"]);
        assert_eq!(found(&state, "amenity=sauna").await.count.exact, 0);
    }

    async fn a_home_must_take_the_guests_and_be_of_a_kind(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        state.home(&ailsa).title("Room").capacity(1).kind(Kind::PrivateRoom).publish().await;
        state.home(&ailsa).title("Flat").capacity(4).publish().await;
        state.home(&ailsa).title("Hotel").capacity(2).kind(Kind::HotelRoom).publish().await;
        assert_eq!(sorted(&found(&state, "guests=2").await), ["Flat", "Hotel"]);
        assert_eq!(titles(&found(&state, "guests=3").await), ["Flat"]);
        assert_eq!(titles(&found(&state, "kind=private_room").await), ["Room"]);
        assert_eq!(sorted(&found(&state, "kind=private_room&kind=hotel_room").await), ["Hotel", "Room"]);
    }

    async fn only_published_homes_are_found(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        for status in [Status::Draft, Status::Paused, Status::Archived] {
            state.home(&ailsa).title(status.label()).save_as(status).await;
        }
        state.home(&ailsa).title("Published").publish().await;
        assert_eq!(titles(&found(&state, "").await), ["Published"]);
    }

    async fn the_sources_rating_is_kept_apart(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        let imported = state.home(&ailsa).with(|home| {
            home.owner_id = Set(None);
            home.source = Set(Some("inside-airbnb".into()));
            home.source_id = Set(Some("15420".into()));
            home.source_rating = Set(Some(498));
            home.source_review_count = Set(580);
        });
        imported.publish().await;
        let page = found(&state, "").await;
        let card = &page.cards[0];
        let rating = card.source_rating.expect("a rating");
        assert_eq!((rating.to_string().as_str(), rating.count, card.rating), ("4.98", 580, None));
        assert_eq!(card.source.as_deref(), Some("Inside Airbnb"));
    }

    async fn samples_are_hidden_where_real_money_moves(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        let sample = state.home(&ailsa).title("Sample").with(|home| {
            home.owner_id = Set(None);
            home.source = Set(Some("inside-airbnb".into()));
            home.source_id = Set(Some("15420".into()));
        });
        let sample = sample.publish().await;
        state.home(&ailsa).title("Ours").publish().await;
        assert_eq!(sorted(&found(&state, "").await), ["Ours", "Sample"]);
        let ctx = Context { gateway: Arc::new(real_money()), ..state.ctx.clone() };
        let page = search(&ctx, &asked("")).await.expect("a search");
        assert_eq!((titles(&page), page.count.exact), (vec!["Ours"], 1));
        let shown = listings::show(&ctx, sample.id, None, None).await.expect("a look");
        assert!(shown.is_none());
        assert_eq!(home(&ctx).await.expect("a home page").worth_seeing.len(), 1);
    }

    async fn samples_are_not_counted_where_real_money_moves(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        for number in ["15420", "15421"] {
            let sample = state.home(&ailsa).with(|home| {
                home.owner_id = Set(None);
                home.source = Set(Some("inside-airbnb".into()));
                home.source_id = Set(Some(number.into()));
            });
            sample.publish().await;
        }
        state.home(&ailsa).town(KYOTO).publish().await;
        places::recount(state.db()).await.expect("a count");
        let names = |hits: &[PlaceHit]| hits.iter().map(|hit| (hit.name.clone(), hit.listings)).collect::<Vec<_>>();
        let (edinburgh, kyoto) = (("Edinburgh".to_owned(), 2), ("Kyoto".to_owned(), 1));
        assert_eq!(names(&home(&state.ctx).await.expect("a home page").places), [edinburgh.clone(), kyoto.clone()]);
        assert_eq!(names(&suggest(&state.ctx, "edin").await.expect("places"))[0], edinburgh);
        let ctx = Context { gateway: Arc::new(real_money()), ..state.ctx.clone() };
        let page = home(&ctx).await.expect("a home page");
        assert_eq!((names(&page.places), page.weekend.expect("a weekend").place.name), (vec![kyoto.clone()], kyoto.0));
        assert!(suggest(&ctx, "edin").await.expect("places").is_empty());
        let meant = search(&ctx, &asked("where=Edinbrugh")).await.expect("a search").suggestions;
        assert!(!meant.is_empty() && meant.iter().all(|hit| hit.listings == 1), "{meant:?}");
    }

    async fn when_nothing_is_found_the_filter_that_emptied_it_is_named(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        let home = state.home(&ailsa).capacity(2).publish().await;
        state.offer(&home, "wifi").await;
        let page = found(&state, "where=Leith&guests=5&amenity=wifi").await;
        assert_eq!((page.count.exact, page.emptied_by.len()), (0, 1));
        let blamed = &page.emptied_by[0];
        assert_eq!((blamed.label.as_str(), blamed.count.exact), ("5 guests", 1));
        assert_eq!(blamed.without, "where=Leith&amenity=wifi");
        assert_eq!(found(&state, &blamed.without).await.count.exact, 1);
    }

    async fn of_several_filters_the_one_that_hides_most_comes_first(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        state.home(&ailsa).capacity(9).publish().await;
        for _ in 0..2 {
            let home = state.home(&ailsa).capacity(2).publish().await;
            state.offer(&home, "wifi").await;
        }
        let page = found(&state, "guests=5&amenity=wifi").await;
        let blamed: Vec<(&str, u32)> = page.emptied_by.iter().map(|filter| (filter.without.as_str(), filter.count.exact)).collect();
        assert_eq!(blamed, [("amenity=wifi", 2), ("guests=5", 1)]);
    }

    async fn when_the_dates_emptied_it_they_are_named(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        let home = state.home(&ailsa).publish().await;
        state.take(&home, state.stay(10, 3), "booking").await;
        let page = found(&state, &format!("where=Leith&{}", dates(&state, 10, 2))).await;
        assert_eq!(page.emptied_by.len(), 1);
        assert_eq!(page.emptied_by[0].without, "where=Leith");
    }
}
