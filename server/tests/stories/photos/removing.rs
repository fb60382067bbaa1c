//! A removed picture goes from the home at once, and its files when no page can show them.

use domain::{Error, listings::Status};
use server::{
    jobs::outbox,
    photos::{self, RemoveForm},
};
use uuid::Uuid;

use crate::{photos::stage::*, support::*};

fn this(photo: Uuid) -> RemoveForm {
    RemoveForm {
        photo: photo.to_string(),
    }
}

stories! {
    async fn a_removed_picture_is_gone_and_its_files_later(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        let home = state.home(&ailsa).publish().await.id;
        let first = add(&state, &ailsa, home, 1).await.photo.id;
        let second = add(&state, &ailsa, home, 2).await.photo.id;
        let version = photos::remove(&state.ctx, &ailsa, home, this(first)).await.expect("a removal");
        assert_eq!(order(&state, &ailsa, home).await, [second]);
        assert_eq!(row(&state, home).await.cover, Some(second));
        // A page that somebody has open still shows it.
        outbox::run_due(&state.ctx, None).await.expect("a pass");
        assert!(served(&state, first, 480).await.is_some());
        state.clock.advance(chrono::TimeDelta::minutes(15));
        outbox::run_due(&state.ctx, None).await.expect("a pass");
        assert_eq!(served(&state, first, 480).await, None);
        assert!(served(&state, second, 480).await.is_some());
        // Again is no failure and no change.
        let again = photos::remove(&state.ctx, &ailsa, home, this(first)).await.expect("the same");
        assert_eq!(again, version);
    }

    async fn a_picture_that_is_added_again_keeps_its_files(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        let home = state.home(&ailsa).save_as(Status::Draft).await.id;
        let first = add(&state, &ailsa, home, 1).await.photo.id;
        photos::remove(&state.ctx, &ailsa, home, this(first)).await.expect("a removal");
        let again = add(&state, &ailsa, home, 1).await.photo.id;
        state.clock.advance(chrono::TimeDelta::minutes(15));
        outbox::run_due(&state.ctx, None).await.expect("a pass");
        assert!(served(&state, again, 480).await.is_some());
    }

    async fn the_last_picture_of_a_published_home_stays(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        let home = state.home(&ailsa).publish().await.id;
        let photo = add(&state, &ailsa, home, 1).await.photo.id;
        let refused = refusal(photos::remove(&state.ctx, &ailsa, home, this(photo)).await);
        assert!(matches!(refused, Error::Refused(_)), "{refused}");
        assert_eq!(order(&state, &ailsa, home).await, [photo]);
        let paused = state.home(&ailsa).save_as(Status::Paused).await.id;
        let photo = add(&state, &ailsa, paused, 1).await.photo.id;
        photos::remove(&state.ctx, &ailsa, paused, this(photo)).await.expect("a removal");
        assert_eq!(row(&state, paused).await.cover, None);
    }

    async fn nobody_removes_the_picture_of_another(state: TestState) {
        let (ailsa, kenji) = (state.host("Ailsa").await, state.host("Kenji").await);
        let home = state.home(&ailsa).publish().await.id;
        let own = state.home(&kenji).save_as(Status::Draft).await.id;
        let photo = add(&state, &ailsa, home, 1).await.photo.id;
        let refused = refusal(photos::remove(&state.ctx, &kenji, home, this(photo)).await);
        assert!(matches!(refused, Error::NotFound("Home")), "{refused}");
        // Of one's own home it is not, so there is nothing to remove.
        photos::remove(&state.ctx, &kenji, own, this(photo)).await.expect("nothing");
        let archived = state.home(&ailsa).save_as(Status::Archived).await.id;
        let refused = refusal(photos::remove(&state.ctx, &ailsa, archived, this(photo)).await);
        assert!(matches!(refused, Error::Refused(_)), "{refused}");
        assert_eq!(order(&state, &ailsa, home).await, [photo]);
    }
}
