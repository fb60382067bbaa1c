//! Reviews that their authors, or admins, change or take back.

use domain::Error;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait};
use server::{
    entities,
    reviews::{self, ChangeReview},
};
use uuid::Uuid;

use super::said::*;
use crate::{
    stage::{fields, refusal},
    support::*,
};

fn stars(rating: i64) -> ChangeReview {
    ChangeReview {
        rating: Some(rating),
        text: None,
    }
}

stories! {
    async fn its_author_changes_a_review_and_the_rating_follows(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).publish().await;
        stayed(&state, &mina, &home).await;
        let id = review(&state, &mina, &home, 2).await.expect("a review");
        let before = reviews::one(&state.ctx, id).await.expect("it");
        state.clock.advance(chrono::TimeDelta::minutes(5));
        reviews::change(&state.ctx, &mina, id, stars(5)).await.expect("changed");
        let after = reviews::one(&state.ctx, id).await.expect("it");
        assert_eq!((after.rating, &after.text), (5, &before.text));
        assert!(after.updated_at > before.updated_at && after.created_at == before.created_at);
        assert_eq!(rated(&state, &home).await, (Some(500), 1));
        state.clock.advance(chrono::TimeDelta::minutes(5));
        reviews::change(&state.ctx, &mina, id, stars(5)).await.expect("the same again");
        assert_eq!(reviews::one(&state.ctx, id).await.expect("it"), after);
        assert_eq!(fields(reviews::change(&state.ctx, &mina, id, stars(0)).await), ["rating"]);
    }

    async fn an_imported_review_that_is_longer_than_a_new_one_keeps_its_words(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).publish().await;
        stayed(&state, &mina, &home).await;
        let id = review(&state, &mina, &home, 2).await.expect("a review");
        let long = "All was well. ".repeat(400).trim_end().to_owned();
        let old = entities::reviews::ActiveModel { id: Set(id), text: Set(long.clone()), ..Default::default() };
        old.update(state.db()).await.expect("an imported review");
        reviews::change(&state.ctx, &mina, id, stars(4)).await.expect("other stars");
        let whole = ChangeReview { text: Some(long.clone()), ..stars(5) };
        reviews::change(&state.ctx, &mina, id, whole).await.expect("what was read, with other stars");
        let kept = reviews::one(&state.ctx, id).await.expect("it");
        assert_eq!((kept.rating, kept.text), (5, long.clone()));
        let longer = ChangeReview { text: Some(format!("{long} Really.")), rating: None };
        assert_eq!(fields(reviews::change(&state.ctx, &mina, id, longer).await), ["text"]);
    }

    async fn nobody_else_does_but_an_admin(state: TestState) {
        let (ailsa, mina, siobhan) = (state.host("Ailsa").await, state.guest("Mina").await, state.guest("Siobhán").await);
        let home = state.home(&ailsa).publish().await;
        stayed(&state, &mina, &home).await;
        let id = review(&state, &mina, &home, 1).await.expect("a review");
        for other in [&ailsa, &siobhan] {
            assert_eq!(refusal(reviews::change(&state.ctx, other, id, stars(5)).await), Error::Forbidden);
            assert_eq!(refusal(reviews::remove(&state.ctx, other, id).await), Error::Forbidden);
        }
        let nobody = Uuid::new_v4();
        assert_eq!(refusal(reviews::change(&state.ctx, &mina, nobody, stars(5)).await), Error::NotFound("Review"));
        assert_eq!(rated(&state, &home).await, (Some(100), 1));
        let nina = admin(&state).await;
        reviews::change(&state.ctx, &nina, id, stars(2)).await.expect("changed");
        reviews::remove(&state.ctx, &nina, id).await.expect("removed");
        assert_eq!(rated(&state, &home).await, (None, 0));
    }

    async fn what_was_taken_back_is_gone_and_may_be_said_anew(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).publish().await;
        stayed(&state, &mina, &home).await;
        let first = review(&state, &mina, &home, 1).await.expect("a review");
        reviews::remove(&state.ctx, &mina, first).await.expect("removed");
        assert_eq!(refusal(reviews::remove(&state.ctx, &mina, first).await), Error::NotFound("Review"));
        assert_eq!(refusal(reviews::one(&state.ctx, first).await), Error::NotFound("Review"));
        assert_eq!(rated(&state, &home).await, (None, 0));
        let second = review(&state, &mina, &home, 3).await.expect("another");
        assert_ne!(first, second);
        assert_eq!(rated(&state, &home).await, (Some(300), 1));
        let kept = entities::reviews::Entity::find_by_id(first).one(state.db()).await.expect("a look").expect("kept");
        assert!(kept.archived_at.is_some());
    }
}
