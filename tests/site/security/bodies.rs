//! Bodies that are too long, come too slowly, or break off.

use std::{convert::Infallible, io, time::Duration};

use app::{forms::BODY_LIMIT, functions::accounts::LogIn, shell::Patience};
use axum::body::{Body, Bytes};
use futures::{StreamExt, stream};
use leptos::server_fn::ServerFn;

use crate::{
    browser::{Answer, Browser, router, router_with},
    hosting::world::{JSON, World},
    jpeg::Jpeg,
    support::TestState,
};

/// The beginning, and then nothing more.
fn stalled(beginning: Vec<u8>) -> Body {
    let beginning = stream::once(async move { Ok::<_, Infallible>(Bytes::from(beginning)) });
    Body::from_stream(beginning.chain(stream::pending()))
}

/// The beginning, and then the line is cut.
fn cut(beginning: &'static str) -> Body {
    let parts = [Ok(beginning), Err(io::Error::other("the line is cut"))];
    Body::from_stream(stream::iter(parts))
}

/// A page of ours, with a way home and back to where the form was.
#[track_caller]
fn leads_on(answer: &Answer, status: u16, words: &str, back: &str) {
    answer.says(status, words);
    assert!(
        answer.headers["content-type"]
            .to_str()
            .unwrap()
            .starts_with("text/html")
    );
    for link in ["/", back] {
        let link = format!("href=\"{link}\"");
        assert!(
            answer.html.contains(&link),
            "{link} is not in {}",
            answer.html
        );
    }
}

#[track_caller]
fn is_for_scripts(answer: &Answer, status: u16) {
    assert_eq!(
        (answer.status, answer.headers["content-type"].as_bytes()),
        (status, &b"application/json"[..])
    );
    assert!(answer.html.contains("Malformed"), "{}", answer.html);
}

#[tokio::test]
async fn a_form_that_is_too_long_or_none_is_told_so_with_a_way_back() {
    let state = TestState::on_sqlite().await;
    let mut browser = Browser::new(router(&state.ctx));
    let long = || Body::from(format!("email={}", "a".repeat(BODY_LIMIT)));
    let answer = browser.send("POST", "/login", long()).await;
    leads_on(&answer, 413, "This is too much at once", "/login");
    is_for_scripts(&browser.send("POST", LogIn::PATH, long()).await, 413);
    let answer = browser.send_parts("/login", Body::empty(), &[]).await;
    leads_on(&answer, 415, "This form was not understood", "/login");
    is_for_scripts(
        &browser.send_parts(LogIn::PATH, Body::empty(), &[]).await,
        415,
    );
    let answer = browser.send("POST", "/login", cut("email=isla%40ex")).await;
    leads_on(&answer, 400, "This form was not understood", "/login");
}

#[tokio::test]
async fn a_form_that_does_not_arrive_in_time_is_told_so_with_a_way_back() {
    let state = TestState::on_sqlite().await;
    let patience = Patience {
        form: Duration::ZERO,
        ..Patience::default()
    };
    let mut browser = Browser::new(router_with(&state.ctx, patience));
    let begun = || stalled(b"email=isla%40example.com&pass".to_vec());
    let answer = browser.send("POST", "/login", begun()).await;
    leads_on(&answer, 408, "This did not arrive in time", "/login");
    is_for_scripts(&browser.send("POST", LogIn::PATH, begun()).await, 408);
    // One that is there at once needs no patience.
    let whole = [("email", "isla@example.com"), ("password", "not hers")];
    assert_eq!(browser.post("/login", &whole).await.status, 422);
}

/// Ailsa before a site with this patience, and where the pictures of her draft go.
async fn ailsa(patience: Patience) -> (World, String) {
    let mut world = World::new().await;
    let photos = format!("{}/photos", world.draft().await);
    world.ailsa = world.ailsa.at(router_with(&world.state.ctx, patience));
    (world, photos)
}

/// A picture of which only the beginning comes.
fn beginning() -> Vec<u8> {
    let head =
        "--picture\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.jpg\"\r\n\r\n";
    let mut body = head.as_bytes().to_vec();
    body.extend_from_slice(&Jpeg::new(500, 400).write()[..100]);
    body
}

#[tokio::test]
async fn a_picture_that_does_not_arrive_in_time_leaves_its_place_to_the_next() {
    let (mut world, photos) = ailsa(Patience {
        picture: Duration::ZERO,
        ..Patience::default()
    })
    .await;
    // More often than there are places.
    for _ in 0..3 {
        let answer = world
            .ailsa
            .send_parts(&photos, stalled(beginning()), &[])
            .await;
        answer.says(408, "The picture did not arrive in time.");
        assert!(answer.html.contains("id=\"file-error\""));
    }
    let told = world
        .ailsa
        .send_parts(&photos, stalled(beginning()), &[JSON])
        .await;
    assert_eq!(told.status, 408);
    assert!(
        told.html
            .contains("\"refused\":\"The picture did not arrive in time."),
        "{}",
        told.html
    );
    let picture = Jpeg::new(500, 400).write();
    let added = world
        .ailsa
        .send_files(&photos, &[("a.jpg", &picture)], &[])
        .await;
    added.leads_to(&format!("{photos}?saved=added&added=1"));
}

#[tokio::test]
async fn what_follows_a_picture_must_come_too_and_the_picture_is_kept() {
    let (mut world, photos) = ailsa(Patience {
        silence: Duration::ZERO,
        ..Patience::default()
    })
    .await;
    let mut body = beginning();
    body.truncate(body.len() - 100);
    body.extend_from_slice(&Jpeg::new(500, 400).write());
    body.extend_from_slice(b"\r\n--picture\r\n");
    let answer = world.ailsa.send_parts(&photos, stalled(body), &[]).await;
    answer.says(408, "The picture did not arrive in time.");
    assert_eq!(answer.html.matches("data-photo=").count(), 1);
}
