//! Who may write a review, and who may not.

use domain::{Error, bookings::State};
use server::{bookings, reviews};

use super::said::*;
use crate::{
    stage::{self, fields, refusal},
    support::*,
};

stories! {
    async fn a_guest_who_has_stayed_reviews_the_home_and_its_rating_counts_it(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).publish().await;
        let before = row(&state, home.id).await;
        let booking = stayed(&state, &mina, &home).await;
        assert_eq!(stage::state_of(&state, booking).await, State::Completed);
        let id = review(&state, &mina, &home, 4).await.expect("a review");
        let shown = reviews::one(&state.ctx, id).await.expect("the review");
        assert_eq!((shown.rating, shown.listing_id, shown.author_id), (4, home.id, mina.user_id));
        assert_eq!((shown.author().as_str(), shown.imported), ("Mina Fraser", false));
        assert_eq!(rated(&state, &home).await, (Some(400), 1));
        let after = row(&state, home.id).await;
        assert_eq!(after.version, before.version, "a host who edits meanwhile is not disturbed");
        assert_ne!(after.rank, before.rank);
    }

    async fn without_a_completed_stay_nothing_is_said(state: TestState) {
        let (ailsa, mina, siobhan) = (state.host("Ailsa").await, state.guest("Mina").await, state.guest("Siobhán").await);
        let home = state.home(&ailsa).publish().await;
        let unseen = refusal(review(&state, &mina, &home, 5).await);
        assert_eq!(unseen, Error::Refused("Only guests who have stayed here can review it.".into()));
        let confirmed = stage::book(&state, &mina, &home, state.stay(9, 3)).await;
        assert_eq!(refusal(review(&state, &mina, &home, 5).await), unseen, "the stay is to come");
        let back = bookings::cancel_preview(&state.ctx, &mina, confirmed).await.expect("a preview").refund.minor;
        bookings::cancel(&state.ctx, &mina, confirmed, back, "Plans have changed.").await.expect("cancelled");
        assert_eq!(refusal(review(&state, &mina, &home, 5).await), unseen, "there was no stay");
        stage::hold(&state, &siobhan, &home, state.stay(9, 3)).await;
        assert_eq!(refusal(review(&state, &siobhan, &home, 5).await), unseen, "nothing is paid");
        assert_eq!(rated(&state, &home).await, (None, 0));
    }

    async fn nobody_reviews_their_own_home_or_the_same_home_twice(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).publish().await;
        let own = refusal(review(&state, &ailsa, &home, 5).await);
        assert_eq!(own, Error::Refused("This is your own home, so you cannot review it.".into()));
        stayed(&state, &mina, &home).await;
        review(&state, &mina, &home, 5).await.expect("a review");
        let again = Error::Refused("You have already reviewed this home.".into());
        assert_eq!(refusal(review(&state, &mina, &home, 1).await), again);
        stayed(&state, &mina, &home).await;
        assert_eq!(refusal(review(&state, &mina, &home, 1).await), again, "after another stay, too");
        assert_eq!(rated(&state, &home).await, (Some(500), 1));
    }

    async fn of_two_requests_at_once_one_is_kept(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).publish().await;
        stayed(&state, &mina, &home).await;
        let other = state.another_server().await;
        let (one, two) = tokio::join!(
            reviews::write(&state.ctx, &mina, said(&home, 5)),
            reviews::write(&other, &mina, said(&home, 1))
        );
        assert!(one.is_ok() != two.is_ok(), "{one:?} {two:?}");
        let stars = if one.is_ok() { 500 } else { 100 };
        assert_eq!(rated(&state, &home).await, (Some(stars), 1));
    }

    async fn two_guests_at_once_are_both_counted(state: TestState) {
        let (ailsa, mina, siobhan) = (state.host("Ailsa").await, state.guest("Mina").await, state.guest("Siobhán").await);
        let home = state.home(&ailsa).publish().await;
        stayed(&state, &mina, &home).await;
        stayed(&state, &siobhan, &home).await;
        let other = state.another_server().await;
        let (one, two) = tokio::join!(
            reviews::write(&state.ctx, &mina, said(&home, 5)),
            reviews::write(&other, &siobhan, said(&home, 2))
        );
        assert!(one.is_ok() && two.is_ok(), "{one:?} {two:?}");
        assert_eq!(rated(&state, &home).await, (Some(350), 2));
    }

    async fn mistakes_are_told_at_their_fields(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).publish().await;
        stayed(&state, &mina, &home).await;
        let wrong = reviews::WriteReview { text: "<script>alert(1)</script>".into(), rating: 6, ..said(&home, 5) };
        assert_eq!(fields(reviews::write(&state.ctx, &mina, wrong).await), ["text", "rating"]);
        let marked = reviews::WriteReview { text: "<b>Warm</b><br>and dry".into(), ..said(&home, 5) };
        let id = reviews::write(&state.ctx, &mina, marked).await.expect("a review");
        assert_eq!(reviews::one(&state.ctx, id).await.expect("it").text, "Warm\nand dry");
    }

    async fn a_home_that_is_off_the_site_is_not_found(state: TestState) {
        let (ailsa, mina) = (state.host("Ailsa").await, state.guest("Mina").await);
        let home = state.home(&ailsa).publish().await;
        stayed(&state, &mina, &home).await;
        let version = row(&state, home.id).await.version.to_string();
        server::hosting::archive(&state.ctx, &ailsa, home.id, &version).await.expect("archived");
        assert_eq!(refusal(review(&state, &mina, &home, 5).await), Error::NotFound("Home"));
    }
}
