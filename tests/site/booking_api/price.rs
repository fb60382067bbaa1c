//! Prices and availability: for everybody, and the same as on the home's page.

use serde_json::json;

use super::world::*;

#[tokio::test]
async fn a_stay_is_priced_line_by_line() {
    let world = World::new().await;
    let (from, to) = (world.state.day(10), world.state.day(13));
    let path = format!(
        "/api/v1/places/{}/quote?check_in_date={from}&check_out_date={to}&guests=2",
        world.home.id
    );
    let quote = world.nobody.get(&path).await;
    let quote = &quote.is(200).json;
    assert_eq!(
        (&quote["total_price"], &quote["total_minor"]),
        (&json!(300.0), &json!(30_000))
    );
    assert_eq!(
        (&quote["nights"], &quote["available"]),
        (&json!(3), &json!(true))
    );
    let lines = quote["lines"].as_array().expect("lines");
    let sum: i64 = lines
        .iter()
        .filter_map(|line| line["amount_minor"].as_i64())
        .sum();
    assert_eq!(sum, 30_000);
    assert!(
        quote["cancellation"]
            .as_array()
            .is_some_and(|steps| !steps.is_empty())
    );
    world.intended().await;
    let taken = world.nobody.get(&path).await;
    assert_eq!(taken.is(200).json["available"], false);
    assert!(
        taken.json["nearest"]
            .as_array()
            .is_some_and(|days| !days.is_empty())
    );
}

#[tokio::test]
async fn a_stay_that_the_home_never_takes_is_400() {
    let world = World::new().await;
    let quote = |query: String| {
        let (nobody, home) = (world.nobody.clone(), world.home.id);
        async move {
            nobody
                .get(&format!("/api/v1/places/{home}/quote?{query}"))
                .await
        }
    };
    let (from, to) = (world.state.day(10), world.state.day(13));
    let days = format!("check_in_date={from}&check_out_date={to}");
    quote(format!("{days}&guests=9"))
        .await
        .names(400, &["guests"]);
    quote(format!("{days}&pets=2")).await.names(400, &["pets"]);
    quote(format!("check_in_date={from}"))
        .await
        .refuses(400, "Missing fields: check_out_date");
    quote(format!("check_in_date={to}&check_out_date={from}"))
        .await
        .names(400, &["check_out_date"]);
    let nowhere = format!("/api/v1/places/{}/quote?{days}", uuid::Uuid::new_v4());
    world
        .nobody
        .get(&nowhere)
        .await
        .refuses(404, "Place not found");
}

#[tokio::test]
async fn availability_is_told_to_everybody_in_the_old_words() {
    let world = World::new().await;
    let path = "/api/v1/bookings/availability/check/";
    let free = world.nobody.post(path, world.wish()).await;
    assert_eq!(free.is(200).json["available"], true);
    assert_eq!(free.json["place_id"], json!(world.home.id));
    assert_eq!(free.json["check_in_date"], json!(world.state.day(10)));
    world.booked().await;
    let taken = world.nobody.post(path, world.wish()).await;
    assert_eq!(taken.is(200).json["available"], false);
    let gone = json!({"check_in_date": "2020-01-01", "check_out_date": "2020-01-03"});
    world
        .nobody
        .post(path, world.wish_with(gone))
        .await
        .names(400, &["check_in_date"]);
    world.nobody.post(path, json!({})).await.refuses(
        400,
        "Missing fields: place_id, check_in_date, check_out_date",
    );
}
