//! Amenities, and what places offer.

use serde_json::json;

use super::world::*;

const AMENITIES: &str = "/api/v1/amenities/";

#[tokio::test]
async fn anybody_who_is_logged_in_names_one_and_the_same_name_is_the_same() {
    let world = World::new().await;
    let mina = world.client(&world.mina).await;
    world
        .nobody()
        .post(AMENITIES, json!({"name": "Piano"}))
        .await
        .is(401);
    let body = json!({"name": "Piano", "description": "In tune", "number": 2});
    let made = mina.post(AMENITIES, body).await;
    assert_eq!(
        made.is(201).json,
        json!({"id": made.json["id"], "name": "Piano"})
    );
    let again = world
        .client(&world.ailsa)
        .await
        .post(AMENITIES, json!({"name": "PIANO"}))
        .await;
    assert_eq!(again.is(201).json, made.json);
    let one = world
        .nobody()
        .get(&format!(
            "{AMENITIES}{}",
            made.json["id"].as_str().expect("an id")
        ))
        .await;
    let expected = json!({"id": made.json["id"], "name": "Piano", "description": "In tune", "number": 2, "slug": "piano"});
    assert_eq!(one.is(200).json, expected);
    let all = world.nobody().get(AMENITIES).await;
    assert!(
        all.is(200)
            .json
            .as_array()
            .expect("an array")
            .contains(&expected)
    );
    mina.post(AMENITIES, json!({"name": "x".repeat(51), "number": -1}))
        .await
        .names(400, &["name", "number"]);
    mina.post(AMENITIES, json!({}))
        .await
        .refuses(400, "Missing fields: name");
    world
        .nobody()
        .get("/api/v1/amenities/none")
        .await
        .refuses(404, "Amenity not found");
}

#[tokio::test]
async fn only_admins_change_and_delete_them() {
    let world = World::new().await;
    let mina = world.client(&world.mina).await;
    let made = mina.post(AMENITIES, json!({"name": "Piano"})).await;
    let path = format!("{AMENITIES}{}", made.json["id"].as_str().expect("an id"));
    mina.put(&path, json!({"name": "Mine"}))
        .await
        .refuses(403, "Unauthorized action");
    mina.delete(&path).await.refuses(403, "Unauthorized action");
    let admin = world.admin().await;
    let changed = admin.put(&path, json!({"name": "Upright piano"})).await;
    assert_eq!(
        changed.is(200).json,
        json!({"id": made.json["id"], "name": "Upright piano"})
    );
    let mut whole = admin.get(&path).await.is(200).json.clone();
    whole["number"] = json!(3);
    admin.put(&path, whole.clone()).await.is(200);
    let read = admin.get(&path).await;
    assert_eq!(read.is(200).json, whole, "what was read can be sent back");
    let deleted = admin.delete(&path).await;
    assert_eq!(
        deleted.is(200).json,
        json!({"message": "Amenity deleted successfully"})
    );
    admin.delete(&path).await.refuses(404, "Amenity not found");
    world
        .nobody()
        .get(&path)
        .await
        .refuses(404, "Amenity not found");
}

#[tokio::test]
async fn a_place_offers_something_once() {
    let world = World::new().await;
    let (ailsa, mina) = (
        world.client(&world.ailsa).await,
        world.client(&world.mina).await,
    );
    let made = ailsa.post(AMENITIES, json!({"name": "Piano"})).await;
    let path = world.path(&format!(
        "/amenities/{}",
        made.json["id"].as_str().expect("an id")
    ));
    mina.call("POST", &path, None)
        .await
        .refuses(403, "Unauthorized action");
    world.nobody().call("POST", &path, None).await.is(401);
    let offered = ailsa.call("POST", &path, None).await;
    assert_eq!(offered.is(201).json, made.json);
    ailsa
        .call("POST", &path, None)
        .await
        .refuses(400, "This home offers Piano already.");
    let place = world.nobody().get(&world.path("")).await;
    assert_eq!(place.json["amenities"], json!([made.json]));
    mina.delete(&path).await.refuses(403, "Unauthorized action");
    ailsa.delete(&format!("{path}/")).await.is(200);
    ailsa.delete(&path).await.refuses(404, "Amenity not found");
    ailsa
        .call("POST", &world.path("/amenities/none"), None)
        .await
        .refuses(404, "Amenity not found");
    ailsa
        .call("POST", "/api/v1/places/none/amenities/none", None)
        .await
        .refuses(404, "Place not found");
}
