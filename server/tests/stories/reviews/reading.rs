//! Reviews as others read them, page by page.

use domain::Error;
use sea_orm::{ActiveModelTrait, ActiveValue::Set};
use server::{
    accounts::Actor,
    entities::{self, listings},
    listings as homes, reviews,
    telemetry::statements::counted,
};
use uuid::Uuid;

use crate::{
    stage::{fields, refusal},
    support::*,
};

/// A review that came from elsewhere.
pub async fn kept(state: &TestState, author: &Actor, home: &listings::Model, rating: u32) -> Uuid {
    let id = Uuid::new_v4();
    let row = entities::reviews::ActiveModel {
        id: Set(id),
        listing_id: Set(home.id),
        author_id: Set(author.user_id),
        booking_id: Set(None),
        rating: Set(rating),
        text: Set(format!("{rating} stars")),
        imported: Set(true),
        created_at: Set(state.now()),
        updated_at: Set(state.now()),
        archived_at: Set(None),
    };
    row.insert(state.db()).await.expect("a review");
    id
}

stories! {
    async fn the_reviews_of_a_home_come_page_by_page_the_newest_first(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        let home = state.home(&ailsa).publish().await;
        let mut ids = Vec::new();
        for (name, rating) in [("Mina", 1), ("Siobhán", 2), ("Kenta", 3), ("Rana", 4), ("Rui", 5)] {
            let guest = state.guest(name).await;
            ids.insert(0, kept(&state, &guest, &home, rating).await);
            // Two of the same instant are told apart by their ids.
            if rating != 3 {
                state.clock.advance(chrono::TimeDelta::minutes(1));
            }
        }
        let (mut seen, mut after) = (Vec::new(), None);
        loop {
            let (page, statements) = counted(reviews::of_home(&state.ctx, home.id, after, 2)).await;
            let page = page.expect("a page");
            assert!(statements <= 2 && page.reviews.len() <= 2, "{statements}");
            seen.extend(page.reviews.iter().map(|review| review.id));
            after = page.next;
            if after.is_none() {
                break;
            }
        }
        assert_eq!(seen.len(), 5);
        let (mut sorted, mut all) = (seen.clone(), ids.clone());
        sorted.sort();
        all.sort();
        assert_eq!(sorted, all, "each once");
        assert_eq!((seen[0], seen[4]), (ids[0], ids[4]));
    }

    async fn all_reviews_come_page_by_page_in_one_statement_each(state: TestState) {
        let (ailsa, kenta) = (state.host("Ailsa").await, state.host("Kenta").await);
        let mina = state.guest("Mina").await;
        let mut ids = Vec::new();
        for host in [&ailsa, &kenta] {
            let home = state.home(host).publish().await;
            ids.push(kept(&state, &mina, &home, 5).await);
        }
        let draft = state.home(&ailsa).save_as(domain::listings::Status::Archived).await;
        kept(&state, &mina, &draft, 1).await;
        let (first, statements) = counted(reviews::all(&state.ctx, None, 1)).await;
        let (first, next) = first.expect("a page");
        assert_eq!((first.len(), statements), (1, 1));
        let (second, end) = reviews::all(&state.ctx, next, 1).await.expect("a page");
        assert_eq!(end, None, "what belongs to a home off the site is nobody's to read");
        let mut seen = vec![first[0].id, second[0].id];
        seen.sort();
        ids.sort();
        assert_eq!(seen, ids);
    }

    async fn a_home_comes_with_what_it_offers_and_its_newest_reviews(state: TestState) {
        let (ailsa, mina, siobhan) = (state.host("Ailsa").await, state.guest("Mina").await, state.guest("Siobhán").await);
        let home = state.home(&ailsa).publish().await;
        let bare = state.home(&ailsa).publish().await;
        state.offer(&home, "wifi").await;
        kept(&state, &mina, &home, 5).await;
        state.clock.advance(chrono::TimeDelta::minutes(1));
        kept(&state, &siobhan, &home, 4).await;
        let (all, statements) = counted(homes::entries(&state.ctx, None, None, 100)).await;
        let (all, next) = all.expect("a page");
        assert_eq!((all.len(), next, statements), (2, None, 3));
        let found = all.iter().find(|entry| entry.id == home.id).expect("the home");
        assert_eq!(found.amenities.iter().map(|offered| offered.name.as_str()).collect::<Vec<_>>(), ["wifi"]);
        assert_eq!(found.reviews.iter().map(|review| review.rating).collect::<Vec<_>>(), [4, 5]);
        let other = all.iter().find(|entry| entry.id == bare.id).expect("the home");
        assert!(other.amenities.is_empty() && other.reviews.is_empty());
    }

    async fn the_homes_page_has_its_newest_reviews_within_its_four_statements(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).with(|row| { row.rating = Set(Some(500)); row.review_count = Set(1); }).publish().await;
        kept(&state, &mina, &home, 5).await;
        let (shown, statements) = counted(homes::show(&state.ctx, home.id, None, None)).await;
        let shown = shown.expect("a look").expect("the home");
        assert_eq!((shown.reviews.len(), shown.reviews[0].rating, statements), (1, 5, 4));
        let bare = state.home(&ailsa).publish().await;
        let (shown, statements) = counted(homes::show(&state.ctx, bare.id, None, None)).await;
        assert_eq!((shown.expect("a look").expect("the home").reviews.len(), statements), (0, 3));
    }

    async fn a_position_that_no_review_can_have_is_refused(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        let home = state.home(&ailsa).publish().await;
        for seconds in [6_311_390_400_000, -6_311_390_400_000] {
            let at = chrono::DateTime::from_timestamp(seconds, 0).expect("an instant");
            let after = reviews::Position { at, id: home.id };
            assert_eq!(fields(reviews::of_home(&state.ctx, home.id, Some(after), 10).await), ["cursor"]);
        }
    }

    async fn reviews_of_a_home_that_there_is_not_are_not_found(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        let draft = state.home(&ailsa).save_as(domain::listings::Status::Draft).await;
        for id in [draft.id, Uuid::new_v4()] {
            assert_eq!(refusal(reviews::of_home(&state.ctx, id, None, 10).await), Error::NotFound("Home"));
        }
    }
}
