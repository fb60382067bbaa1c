//! What a key looks like, and where it counts.

use serde_json::json;

use crate::{
    idempotency::{AMENITIES, keyed},
    limits::world::{PASSWORD, World, email},
};

#[tokio::test]
async fn a_key_that_is_none_is_400() {
    let world = World::unlimited().await;
    let isla = world.newcomer("Isla").await;
    for key in ["", "   ", &"x".repeat(201)] {
        let answer = keyed(&world, &isla, key, AMENITIES, &json!({"name": "Sauna"})).await;
        assert_eq!(answer.status, 400, "{key:?}");
        assert!(
            answer.error().starts_with("Idempotency-Key"),
            "{}",
            answer.body
        );
    }
}

#[tokio::test]
async fn a_body_that_is_too_long_is_413() {
    let world = World::unlimited().await;
    let isla = world.newcomer("Isla").await;
    let long = json!({"name": "x".repeat(70_000)});
    assert_eq!(
        keyed(&world, &isla, "a", AMENITIES, &long).await.status,
        413
    );
}

#[tokio::test]
async fn a_log_in_is_never_answered_from_memory() {
    let world = World::unlimited().await;
    world.newcomer("Isla").await;
    let known = json!({"email": email("Isla"), "password": PASSWORD});
    let key = [("idempotency-key", "a")];
    let first = world.post("/api/v1/auth/login", &key, known.clone()).await;
    let again = world.post("/api/v1/auth/login", &key, known).await;
    assert_eq!((first.status, again.status), (200, 200));
    assert_eq!(again.header("idempotency-replayed"), "");
    assert_ne!(first.json()["refresh_token"], again.json()["refresh_token"]);
}

#[tokio::test]
async fn a_read_takes_no_notice_of_a_key() {
    let world = World::unlimited().await;
    for _ in 0..2 {
        let answer = world.get(AMENITIES, &[("idempotency-key", "a")]).await;
        assert_eq!(
            (answer.status, answer.header("idempotency-replayed")),
            (200, "")
        );
    }
}

#[tokio::test]
async fn an_account_that_is_opened_twice_from_one_address_is_one() {
    let world = World::unlimited().await;
    let account = json!({"first_name": "Isla", "last_name": "Fraser", "email": email("Isla"), "password": PASSWORD});
    let open = async |from| {
        let headers = [
            ("idempotency-key", "1"),
            (crate::limits::world::CLIENT, from),
        ];
        world
            .post("/api/v1/users/", &headers, account.clone())
            .await
    };
    let first = open("203.0.113.1").await;
    let again = open("203.0.113.1").await;
    assert_eq!((first.status, again.status), (201, 201));
    assert_eq!(first.body, again.body);
    assert_eq!(again.header("idempotency-replayed"), "true");
    // Somebody else's request is not answered with it.
    assert_eq!(open("203.0.113.2").await.header("idempotency-replayed"), "");
}
