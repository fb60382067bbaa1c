//! The same request again.

use serde_json::json;

use crate::{
    idempotency::{AMENITIES, keyed, place},
    limits::world::World,
};

const PLACES: &str = "/api/v1/places/";

#[tokio::test]
async fn a_home_that_is_posted_twice_is_one_home() {
    let world = World::unlimited().await;
    let isla = world.newcomer("Isla").await;
    let first = keyed(&world, &isla, "harbour-1", PLACES, &place("Harbour view")).await;
    assert_eq!(first.status, 201, "{}", first.body);
    assert_eq!(first.header("idempotency-replayed"), "");
    // With or without a slash at the end: it is the same request.
    for path in [PLACES, "/api/v1/places"] {
        let again = keyed(&world, &isla, "harbour-1", path, &place("Harbour view")).await;
        assert_eq!((again.status, &again.body), (201, &first.body));
        assert_eq!(again.header("idempotency-replayed"), "true");
        assert_eq!(again.header("content-type"), first.header("content-type"));
    }
    let all = world.get(PLACES, &[]).await.json();
    assert_eq!(all.as_array().map(Vec::len), Some(1));
}

#[tokio::test]
async fn without_a_key_it_is_two() {
    let world = World::unlimited().await;
    let isla = world.newcomer("Isla").await;
    let headers = [("authorization", isla.as_str())];
    for _ in 0..2 {
        let made = world.post(PLACES, &headers, place("Harbour view")).await;
        assert_eq!(made.status, 201, "{}", made.body);
    }
    let all = world.get(PLACES, &[]).await.json();
    assert_eq!(all.as_array().map(Vec::len), Some(2));
}

#[tokio::test]
async fn a_refusal_is_answered_again_too() {
    let world = World::unlimited().await;
    let isla = world.newcomer("Isla").await;
    let nameless = json!({"name": ""});
    let first = keyed(&world, &isla, "a", AMENITIES, &nameless).await;
    let again = keyed(&world, &isla, "a", AMENITIES, &nameless).await;
    assert_eq!((first.status, again.status), (400, 400));
    assert_eq!(first.body, again.body);
    assert_eq!(again.header("idempotency-replayed"), "true");
}

#[tokio::test]
async fn what_could_not_be_done_for_want_of_a_token_is_done_with_one() {
    let world = World::unlimited().await;
    let isla = world.newcomer("Isla").await;
    let stove = json!({"name": "Wood stove"});
    let refused = keyed(&world, "Bearer nothing", "a", AMENITIES, &stove).await;
    assert_eq!(refused.status, 401);
    assert_eq!(
        keyed(&world, &isla, "a", AMENITIES, &stove).await.status,
        201
    );
}

#[tokio::test]
async fn another_request_with_the_same_key_is_422() {
    let world = World::unlimited().await;
    let isla = world.newcomer("Isla").await;
    let first = keyed(
        &world,
        &isla,
        "a",
        AMENITIES,
        &json!({"name": "Wood stove"}),
    )
    .await;
    assert_eq!(first.status, 201, "{}", first.body);
    let other = keyed(&world, &isla, "a", AMENITIES, &json!({"name": "Sauna"})).await;
    assert_eq!(other.status, 422);
    assert!(other.error().contains("Use a new one"), "{}", other.body);
    let elsewhere = keyed(&world, &isla, "a", PLACES, &json!({"name": "Wood stove"})).await;
    assert_eq!(elsewhere.status, 422);
}

#[tokio::test]
async fn two_people_may_choose_the_same_key() {
    let world = World::unlimited().await;
    let (isla, rory) = (world.newcomer("Isla").await, world.newcomer("Rory").await);
    let first = keyed(&world, &isla, "1", PLACES, &place("Harbour view")).await;
    let second = keyed(&world, &rory, "1", PLACES, &place("Harbour view")).await;
    assert_eq!((first.status, second.status), (201, 201));
    assert_ne!(first.json()["id"], second.json()["id"]);
}
