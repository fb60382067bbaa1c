//! Reviews, in the shapes that clients know.

use serde_json::json;

use super::world::*;

const REVIEWS: &str = "/api/v1/reviews/";

#[tokio::test]
async fn a_guest_who_has_stayed_reviews_the_place_once() {
    let world = World::new().await;
    let body = json!({"text": "Warm and quiet.", "rating": 5, "place_id": world.home.id});
    let early = world
        .client(&world.mina)
        .await
        .post(REVIEWS, body.clone())
        .await;
    early.refuses(400, "Only guests who have stayed here can review it.");
    world
        .client(&world.ailsa)
        .await
        .post(REVIEWS, body.clone())
        .await
        .refuses(400, "This is your own home, so you cannot review it.");
    world.nobody().post(REVIEWS, body.clone()).await.is(401);
    world.stayed().await;
    let mina = world.client(&world.mina).await;
    let made = mina.post(REVIEWS, body.clone()).await;
    let review = &made.is(201).json;
    assert_eq!(
        (&review["rating"], &review["text"]),
        (&json!(5), &json!("Warm and quiet."))
    );
    assert_eq!(
        (&review["user_id"], &review["user_name"]),
        (&json!(world.mina.user_id), &json!("Mina Fraser"))
    );
    assert_eq!(review["place_id"], json!(world.home.id));
    mina.post(REVIEWS, body)
        .await
        .refuses(400, "You have already reviewed this home.");
    let place = world.nobody().get(&world.path("")).await;
    assert_eq!(
        (
            &place.json["reviews"],
            &place.json["rating"],
            &place.json["review_count"]
        ),
        (&json!([review]), &json!(5.0), &json!(1))
    );
    let bare = world.nobody().get(&world.path("/reviews")).await;
    assert_eq!(bare.is(200).json, json!([review]));
    let counted = world
        .nobody()
        .get(&format!(
            "/api/v1/reviews/places/{}/reviews/",
            world.home.id
        ))
        .await;
    assert_eq!(
        counted.is(200).json,
        json!({"place_id": world.home.id, "total_reviews": 1, "reviews": [review]})
    );
    assert_eq!(
        world.nobody().get(REVIEWS).await.is(200).json,
        json!([review])
    );
    let page = crate::browser::Browser::new(crate::browser::router(&world.state.ctx))
        .get(&format!("/listings/{}", world.home.id))
        .await;
    page.says(200, "5.00 of 5 from 1 review");
    page.says(200, "Warm and quiet.");
    page.never_says("Mina Fraser");
}

#[tokio::test]
async fn what_is_wrong_is_named() {
    let world = World::new().await;
    let mina = world.client(&world.mina).await;
    mina.post(REVIEWS, json!({"rating": 5}))
        .await
        .refuses(400, "Missing fields: text, place_id");
    let wrong = json!({"text": "", "rating": 6, "place_id": world.home.id});
    mina.post(REVIEWS, wrong)
        .await
        .names(400, &["rating", "text"]);
    let half = json!({"text": "x", "rating": 4.5, "place_id": world.home.id});
    mina.post(REVIEWS, half).await.names(400, &["rating"]);
    let nowhere = json!({"text": "x", "rating": 4, "place_id": uuid::Uuid::new_v4()});
    mina.post(REVIEWS, nowhere)
        .await
        .refuses(404, "Place not found");
    mina.get("/api/v1/reviews/none")
        .await
        .refuses(404, "Review not found");
    mina.get("/api/v1/reviews/places/none/reviews")
        .await
        .refuses(404, "Place not found");
}

#[tokio::test]
async fn its_author_and_admins_change_and_delete_it() {
    let world = World::new().await;
    world.stayed().await;
    let (mina, ailsa) = (
        world.client(&world.mina).await,
        world.client(&world.ailsa).await,
    );
    let body = json!({"text": "Cold.", "rating": 2, "place_id": world.home.id});
    let made = mina.post(REVIEWS, body).await;
    let path = format!(
        "{REVIEWS}{}",
        made.is(201).json["id"].as_str().expect("an id")
    );
    ailsa
        .put(&path, json!({"rating": 5}))
        .await
        .refuses(403, "Unauthorized action");
    ailsa
        .delete(&path)
        .await
        .refuses(403, "Unauthorized action");
    let changed = mina
        .put(&path, json!({"rating": 4, "text": "Warm in the end."}))
        .await;
    assert_eq!(
        (&changed.is(200).json["rating"], &changed.json["text"]),
        (&json!(4), &json!("Warm in the end."))
    );
    mina.put(&path, json!({"booking_id": "x"}))
        .await
        .names(400, &["booking_id"]);
    world
        .admin()
        .await
        .put(&path, json!({"rating": 3}))
        .await
        .is(200);
    let mut whole = mina.get(&path).await.is(200).json.clone();
    whole["rating"] = json!(5);
    let changed = mina.put(&path, whole.clone()).await;
    whole["updated_at"] = changed.is(200).json["updated_at"].clone();
    assert_eq!(changed.json, whole, "what was read can be sent back");
    let deleted = mina.delete(&path).await;
    assert_eq!(
        deleted.is(200).json,
        json!({"message": "Review deleted successfully"})
    );
    mina.delete(&path).await.refuses(404, "Review not found");
    world
        .nobody()
        .get(&path)
        .await
        .refuses(404, "Review not found");
    let place = world.nobody().get(&world.path("")).await;
    assert_eq!(
        (&place.json["rating"], &place.json["reviews"]),
        (&json!(null), &json!([]))
    );
}

#[tokio::test]
async fn a_cursor_that_was_made_up_is_refused() {
    use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
    let world = World::new().await;
    let far = json!({"at": "+200000-01-01T00:00:00Z", "id": world.home.id}).to_string();
    for made_up in [far.as_str(), "[]", "\"x\"", ""] {
        let cursor = URL_SAFE_NO_PAD.encode(made_up);
        let path = world.path(&format!("/reviews?cursor={cursor}x"));
        world.nobody().get(&path).await.names(400, &["cursor"]);
        let path = world.path(&format!("/reviews?cursor={cursor}"));
        world.nobody().get(&path).await.names(400, &["cursor"]);
    }
}
