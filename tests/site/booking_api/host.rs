//! What a host does with reservations.

use serde_json::json;
use server::payments::sandbox::{self, Fault};

use super::world::*;

#[tokio::test]
async fn a_host_confirms_a_request_and_twice_is_once() {
    let world = World::by_request().await;
    let path = world.booking().await;
    world
        .mina
        .put(&format!("{path}/confirm"), json!({}))
        .await
        .refuses(403, "Unauthorized action");
    world
        .noor
        .put(&format!("{path}/confirm"), json!({}))
        .await
        .is(403);
    world
        .nobody
        .put(&format!("{path}/confirm"), json!({}))
        .await
        .is(401);
    for way in ["/confirm", "/confirm/"] {
        let done = world.ailsa.call("PUT", &format!("{path}{way}"), None).await;
        assert_eq!(
            done.is(200).json["message"],
            "Booking confirmed successfully"
        );
        assert_eq!(done.json["booking"]["status"], "confirmed");
    }
    let unknown = format!("/api/v1/bookings/{}/confirm", uuid::Uuid::new_v4());
    world
        .ailsa
        .put(&unknown, json!({}))
        .await
        .refuses(404, "Booking not found");
}

#[tokio::test]
async fn a_request_is_not_called_confirmed_while_its_payment_is_being_taken() {
    let world = World::by_request().await;
    let booking = world.booked().await;
    let (db, now) = (world.state.db(), world.state.now());
    let armed = sandbox::arm(db, "capture", Fault::Down, 100, now).await;
    armed.expect("a fault");
    let confirm = format!("/api/v1/bookings/{}/confirm", text(&booking, "id"));
    let accept = format!("/api/v1/reservations/{}/accept", text(&booking, "id"));
    for (method, path) in [("PUT", confirm), ("POST", accept)] {
        let done = world.ailsa.call(method, &path, Some(json!({}))).await;
        assert_eq!(
            done.is(200).json["message"],
            "Booking accepted; the payment is being taken"
        );
        let now = &done.json["booking"];
        assert_eq!(
            (text(now, "status"), text(now, "state")),
            ("pending", "capturing")
        );
    }
}

#[tokio::test]
async fn a_request_whose_payment_cannot_be_taken_is_not_confirmed() {
    let world = World::by_request().await;
    let intent = world.intended().await;
    world.card(&intent, "pm_card_visa").await.is(200);
    let booking = world.claim(&intent).await.is(201).json.clone();
    let (effect, payment) = (uuid::Uuid::new_v4(), text(&intent, "payment_intent_id"));
    let ended = world.state.ctx.gateway.cancel(effect, payment).await;
    ended.expect("a payment that ended at its provider");
    let confirm = format!("/api/v1/bookings/{}/confirm", text(&booking, "id"));
    let accept = format!("/api/v1/reservations/{}/accept", text(&booking, "id"));
    for (method, path) in [("PUT", confirm), ("POST", accept)] {
        let failed = world.ailsa.call(method, &path, Some(json!({}))).await;
        let sentence = "The payment could not be taken, so there is nothing to answer.";
        failed.refuses(400, sentence);
    }
    let path = format!("/api/v1/bookings/{}", text(&booking, "id"));
    let after = world.ailsa.get(&path).await;
    assert_eq!(after.is(200).json["state"], "payment_failed");
}

#[tokio::test]
async fn a_withdrawn_request_is_not_confirmed() {
    let world = World::by_request().await;
    let path = world.booking().await;
    world.mina.delete(&path).await.is(200);
    let late = world.ailsa.put(&format!("{path}/confirm"), json!({})).await;
    late.refuses(400, "The guest has withdrawn this request.");
}

#[tokio::test]
async fn a_host_lists_reads_and_declines_requests() {
    let world = World::by_request().await;
    let booking = world.booked().await;
    let id = text(&booking, "id");
    let list = world.ailsa.get("/api/v1/reservations?when=requests").await;
    let row = &list.is(200).json[0];
    assert_eq!((text(row, "id"), text(row, "guest")), (id, "Mina"));
    let path = format!("/api/v1/reservations/{id}");
    let one = world.ailsa.get(&path).await;
    assert_eq!(one.is(200).json["total_minor"], 30_000);
    assert_eq!(
        one.json["guest"]["email"],
        json!(null),
        "only once the stay is confirmed"
    );
    world
        .mina
        .get(&path)
        .await
        .refuses(403, "Unauthorized action");
    world
        .ailsa
        .post(&format!("{path}/decline"), json!({}))
        .await
        .refuses(400, "Missing fields: reason");
    let reason = json!({"reason": "The roof leaks."});
    world
        .mina
        .post(&format!("{path}/decline"), reason.clone())
        .await
        .is(403);
    for _ in 0..2 {
        let done = world
            .ailsa
            .post(&format!("{path}/decline"), reason.clone())
            .await;
        assert_eq!(done.is(200).json["booking"]["state"], "declined");
    }
    let late = world.ailsa.post(&format!("{path}/accept"), json!({})).await;
    late.refuses(400, "You have declined this request already.");
    let ended = world.ailsa.get("/api/v1/reservations?when=cancelled").await;
    assert_eq!(ended.is(200).json.as_array().map(Vec::len), Some(1));
}

#[tokio::test]
async fn a_host_accepts_and_then_cancels_with_everything_back() {
    let world = World::by_request().await;
    let booking = world.booked().await;
    let path = format!("/api/v1/reservations/{}", text(&booking, "id"));
    world
        .noor
        .post(&format!("{path}/accept"), json!({}))
        .await
        .is(403);
    let done = world.ailsa.post(&format!("{path}/accept"), json!({})).await;
    assert_eq!(done.is(200).json["booking"]["state"], "confirmed");
    let one = world.ailsa.get(&path).await;
    assert!(one.is(200).json["guest"]["email"].is_string());
    let cancel = format!("{path}/cancel");
    let wrong = json!({"reason": "The roof leaks.", "refund_minor": 1});
    world.ailsa.post(&cancel, wrong).await.is(409);
    let right = json!({"reason": "The roof leaks.", "refund_minor": 30_000});
    world.noor.post(&cancel, right.clone()).await.is(403);
    let guest = world.mina.post(&cancel, right.clone()).await;
    guest.refuses(403, "Unauthorized action");
    for _ in 0..2 {
        let done = world.ailsa.post(&cancel, right.clone()).await;
        assert_eq!(done.is(200).json["booking"]["state"], "cancelled");
    }
}

#[tokio::test]
async fn the_list_is_of_ones_own_homes_and_in_pages() {
    let world = World::new().await;
    world.booked().await;
    let path = format!("/api/v1/reservations?place_id={}", world.home.id);
    let list = world.ailsa.get(&path).await;
    assert_eq!(list.is(200).json.as_array().map(Vec::len), Some(1));
    world
        .mina
        .get(&path)
        .await
        .refuses(403, "Unauthorized action");
    let later =
        json!({"check_in_date": world.state.day(20), "check_out_date": world.state.day(22)});
    let made = world
        .noor
        .post(
            "/api/v1/payments/create-payment-intent",
            world.wish_with(later),
        )
        .await;
    made.is(200);
    let page = world.ailsa.get("/api/v1/reservations?limit=1").await;
    assert_eq!(page.is(200).json.as_array().map(Vec::len), Some(1));
    let link = page
        .header("link")
        .split(['<', '>'])
        .nth(1)
        .expect("a link");
    let next = link
        .strip_prefix("http://localhost:3000")
        .expect("our own address");
    let last = world.ailsa.get(next).await;
    assert_eq!(
        (
            last.is(200).json.as_array().map(Vec::len),
            last.header("link")
        ),
        (Some(1), "")
    );
    world.nobody.get("/api/v1/reservations").await.is(401);
    world
        .ailsa
        .get("/api/v1/reservations?when=never")
        .await
        .names(400, &["when"]);
}
