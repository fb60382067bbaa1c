//! Lists of bookings: a guest's own, and those of one place.

use serde_json::{Value, json};

use super::world::*;

fn ids(list: &Value) -> Vec<&str> {
    let rows = list.as_array().expect("a bare array");
    rows.iter().map(|row| text(row, "id")).collect()
}

#[tokio::test]
async fn a_guest_lists_their_own_by_status_and_by_time() {
    let world = World::new().await;
    let booking = world.booked().await;
    let id = text(&booking, "id");
    for path in [
        "",
        "/",
        "?status=confirmed",
        "/?type=upcoming",
        "?status=confirmed&type=upcoming",
    ] {
        let list = world.mina.get(&format!("/api/v1/bookings{path}")).await;
        assert_eq!(ids(&list.is(200).json), [id], "{path}");
    }
    for path in ["?status=pending", "?status=cancelled", "?type=past"] {
        let list = world.mina.get(&format!("/api/v1/bookings{path}")).await;
        assert_eq!(list.is(200).json, json!([]), "{path}");
    }
    let others = world.noor.get("/api/v1/bookings").await;
    assert_eq!(others.is(200).json, json!([]));
    world.nobody.get("/api/v1/bookings").await.is(401);
    world
        .mina
        .get("/api/v1/bookings?status=lost")
        .await
        .names(400, &["status"]);
    world
        .mina
        .get("/api/v1/bookings?guest=me")
        .await
        .names(400, &["guest"]);
}

#[tokio::test]
async fn a_list_is_turned_page_by_page_without_a_gap() {
    let world = World::new().await;
    let first = world.booked().await;
    world.state.clock.advance(chrono::TimeDelta::minutes(1));
    let later =
        json!({"check_in_date": world.state.day(20), "check_out_date": world.state.day(22)});
    let intent = world
        .mina
        .post(
            "/api/v1/payments/create-payment-intent",
            world.wish_with(later),
        )
        .await;
    let second = text(&intent.is(200).json, "booking_id").to_owned();
    let page = world.mina.get("/api/v1/bookings?limit=1").await;
    assert_eq!(ids(&page.is(200).json), [second.as_str()]);
    let link = page.header("link");
    let next = link.split(['<', '>']).nth(1).expect("a link");
    let next = next
        .strip_prefix("http://localhost:3000")
        .expect("our own address");
    let last = world.mina.get(next).await;
    assert_eq!(ids(&last.is(200).json), [text(&first, "id")]);
    assert_eq!(last.header("link"), "");
    world
        .mina
        .get("/api/v1/bookings?limit=101")
        .await
        .names(400, &["limit"]);
    world
        .mina
        .get("/api/v1/bookings?cursor=there")
        .await
        .names(400, &["cursor"]);
}

#[tokio::test]
async fn a_cursor_that_was_made_up_is_refused() {
    use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
    let world = World::new().await;
    let id = world.home.id;
    let of_bookings = json!(["+200000-01-01T00:00:00Z", id]).to_string();
    let of_requests = json!(format!("6311390400000000000.{}", id.simple())).to_string();
    let of_place = format!("bookings/places/{id}?");
    for (list, far) in [
        ("bookings?", &of_bookings),
        (of_place.as_str(), &of_bookings),
        ("reservations?when=requests&", &of_requests),
        ("reservations?", &of_requests),
    ] {
        for made_up in [far.as_str(), "\"x\"", "[]"] {
            let cursor = URL_SAFE_NO_PAD.encode(made_up);
            let path = format!("/api/v1/{list}cursor={cursor}");
            world.ailsa.get(&path).await.names(400, &["cursor"]);
        }
    }
}

#[tokio::test]
async fn a_places_bookings_are_its_hosts() {
    let world = World::new().await;
    let booking = world.booked().await;
    let path = format!("/api/v1/bookings/places/{}", world.home.id);
    let list = world.ailsa.get(&path).await;
    assert_eq!(ids(&list.is(200).json), [text(&booking, "id")]);
    let none = world.ailsa.get(&format!("{path}/?status=pending")).await;
    assert_eq!(none.is(200).json, json!([]));
    world
        .mina
        .get(&path)
        .await
        .refuses(403, "Unauthorized action");
    world.nobody.get(&path).await.is(401);
    let nowhere = format!("/api/v1/bookings/places/{}", uuid::Uuid::new_v4());
    world
        .ailsa
        .get(&nowhere)
        .await
        .refuses(404, "Place not found");
}

#[tokio::test]
async fn one_booking_is_its_guests_and_its_hosts() {
    let world = World::new().await;
    let booking = world.booked().await;
    let path = format!("/api/v1/bookings/{}", text(&booking, "id"));
    for client in [&world.mina, &world.ailsa] {
        let seen = client.get(&path).await;
        assert_eq!(seen.is(200).json["id"], booking["id"]);
    }
    world
        .noor
        .get(&path)
        .await
        .refuses(403, "Unauthorized action");
    world
        .nobody
        .get(&path)
        .await
        .refuses(401, "Missing or invalid token");
    let unknown = format!("/api/v1/bookings/{}", uuid::Uuid::new_v4());
    world
        .mina
        .get(&unknown)
        .await
        .refuses(404, "Booking not found");
    world
        .mina
        .get("/api/v1/bookings/b-17")
        .await
        .refuses(404, "Booking not found");
}

#[tokio::test]
async fn an_old_id_leads_to_the_same_booking() {
    use sea_orm::{ActiveModelTrait, ActiveValue::Set};
    let world = World::new().await;
    let booking = world.booked().await;
    let old = server::entities::legacy_ids::ActiveModel {
        kind: Set("booking".into()),
        old_id: Set("b-17".into()),
        id: Set(text(&booking, "id").parse().expect("an id")),
    };
    old.insert(world.state.db()).await.expect("an old id");
    let seen = world.mina.get("/api/v1/bookings/b-17").await;
    assert_eq!(seen.is(200).json["id"], booking["id"]);
}
