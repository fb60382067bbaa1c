//! A server that died after it had done the work and before it had kept the answer: whoever comes next does not do it a second time.

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::{EntityTrait, PaginatorTrait, sea_query::Expr};
use serde_json::json;
use server::entities::{idempotency_keys as keys, listings, reviews, users};

use crate::{
    idempotency::{keyed, place},
    limits::world::{PASSWORD, Reply, World, email},
    stage::book,
};

/// The answer is lost, as when its server was killed; the lease has ended.
async fn forget_answers(world: &World) {
    let ended = world.state.now() - TimeDelta::seconds(1);
    keys::Entity::update_many()
        .col_expr(keys::Column::Status, Expr::value(None::<u16>))
        .col_expr(keys::Column::Headers, Expr::value(None::<String>))
        .col_expr(keys::Column::Body, Expr::value(None::<String>))
        .col_expr(
            keys::Column::LeasedUntil,
            Expr::value(Some::<DateTime<Utc>>(ended)),
        )
        .exec(world.state.db())
        .await
        .expect("lost answers");
}

/// Sends it, loses the answer, sends it again: the same answer comes, and it was made anew.
async fn sent_again(world: &World, who: &str, path: &str, body: &serde_json::Value) -> Reply {
    let first = keyed(world, who, "once", path, body).await;
    assert!((200..300).contains(&first.status), "{}", first.body);
    forget_answers(world).await;
    let again = keyed(world, who, "once", path, body).await;
    assert_eq!(again.header("idempotency-replayed"), "");
    assert_eq!(first.json()["id"], again.json()["id"], "{}", again.body);
    again
}

#[tokio::test]
async fn a_home_is_not_posted_twice() {
    let world = World::unlimited().await;
    let isla = world.newcomer("Isla").await;
    let again = sent_again(&world, &isla, "/api/v1/places/", &place("Harbour view")).await;
    assert_eq!(again.status, 201);
    let homes = listings::Entity::find().count(world.state.db()).await;
    assert_eq!(homes.expect("a count"), 1);
}

#[tokio::test]
async fn a_review_is_not_written_twice_nor_refused_as_the_second() {
    let world = World::unlimited().await;
    let state = &world.state;
    let ailsa = state.host("Ailsa").await;
    let home = state.home(&ailsa).publish().await;
    world.newcomer("Mina").await;
    let guest = state.guest("Mina").await;
    book(state, &guest, &home, state.stay(1, 2)).await;
    state.clock.advance(TimeDelta::days(5));
    server::jobs::tick(world.ctx()).await.expect("a pass");
    let mina = world.log_in("Mina").await;
    let review = json!({"place_id": home.id, "text": "Warm and quiet.", "rating": 5});
    let again = sent_again(&world, &mina, "/api/v1/reviews/", &review).await;
    assert_eq!(again.status, 201);
    let written = reviews::Entity::find().count(state.db()).await;
    assert_eq!(written.expect("a count"), 1);
}

#[tokio::test]
async fn an_account_is_not_opened_twice() {
    let world = World::unlimited().await;
    let account = json!({"first_name": "Isla", "last_name": "Fraser", "email": email("Isla"), "password": PASSWORD});
    let open = async || {
        let key = [("idempotency-key", "once")];
        world.post("/api/v1/users/", &key, account.clone()).await
    };
    let first = open().await;
    assert_eq!(first.status, 201, "{}", first.body);
    forget_answers(&world).await;
    let again = open().await;
    assert_eq!(
        (again.status, again.json()["id"].clone()),
        (201, first.json()["id"].clone()),
        "{}",
        again.body
    );
    assert_eq!(
        users::Entity::find()
            .count(world.state.db())
            .await
            .expect("a count"),
        1
    );
}

#[tokio::test]
async fn an_amenity_is_not_refused_because_the_first_run_added_it() {
    let world = World::unlimited().await;
    let isla = world.newcomer("Isla").await;
    let home = keyed(
        &world,
        &isla,
        "a",
        "/api/v1/places/",
        &place("Harbour view"),
    )
    .await;
    let stove = json!({"name": "Wood stove"});
    let stove = keyed(&world, &isla, "b", "/api/v1/amenities/", &stove).await;
    let id = |made: &Reply| made.json()["id"].as_str().expect("an id").to_owned();
    let path = format!("/api/v1/places/{}/amenities/{}", id(&home), id(&stove));
    let again = sent_again(&world, &isla, &path, &json!({})).await;
    assert_eq!(again.status, 201);
    let other = keyed(&world, &isla, "another", &path, &json!({})).await;
    assert_eq!(other.status, 400, "{}", other.body);
}

#[tokio::test]
async fn a_payment_is_not_opened_twice() {
    let world = World::unlimited().await;
    let ailsa = world.state.host("Ailsa").await;
    let home = world.state.home(&ailsa).publish().await;
    let mina = world.newcomer("Mina").await;
    let stay = world.state.stay(3, 2);
    let ask = json!({"place_id": home.id, "check_in_date": stay.check_in, "check_out_date": stay.check_out});
    let path = "/api/v1/payments/create-payment-intent";
    let first = keyed(&world, &mina, "once", path, &ask).await;
    assert_eq!(first.status, 200, "{}", first.body);
    forget_answers(&world).await;
    let again = keyed(&world, &mina, "once", path, &ask).await;
    assert_eq!(
        first.json()["payment_intent_id"],
        again.json()["payment_intent_id"]
    );
    assert_eq!(first.json()["booking_id"], again.json()["booking_id"]);
}

#[tokio::test]
async fn while_it_is_in_work_a_second_one_is_told_to_wait() {
    let world = World::unlimited().await;
    let isla = world.newcomer("Isla").await;
    let first = keyed(
        &world,
        &isla,
        "once",
        "/api/v1/places/",
        &place("Harbour view"),
    )
    .await;
    assert_eq!(first.status, 201, "{}", first.body);
    forget_answers(&world).await;
    let busy = world.state.now() + TimeDelta::seconds(20);
    keys::Entity::update_many()
        .col_expr(keys::Column::LeasedUntil, Expr::value(Some(busy)))
        .exec(world.state.db())
        .await
        .expect("a lease");
    let answer = keyed(
        &world,
        &isla,
        "once",
        "/api/v1/places/",
        &place("Harbour view"),
    )
    .await;
    assert_eq!((answer.status, answer.header("retry-after")), (409, "21"));
    assert!(answer.error().contains("in work"), "{}", answer.body);
}
