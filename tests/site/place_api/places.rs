//! Places: list, post, look, change, delete, pictures.

use serde_json::{Value, json};

use super::world::*;

#[tokio::test]
async fn the_old_body_makes_a_place_that_is_on_the_site_at_once() {
    let world = World::new().await;
    let ailsa = world.client(&world.ailsa).await;
    let made = ailsa.post("/api/v1/places/", old_body()).await;
    let place = &made.is(201).json;
    assert_eq!(
        (&place["price"], &place["price_minor"], &place["currency"]),
        (&json!(120.5), &json!(12_050), &json!("USD"))
    );
    assert_eq!(
        (&place["latitude"], &place["longitude"]),
        (&json!(48.8566), &json!(2.3522))
    );
    assert_eq!(
        (&place["owner_id"], &place["max_guests"]),
        (&json!(world.ailsa.user_id), &json!(2))
    );
    assert_eq!(
        (&place["timezone"], &place["kind"], &place["instant_book"]),
        (&json!("Europe/Paris"), &json!("entire_home"), &json!(false))
    );
    assert_eq!(
        (&place["amenities"], &place["reviews"]),
        (&json!([]), &json!([]))
    );
    let id = place["id"].as_str().expect("an id");
    for path in [
        format!("/api/v1/places/{id}"),
        format!("/api/v1/places/{id}/"),
    ] {
        let seen = world.nobody().get(&path).await;
        assert_eq!(seen.is(200).json["title"], "A loft by the river");
        assert_ne!(
            seen.json["latitude"],
            json!(48.8566),
            "strangers do not learn where exactly"
        );
    }
    let page = crate::browser::Browser::new(crate::browser::router(&world.state.ctx))
        .get(&format!("/listings/{id}"))
        .await;
    page.says(200, "A loft by the river");
}

#[tokio::test]
async fn lists_are_bare_arrays_and_a_link_leads_on() {
    let world = World::new().await;
    for _ in 0..4 {
        world.state.home(&world.ailsa).publish().await;
    }
    let (mut seen, mut next) = (Vec::new(), Some("/api/v1/places/?limit=2".to_owned()));
    while let Some(path) = next {
        let page = world.nobody().get(&path).await;
        let places = page.is(200).json.as_array().expect("a bare array").clone();
        assert!(places.len() <= 2);
        seen.extend(places.iter().map(|place| place["id"].to_string()));
        next = leads_to(page.header("link"));
    }
    assert_eq!(seen.len(), 5);
    seen.sort();
    seen.dedup();
    assert_eq!(seen.len(), 5, "each once");
    world
        .nobody()
        .get("/api/v1/places?limit=0")
        .await
        .names(400, &["limit"]);
    world
        .nobody()
        .get("/api/v1/places?limit=101")
        .await
        .names(400, &["limit"]);
    world
        .nobody()
        .get("/api/v1/places?cursor=x")
        .await
        .names(400, &["cursor"]);
    world
        .nobody()
        .get("/api/v1/places?colour=blue")
        .await
        .names(400, &["colour"]);
}

/// Path and query of `<http://localhost:3000/…>; rel="next"`.
fn leads_to(link: &str) -> Option<String> {
    let address = link.strip_prefix('<')?.strip_suffix(">; rel=\"next\"")?;
    Some(
        address
            .trim_start_matches("http://localhost:3000")
            .to_owned(),
    )
}

#[tokio::test]
async fn the_same_place_again_is_a_few_bytes() {
    let world = World::new().await;
    let first = world.nobody().get(&world.path("")).await;
    let tag = first.is(200).header("etag").to_owned();
    let headers = [("if-none-match", tag.as_str())];
    let again = world
        .nobody()
        .send("GET", &world.path(""), &headers, None)
        .await;
    assert_eq!((again.status, again.text.as_str()), (304, ""));
}

#[tokio::test]
async fn what_is_wrong_is_named_and_without_a_token_nothing_is_looked_at() {
    let world = World::new().await;
    let ailsa = world.client(&world.ailsa).await;
    world
        .nobody()
        .post("/api/v1/places", json!({}))
        .await
        .refuses(401, "Missing or invalid token");
    let empty = ailsa.post("/api/v1/places", json!({})).await;
    empty.refuses(400, "Missing fields: title, price, latitude, longitude");
    let strange = json!({"title": "x", "price": 1, "latitude": 0, "longitude": 0, "is_admin": true, "status": "x"});
    ailsa
        .post("/api/v1/places", strange)
        .await
        .names(400, &["is_admin", "status"]);
    let wrong = json!({"title": "", "price": 0, "latitude": 91, "longitude": -181});
    ailsa
        .post("/api/v1/places", wrong)
        .await
        .names(400, &["latitude", "longitude", "price", "title"]);
    let text = json!({"title": "x", "price": "12", "latitude": 0, "longitude": 0});
    ailsa
        .post("/api/v1/places", text)
        .await
        .names(400, &["price"]);
}

#[tokio::test]
async fn its_owner_and_admins_change_it_and_nobody_else() {
    let world = World::new().await;
    let change = json!({"title": "Above the boats", "price": 99});
    let changed = world
        .client(&world.ailsa)
        .await
        .put(&world.path("/"), change.clone())
        .await;
    assert_eq!(
        (&changed.is(200).json["title"], &changed.json["price"]),
        (&json!("Above the boats"), &json!(99.0))
    );
    let seen = world.nobody().get(&world.path("")).await;
    assert_eq!(seen.json["title"], "Above the boats", "and it was kept");
    world
        .client(&world.mina)
        .await
        .put(&world.path(""), change.clone())
        .await
        .refuses(403, "Unauthorized action");
    world
        .nobody()
        .put(&world.path(""), change.clone())
        .await
        .is(401);
    world
        .admin()
        .await
        .put(&world.path(""), json!({"title": "Tidied"}))
        .await
        .is(200);
    let whole = json!({"id": world.home.id, "owner_id": world.mina.user_id, "amenities": [], "reviews": [], "title": "Round trip"});
    let back = world
        .client(&world.ailsa)
        .await
        .put(&world.path(""), whole)
        .await;
    assert_eq!(
        back.is(200).json["owner_id"],
        json!(world.ailsa.user_id),
        "what is ignored is not done"
    );
    let nowhere = format!("/api/v1/places/{}", uuid::Uuid::new_v4());
    world
        .admin()
        .await
        .put(&nowhere, change)
        .await
        .refuses(404, "Place not found");
}

#[tokio::test]
async fn what_was_read_is_changed_in_one_place_and_sent_back() {
    let world = World::new().await;
    let ailsa = world.client(&world.ailsa).await;
    world.stayed().await;
    let said = json!({"text": "Warm and quiet.", "rating": 5, "place_id": world.home.id});
    let mina = world.client(&world.mina).await;
    mina.post("/api/v1/reviews/", said).await.is(201);
    let read = ailsa.get(&world.path("")).await;
    let mut whole = read.is(200).json.clone();
    whole["title"] = json!("Above the boats");
    let changed = ailsa.put(&world.path(""), whole.clone()).await;
    whole["updated_at"] = changed.is(200).json["updated_at"].clone();
    assert_eq!(changed.json, whole);
    whole["rooms"] = json!(4);
    let unknown = ailsa.put(&world.path(""), whole).await;
    unknown.names(400, &["rooms"]);
}

#[tokio::test]
async fn deleting_archives_and_what_is_booked_stays() {
    let world = World::new().await;
    let ailsa = world.client(&world.ailsa).await;
    let booking = crate::stage::book(
        &world.state,
        &world.mina,
        &world.home,
        world.state.stay(2, 2),
    )
    .await;
    let refused = ailsa.delete(&world.path("")).await;
    assert!(
        refused.is(400).error().contains("open bookings"),
        "{}",
        refused.text
    );
    world
        .client(&world.mina)
        .await
        .delete(&world.path(""))
        .await
        .refuses(403, "Unauthorized action");
    world.state.clock.advance(chrono::TimeDelta::days(6));
    crate::stage::tick(&world.state).await;
    let deleted = world
        .client(&world.ailsa)
        .await
        .delete(&world.path("/"))
        .await;
    assert_eq!(
        deleted.is(200).json,
        json!({"message": "Place deleted successfully"})
    );
    world
        .nobody()
        .get(&world.path(""))
        .await
        .refuses(404, "Place not found");
    let again = world
        .client(&world.ailsa)
        .await
        .delete(&world.path(""))
        .await;
    again.refuses(404, "Place not found");
    assert_eq!(
        crate::stage::state_of(&world.state, booking).await,
        domain::bookings::State::Completed
    );
}

#[tokio::test]
async fn a_token_without_the_scope_is_told_which_one() {
    let world = World::new().await;
    let reader =
        crate::client::Client::with_scopes(&world.state.ctx, &world.ailsa, &["listings:read"])
            .await;
    reader
        .post("/api/v1/places", old_body())
        .await
        .refuses(403, "This token lacks the scope listings:write.");
    reader
        .delete(&world.path(""))
        .await
        .refuses(403, "This token lacks the scope listings:write.");
}

#[tokio::test]
async fn ids_of_the_system_before_still_lead_to_the_place() {
    use sea_orm::ActiveModelTrait;
    let world = World::new().await;
    let old = server::entities::legacy_ids::ActiveModel {
        kind: sea_orm::ActiveValue::Set("place".into()),
        old_id: sea_orm::ActiveValue::Set("leith-1".into()),
        id: sea_orm::ActiveValue::Set(world.home.id),
    };
    old.insert(world.state.db()).await.expect("an old id");
    for path in [
        "/api/v1/places/leith-1",
        "/api/v1/places/leith-1/",
        "/api/v1/places/leith-1/reviews",
    ] {
        world.nobody().get(path).await.is(200);
    }
    world
        .nobody()
        .get("/api/v1/places/leith-2")
        .await
        .refuses(404, "Place not found");
}

#[tokio::test]
async fn a_place_has_pictures_that_can_be_fetched() {
    let world = World::new().await;
    let photos = world.nobody().get(&world.path("/photos")).await;
    let all = photos.is(200).json.as_array().expect("an array").clone();
    assert_eq!(
        (all.len(), &all[0]["drawn"], &all[0]["id"]),
        (1, &json!(true), &Value::Null)
    );
    let url = all[0]["url"].as_str().expect("a url");
    assert!(url.starts_with("http://localhost:3000/drawings/"), "{url}");
    world
        .nobody()
        .get("/api/v1/places/none/photos")
        .await
        .refuses(404, "Place not found");
    let draft = world
        .state
        .home(&world.ailsa)
        .save_as(domain::listings::Status::Draft)
        .await
        .id;
    let path = format!("/api/v1/places/{draft}/photos");
    world.nobody().get(&path).await.is(404);
    world.client(&world.mina).await.get(&path).await.is(404);
    world.client(&world.ailsa).await.get(&path).await.is(200);
}
