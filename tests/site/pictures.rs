//! Pictures as a browser asks for them.

use crate::browser::{Browser, router};
use crate::support::TestState;
use server::{drawings::EDITION, photos};

/// A whole WebP picture.
static ONE_PIXEL: [u8; 44] =
    *b"RIFF\x24\0\0\0WEBPVP8 \x18\0\0\0\x30\x01\0\x9d\x01\x2a\x01\0\x01\0\x02\0\x34\x25\xa4\0\x03\x70\0\xfe\xfb\x94\0\0";

#[tokio::test]
async fn a_drawing_is_served_for_ever_and_nothing_else_is() {
    let state = TestState::on_sqlite().await;
    let mut browser = Browser::new(router(&state.ctx));
    let good = format!("/drawings/{EDITION}/cabin-no-2b0a-3-outside/480.webp");
    let answer = browser.get(&good).await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.headers["content-type"], "image/webp");
    assert_eq!(
        answer.headers["cache-control"],
        "public, max-age=31536000, immutable"
    );
    assert_eq!(answer.headers["x-content-type-options"], "nosniff");
    for wrong in [
        format!("/drawings/{}/cabin-no-2b0a-3-outside/480.webp", EDITION + 1),
        format!("/drawings/0{EDITION}/cabin-no-2b0a-3-outside/480.webp"),
        format!("/drawings/{EDITION}/castle-no-2b0a-3-outside/480.webp"),
        format!("/drawings/{EDITION}/cabin-no-2b0a-3-outside/481.webp"),
        format!("/drawings/{EDITION}/cabin-no-2b0a-3-outside/0480.webp"),
        format!("/drawings/{EDITION}/..%2f..%2fhbnb.sqlite/480.webp"),
    ] {
        assert_eq!(browser.get(&wrong).await.status, 404, "{wrong}");
    }
}

#[tokio::test]
async fn a_photo_is_served_to_everybody_in_the_widths_that_it_has() {
    let state = TestState::on_sqlite().await;
    let ailsa = state.host("Ailsa").await;
    let home = state.home(&ailsa).publish().await.id;
    let added = photos::add(
        &state.ctx,
        &ailsa,
        home,
        "garden.webp",
        ONE_PIXEL.as_slice().into(),
    );
    let id = added.await.expect("a picture").photo.id;
    let mut stranger = Browser::new(router(&state.ctx));
    for width in photos::WIDTHS {
        let answer = stranger.get(&format!("/photos/{id}/{width}.webp")).await;
        assert_eq!(answer.status, 200);
        assert_eq!(answer.headers["content-type"], "image/webp");
        assert!(
            answer.headers["cache-control"]
                .to_str()
                .is_ok_and(|said| said.ends_with("immutable"))
        );
    }
    for wrong in [
        format!("/photos/{id}/500.webp"),
        format!("/photos/{id}/480.jpg"),
        format!("/photos/{home}/480.webp"),
        "/photos/..%2fhbnb.sqlite/480.webp".to_owned(),
    ] {
        assert_eq!(stranger.get(&wrong).await.status, 404, "{wrong}");
    }
}
