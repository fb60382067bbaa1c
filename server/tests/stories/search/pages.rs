//! Orders, pages and counts.

use std::cmp::Reverse;

use domain::Stay;
use sea_orm::{ActiveValue::Set, EntityTrait, IntoActiveModel};
use server::entities::listings;
use uuid::Uuid;

use super::*;

/// Many homes that agree in much, so that every order must fall back on the id.
pub async fn many(state: &TestState, number: u32) -> Vec<listings::Model> {
    let ailsa = state.host("Ailsa").await;
    let first = state
        .home(&ailsa)
        .nightly(5_000)
        .cleaning_fee(1_000)
        .publish()
        .await;
    let mut homes = vec![first.clone()];
    for number in 1..i64::from(number) {
        homes.push(listings::Model {
            id: Uuid::new_v4(),
            title: format!("Home {number}"),
            rank: number % 5,
            nightly_ref: first.nightly_ref + number % 7 * 100,
            fixed_ref: first.fixed_ref + number % 3 * 1_000,
            shortest_ref: first.shortest_ref + number % 4 * 100,
            rating: (number % 3 == 0).then_some(400 + (number % 5) as i32),
            review_count: (number % 6) as u32,
            source_rating: (number % 2 == 0).then_some(450),
            published_at: first
                .published_at
                .map(|at| at + chrono::TimeDelta::microseconds(number % 9 * 1_500)),
            ..first.clone()
        });
    }
    for some in homes[1..].chunks(250) {
        let rows = some
            .iter()
            .map(|home| home.clone().into_active_model().reset());
        listings::Entity::insert_many(rows)
            .exec_without_returning(state.db())
            .await
            .expect("homes");
    }
    homes
}

/// Sets every column, for inserting.
trait Reset {
    fn reset(self) -> Self;
}

impl Reset for listings::ActiveModel {
    fn reset(self) -> Self {
        sea_orm::ActiveModelTrait::reset_all(self)
    }
}

/// Every page of a search, one after the other.
async fn walk(state: &TestState, url: &str) -> Vec<Uuid> {
    let mut ids = Vec::new();
    let mut next = Some(url.to_owned());
    while let Some(url) = next {
        let page = found(state, &url).await;
        assert!(page.cards.len() <= 24);
        assert!(
            page.next.is_none() || page.cards.len() == 24,
            "only the last page is short"
        );
        ids.extend(page.cards.iter().map(|card| card.id));
        next = page.next;
    }
    ids
}

fn expected<K: Ord>(
    mut homes: Vec<listings::Model>,
    key: impl Fn(&listings::Model) -> K,
) -> Vec<Uuid> {
    homes.sort_by_key(|home| key(home));
    homes.into_iter().map(|home| home.id).collect()
}

fn stars(home: &listings::Model) -> (i32, u32) {
    (
        home.rating.or(home.source_rating).unwrap_or(0),
        home.review_count + home.source_review_count,
    )
}

fn price(home: &listings::Model, stay: &Stay) -> i64 {
    home.nightly_ref * i64::from(stay.nights()) + home.fixed_ref
}

stories! {
    async fn every_order_walks_through_all_homes_without_repeating_or_skipping(state: TestState) {
        let homes = many(&state, 80).await;
        let all = || homes.clone();
        let same = async |url: &str, ids: Vec<Uuid>| assert_eq!(walk(&state, url).await, ids, "{url}");
        same("", expected(all(), |home| Reverse((home.rank, home.id)))).await;
        same("sort=price_low", expected(all(), |home| (home.shortest_ref, home.id))).await;
        same("sort=price_high", expected(all(), |home| Reverse((home.shortest_ref, home.id)))).await;
        same("sort=rating", expected(all(), |home| Reverse((stars(home), home.id)))).await;
        same("sort=newest", expected(all(), |home| Reverse((home.published_at, home.id)))).await;
        let stay = state.stay(10, 3);
        let days = dates(&state, 10, 3);
        same(&format!("sort=price_low&{days}"), expected(all(), |home| (price(home, &stay), home.id))).await;
        same(&format!("sort=price_high&{days}"), expected(all(), |home| Reverse((price(home, &stay), home.id)))).await;
        same(&format!("where=Leith&{days}"), expected(all(), |home| Reverse((home.rank, home.id)))).await;
    }

    async fn homes_are_counted_exactly_up_to_a_thousand(state: TestState) {
        let homes = many(&state, 1_001).await;
        let count = found(&state, "where=Edinburgh").await.count;
        assert_eq!((count.exact, count.more, count.to_string().as_str()), (1_000, true, "1,000+"));
        listings::Entity::delete_by_id(homes[5].id).exec(state.db()).await.expect("one less");
        let count = found(&state, "where=Edinburgh").await.count;
        assert_eq!((count.exact, count.more, count.to_string().as_str()), (1_000, false, "1,000"));
    }

    async fn the_count_is_the_same_on_every_page(state: TestState) {
        many(&state, 60).await;
        let mut next = Some(String::new());
        while let Some(url) = next {
            let page = found(&state, &url).await;
            assert_eq!(page.count.exact, 60);
            next = page.next;
        }
    }

    async fn a_broken_cursor_or_one_of_another_order_shows_the_first_page(state: TestState) {
        many(&state, 30).await;
        let first = found(&state, "sort=price_low").await;
        let of_another = found(&state, "sort=newest").await.next.expect("a next page");
        let of_another = of_another.split("after=").nth(1).expect("a cursor").to_owned();
        let never = base64::Engine::encode(&base64::engine::general_purpose::URL_SAFE_NO_PAD, [255_u8; 29]);
        for cursor in ["x", "AAAA", "....", &"A".repeat(200), &never, &of_another] {
            let page = found(&state, &format!("sort=price_low&after={cursor}")).await;
            assert_eq!(titles(&page), titles(&first), "{cursor}");
        }
    }

    async fn a_page_whose_homes_are_gone_begins_again(state: TestState) {
        let homes = many(&state, 25).await;
        let next = found(&state, "").await.next.expect("a next page");
        let last = walk(&state, "").await.pop().expect("a home");
        assert!(homes.iter().any(|home| home.id == last));
        listings::Entity::delete_by_id(last).exec(state.db()).await.expect("gone");
        let page = found(&state, &next).await;
        assert_eq!((page.cards.len(), page.count.exact, page.next), (24, 24, None));
    }

    async fn a_home_that_cannot_be_read_is_left_out_and_the_rest_shown(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        state.home(&ailsa).title("Sound").publish().await;
        let broken = state.home(&ailsa).publish().await;
        let broken = listings::ActiveModel { id: Set(broken.id), pricing: Set("{".into()), ..Default::default() };
        listings::Entity::update(broken).exec(state.db()).await.expect("a broken row");
        assert_eq!(titles(&found(&state, "").await), ["Sound"]);
    }
}
