//! Search by the filters of the pages.

use serde_json::json;

use super::world::*;
use crate::support::KYOTO;

#[tokio::test]
async fn a_search_finds_what_the_page_finds_with_the_total_that_is_charged() {
    let world = World::new().await;
    world.state.home(&world.ailsa).town(KYOTO).publish().await;
    let stay = world.state.stay(9, 3);
    let path = format!(
        "/api/v1/search/?where=Edinburgh&check_in={}&check_out={}&guests=2",
        stay.check_in, stay.check_out
    );
    let found = world.nobody().get(&path).await;
    assert_eq!(
        (&found.is(200).json["count"], &found.json["more"]),
        (&json!(1), &json!(false))
    );
    let hit = &found.json["results"][0];
    assert_eq!(
        (&hit["id"], &hit["nights"], &hit["currency"]),
        (&json!(world.home.id), &json!(3), &json!("GBP"))
    );
    assert_eq!(
        hit["total_minor"],
        json!(crate::stage::total(&world.home, &stay))
    );
    crate::stage::book(&world.state, &world.mina, &world.home, stay).await;
    let found = world.nobody().get(&path).await;
    assert_eq!(
        (&found.json["count"], &found.json["results"]),
        (&json!(0), &json!([]))
    );
    assert!(
        !found.json["emptied_by"]
            .as_array()
            .expect("filters")
            .is_empty()
    );
}

#[tokio::test]
async fn pages_follow_one_another() {
    let world = World::new().await;
    for _ in 0..2 {
        world.state.home(&world.ailsa).publish().await;
    }
    let (mut seen, mut next) = (
        Vec::new(),
        Some("/api/v1/search?sort=price_low&limit=1".to_owned()),
    );
    while let Some(path) = next {
        let page = world.nobody().get(&path).await;
        seen.extend(
            page.is(200).json["results"]
                .as_array()
                .expect("results")
                .iter()
                .map(|hit| hit["id"].to_string()),
        );
        let link = page.header("link").to_owned();
        next = link
            .strip_prefix("<http://localhost:3000")
            .and_then(|rest| rest.split_once('>'))
            .map(|(path, _)| path.to_owned());
    }
    seen.sort();
    seen.dedup();
    assert_eq!(seen.len(), 3);
}

#[tokio::test]
async fn several_kinds_are_either_or_and_what_is_wrong_is_named() {
    let world = World::new().await;
    let nobody = world.nobody();
    let both = nobody
        .get("/api/v1/search?kind=entire_home&kind=private_room")
        .await;
    assert_eq!(both.is(200).json["count"], json!(1));
    assert_eq!(
        nobody
            .get("/api/v1/search?kind=shared_room")
            .await
            .is(200)
            .json["count"],
        json!(0)
    );
    assert_eq!(
        nobody
            .get("/api/v1/search?amenity=sauna")
            .await
            .is(200)
            .json["count"],
        json!(0)
    );
    nobody
        .get("/api/v1/search?kind=castle")
        .await
        .names(400, &["kind"]);
    nobody
        .get("/api/v1/search?check_in=2026-06-09")
        .await
        .names(400, &["check_out"]);
    nobody
        .get("/api/v1/search?check_in=tomorrow&check_out=2026-06-09")
        .await
        .names(400, &["check_in"]);
    nobody
        .get("/api/v1/search?check_in=2025-06-09&check_out=2025-06-11")
        .await
        .names(400, &["check_in"]);
    nobody
        .get("/api/v1/search?guests=many")
        .await
        .names(400, &["guests"]);
    nobody
        .get("/api/v1/search?min_price=90&max_price=10")
        .await
        .names(400, &["max_price"]);
    nobody.get("/api/v1/search?q=x").await.names(400, &["q"]);
}
