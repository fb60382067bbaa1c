//! Looking changes nothing; health; and what every answer looks like.

use super::world::*;

#[tokio::test]
async fn health_speaks_the_old_words_and_knows_when_the_database_is_gone() {
    let world = World::new().await;
    for path in ["/api/v1/health", "/api/v1/health/", "/health", "/health/"] {
        let health = world.nobody.get(path).await;
        assert_eq!(
            health.is(200).json,
            serde_json::json!({"status": "healthy", "database": "connected"})
        );
    }
    world.state.ctx.db.clone().close().await.expect("closed");
    for path in ["/api/v1/health", "/health"] {
        let health = world.nobody.get(path).await;
        assert_eq!(health.status, 503, "{}", health.text);
        assert_eq!(health.json["database"], "disconnected");
    }
}

#[tokio::test]
async fn looking_changes_nothing() {
    let world = World::new().await;
    let made = world.intended().await;
    let booking = text(&made, "booking_id");
    let before = rows(&world).await;
    for path in [
        "/api/v1/bookings".to_owned(),
        format!("/api/v1/bookings/{booking}"),
        format!("/api/v1/bookings/{booking}/money"),
        format!("/api/v1/bookings/{booking}/cancel-preview"),
        format!(
            "/api/v1/payments/verify-payment/{}",
            text(&made, "payment_intent_id")
        ),
        format!("/api/v1/places/{}/calendar", world.home.id),
        "/api/v1/reservations".to_owned(),
    ] {
        world.mina.get(&path).await;
        world.ailsa.get(&path).await;
    }
    assert_eq!(rows(&world).await, before);
}

async fn rows(world: &World) -> String {
    use sea_orm::EntityTrait;
    use server::entities::{bookings, nights, payments};
    let db = world.state.db();
    let bookings = bookings::Entity::find().all(db).await.expect("bookings");
    let payments = payments::Entity::find().all(db).await.expect("payments");
    let nights = nights::Entity::find().all(db).await.expect("nights");
    format!("{bookings:?} {payments:?} {nights:?}")
}

#[tokio::test]
async fn an_answer_that_is_known_already_is_told_in_a_few_bytes() {
    let world = World::new().await;
    let path = world.booking().await;
    let first = world.mina.get(&path).await;
    let tag = first.is(200).header("etag").to_owned();
    assert!(tag.starts_with("W/\""), "{tag}");
    let again = world
        .mina
        .send("GET", &path, &[("if-none-match", &tag)], None)
        .await;
    assert_eq!((again.status, again.text.as_str()), (304, ""));
}
