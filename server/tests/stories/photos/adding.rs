//! Who may add a picture, to which home, and what happens when the same request comes twice.

use std::pin::pin;

use domain::{Error, listings::Status};
use server::photos::{MOST_PHOTOS, admit};

use crate::{
    photos::{jpeg::Jpeg, stage::*},
    support::*,
};

stories! {
    async fn the_first_picture_is_the_cover(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        let home = state.home(&ailsa).save_as(Status::Draft).await.id;
        let first = add(&state, &ailsa, home, 1).await;
        let second = add(&state, &ailsa, home, 2).await;
        assert!(first.photo.is_cover && !second.photo.is_cover);
        assert_eq!((first.version, second.version), (2, 3));
        let row = row(&state, home).await;
        assert_eq!(row.cover, Some(first.photo.id));
        assert_eq!(row.cover_widths.as_deref(), Some("480"));
        assert_eq!(row.cover_placeholder.as_deref(), first.photo.picture.placeholder());
        assert_eq!((row.cover_alt, row.cover_drawing, row.version), (None, None, 3));
        let ids = [first.photo.id, second.photo.id];
        assert_eq!(order(&state, &ailsa, home).await, ids);
    }

    async fn the_same_file_twice_is_one_picture(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        let home = state.home(&ailsa).publish().await.id;
        let first = add(&state, &ailsa, home, 1).await;
        let again = add(&state, &ailsa, home, 1).await;
        assert_eq!((again.photo.id, again.version), (first.photo.id, first.version));
        // Sent twice at the same moment, too.
        let file = || Jpeg::new(500, 400).write();
        let (one, two) = tokio::join!(send(&state, &ailsa, home, file()), send(&state, &ailsa, home, file()));
        assert_eq!(one.expect("a picture").photo.id, two.expect("a picture").photo.id);
        assert_eq!(order(&state, &ailsa, home).await.len(), 2);
        // Another home's picture is another one.
        let other = state.home(&ailsa).publish().await.id;
        assert_ne!(add(&state, &ailsa, other, 1).await.photo.id, first.photo.id);
    }

    async fn nobody_adds_to_the_home_of_another(state: TestState) {
        let (ailsa, kenji) = (state.host("Ailsa").await, state.host("Kenji").await);
        let home = state.home(&ailsa).publish().await.id;
        let file = || Jpeg::new(500, 400).write();
        for id in [home, uuid::Uuid::nil()] {
            let refused = refusal(send(&state, &kenji, id, file()).await);
            assert!(matches!(refused, Error::NotFound("Home")), "{refused}");
        }
        assert!(order(&state, &ailsa, home).await.is_empty());
    }

    async fn an_archived_home_takes_no_pictures(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        let home = state.home(&ailsa).save_as(Status::Archived).await.id;
        let file = Jpeg::new(500, 400).write();
        let refused = refusal(send(&state, &ailsa, home, file).await);
        assert!(matches!(refused, Error::Refused(_)), "{refused}");
    }

    async fn pictures_sent_at_once_are_all_added(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        let home = state.home(&ailsa).publish().await.id;
        let sent = (1..=6).map(|number| add(&state, &ailsa, home, number));
        futures::future::join_all(sent).await;
        let list = list(&state, &ailsa, home).await;
        assert_eq!((list.photos.len(), list.version, list.room), (6, 7, MOST_PHOTOS - 6));
        assert_eq!(list.photos.iter().filter(|photo| photo.is_cover).count(), 1);
    }
}

#[tokio::test]
async fn the_files_of_one_account_leave_a_place_to_the_others() {
    let state = TestState::on_sqlite().await;
    let (ailsa, kenji) = (state.host("Ailsa").await, state.host("Kenji").await);
    let first = admit(&state.ctx, &ailsa).await.expect("room");
    let mut second = pin!(admit(&state.ctx, &ailsa));
    assert!(futures::poll!(&mut second).is_pending());
    let of_kenji = admit(&state.ctx, &kenji).await.expect("room");
    assert!(futures::poll!(&mut second).is_pending());
    drop(first);
    let second = second.await.expect("room");
    drop((second, of_kenji));
    admit(&state.ctx, &ailsa).await.expect("room");
}

#[tokio::test]
async fn a_home_has_at_most_forty_pictures() {
    let state = TestState::on_sqlite().await;
    let ailsa = state.host("Ailsa").await;
    let home = state.home(&ailsa).publish().await.id;
    for number in 0..40 {
        add(&state, &ailsa, home, number).await;
    }
    let refused = refusal(send(&state, &ailsa, home, Jpeg::new(900, 700).write()).await);
    assert!(
        refused.to_string().contains("at most 40 pictures"),
        "{refused}"
    );
    // What is there already is no picture more.
    add(&state, &ailsa, home, 39).await;
}
