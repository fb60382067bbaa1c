//! Homes without photos are drawn, and drawings are painted when somebody looks.

use std::{io::Write, time::Instant};

use domain::{SearchQuery, listings::Property};
use sea_orm::ActiveValue::Set;
use server::{
    drawings::{self, View},
    photos::{self, Picture},
    search,
    telemetry::statements::counted,
};

use crate::{photos::stage::*, support::*};

fn cabin() -> drawings::Spec {
    drawings::Spec::new(Property::Cabin, "no", 0x2b0a, 3, View::Outside)
}

stories! {
    async fn a_home_without_photos_is_drawn(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        let home = state.home(&ailsa).publish().await;
        let (seen, statements) = counted(server::listings::show(&state.ctx, home.id, None, None)).await;
        let seen = seen.expect("a look").expect("the home");
        assert_eq!((seen.photos.len(), statements), (1, 3));
        assert!(matches!(seen.photos[0], Picture::Drawing { .. }) && !seen.photos[0].alt().is_empty());
        let (found, statements) = counted(search::search(&state.ctx, &SearchQuery::default())).await;
        let cards = found.expect("a search").cards;
        assert_eq!(cards[0].cover.src(480), seen.photos[0].src(480));
        assert!(statements <= 2, "{statements}");
    }

    async fn a_sample_has_all_its_rooms_drawn(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        let sample = state.home(&ailsa).with(|row| {
            row.owner_id = Set(None);
            row.source = Set(Some("inside_airbnb".into()));
            row.source_id = Set(Some("7".into()));
        });
        let home = sample.publish().await.id;
        let seen = server::listings::show(&state.ctx, home, None, None).await.expect("a look").expect("the home");
        assert!(seen.photos.len() >= 5, "{:?}", seen.photos);
        let cards = search::search(&state.ctx, &SearchQuery::default()).await.expect("a search").cards;
        assert_eq!(cards[0].cover.src(480), seen.photos[0].src(480));
    }

    async fn a_card_shows_the_cover_of_its_host(state: TestState) {
        let ailsa = state.host("Ailsa").await;
        let home = state.home(&ailsa).publish().await.id;
        let added = add(&state, &ailsa, home, 1).await;
        let (found, statements) = counted(search::search(&state.ctx, &SearchQuery::default())).await;
        assert_eq!(found.expect("a search").cards[0].cover, added.photo.picture);
        assert!(statements <= 2, "{statements}");
    }
}

#[tokio::test]
async fn a_drawing_is_painted_once_and_kept() {
    let state = TestState::on_sqlite().await;
    let begun = Instant::now();
    let first = photos::drawn(&state.ctx, &cabin(), 480)
        .await
        .expect("a drawing")
        .expect("a width");
    let painted = begun.elapsed();
    assert_eq!(opened(&first).0, 480);
    let begun = Instant::now();
    let again = photos::drawn(&state.ctx, &cabin(), 480)
        .await
        .expect("a drawing");
    let kept = begun.elapsed();
    assert_eq!(again, Some(first));
    let _ = writeln!(
        std::io::stderr(),
        "figures: a drawing 480 wide is painted in {painted:.1?}, and read again in {kept:.1?}"
    );
    let files =
        std::fs::read_dir(state.ctx.settings.data.join("photos/drawings")).expect("a folder");
    assert_eq!(files.count(), 1);
    assert_eq!(
        photos::drawn(&state.ctx, &cabin(), 481)
            .await
            .expect("no failure"),
        None
    );
}

#[tokio::test]
async fn drawings_asked_for_at_once_are_all_painted() {
    let state = TestState::on_sqlite().await;
    let specs: Vec<_> = View::ALL
        .iter()
        .take(8)
        .map(|view| drawings::Spec::new(Property::Cabin, "no", 1, 3, *view))
        .collect();
    let asked = specs
        .iter()
        .chain(&specs)
        .map(|spec| photos::drawn(&state.ctx, spec, 480));
    for drawn in futures::future::join_all(asked).await {
        assert!(drawn.expect("a drawing").is_some());
    }
}
