//! A home's calendar, and nights that are kept free.

use serde_json::{Value, json};

use super::world::*;

fn state_of(calendar: &Value, date: &str) -> String {
    let days = calendar["days"].as_array().expect("days");
    let day = days.iter().find(|day| day["date"] == date);
    text(day.expect("the day"), "state").to_owned()
}

#[tokio::test]
async fn nights_are_kept_free_and_let_again() {
    let world = World::new().await;
    let place = format!("/api/v1/places/{}", world.home.id);
    let nights =
        json!({"first_night": "2026-06-20", "last_night": "2026-06-22", "note": "My sister"});
    for _ in 0..2 {
        let kept = world
            .ailsa
            .post(&format!("{place}/blocks"), nights.clone())
            .await;
        assert_eq!(
            kept.is(201).json,
            json!({"first_night": "2026-06-20", "last_night": "2026-06-22"})
        );
    }
    let june = world
        .ailsa
        .get(&format!("{place}/calendar?month=2026-06"))
        .await;
    assert_eq!(state_of(&june.is(200).json, "2026-06-21"), "blocked");
    assert_eq!(june.json["blocks"][0]["note"], "My sister");
    let taken = json!({"place_id": world.home.id, "check_in_date": "2026-06-21", "check_out_date": "2026-06-23"});
    let free = world
        .nobody
        .post("/api/v1/bookings/availability/check", taken.clone())
        .await;
    assert_eq!(free.is(200).json["available"], false);
    for _ in 0..2 {
        let open = world
            .ailsa
            .delete(&format!(
                "{place}/blocks?first_night=2026-06-20&last_night=2026-06-22"
            ))
            .await;
        open.is(200);
    }
    let free = world
        .nobody
        .post("/api/v1/bookings/availability/check", taken)
        .await;
    assert_eq!(free.is(200).json["available"], true);
}

#[tokio::test]
async fn booked_nights_are_shown_and_cannot_be_kept_free() {
    let world = World::new().await;
    let booking = world.booked().await;
    let place = format!("/api/v1/places/{}", world.home.id);
    let june = world.ailsa.get(&format!("{place}/calendar")).await;
    assert_eq!(june.is(200).json["month"], "2026-06");
    assert_eq!(
        state_of(&june.json, text(&booking, "check_in_date")),
        "booked"
    );
    assert_eq!(june.json["bookings"][0]["id"], booking["id"]);
    let over = json!({"first_night": booking["check_in_date"]});
    world
        .ailsa
        .post(&format!("{place}/blocks"), over)
        .await
        .is(400);
}

#[tokio::test]
async fn a_calendar_is_its_hosts_alone() {
    let world = World::new().await;
    let place = format!("/api/v1/places/{}", world.home.id);
    let nights = json!({"first_night": "2026-06-20"});
    let open = format!("{place}/blocks?first_night=2026-06-20");
    world
        .mina
        .get(&format!("{place}/calendar"))
        .await
        .refuses(403, "Unauthorized action");
    world
        .mina
        .post(&format!("{place}/blocks"), nights.clone())
        .await
        .is(403);
    world.mina.delete(&open).await.is(403);
    world.nobody.get(&format!("{place}/calendar")).await.is(401);
    world
        .nobody
        .post(&format!("{place}/blocks"), nights.clone())
        .await
        .is(401);
    world.nobody.delete(&open).await.is(401);
    let reader =
        crate::client::Client::with_scopes(&world.state.ctx, &world.host, &["bookings:read"]).await;
    reader.get(&format!("{place}/calendar")).await.is(200);
    let refused = reader.post(&format!("{place}/blocks"), nights).await;
    refused.refuses(403, "This token lacks the scope calendar:write.");
}

#[tokio::test]
async fn mistakes_are_named() {
    let world = World::new().await;
    let place = format!("/api/v1/places/{}", world.home.id);
    world
        .ailsa
        .get(&format!("{place}/calendar?month=soon"))
        .await
        .names(400, &["month"]);
    let blocks = format!("{place}/blocks");
    world
        .ailsa
        .post(&blocks, json!({}))
        .await
        .refuses(400, "Missing fields: first_night");
    let odd = json!({"first_night": "x", "last_night": "y"});
    world
        .ailsa
        .post(&blocks, odd)
        .await
        .names(400, &["first_night", "last_night"]);
    world
        .ailsa
        .delete(&blocks)
        .await
        .refuses(400, "Missing fields: first_night");
}
