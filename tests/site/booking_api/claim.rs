//! `POST /bookings/`: the booking for a payment.

use serde_json::json;

use super::world::*;

#[tokio::test]
async fn a_paid_stay_is_201_once_and_200_with_the_same_booking_after() {
    let world = World::new().await;
    let made = world.intended().await;
    world.card(&made, "pm_card_visa").await.is(200);
    let first = world.claim(&made).await;
    first.is(201);
    let booking = &first.json;
    assert_eq!(booking["id"], made["booking_id"]);
    assert_eq!(
        (&booking["status"], &booking["state"]),
        (&json!("confirmed"), &json!("confirmed"))
    );
    assert_eq!(
        (&booking["total_price"], &booking["total_minor"]),
        (&json!(300.0), &json!(30_000))
    );
    assert_eq!(booking["guest_id"], json!(world.guest.user_id));
    assert_eq!(booking["can_cancel"], true);
    assert!(booking["cancellation_deadline"].is_string());
    let again = world.claim(&made).await;
    assert_eq!(&again.is(200).json, booking);
}

#[tokio::test]
async fn a_request_is_pending_until_its_host_confirms() {
    let world = World::by_request().await;
    let booking = world.booked().await;
    assert_eq!(
        (&booking["status"], &booking["state"]),
        (&json!("pending"), &json!("authorized"))
    );
    assert!(booking["respond_by"].is_string());
}

#[tokio::test]
async fn what_is_missing_is_named_and_what_was_not_paid_is_refused() {
    let world = World::new().await;
    let made = world.intended().await;
    let bare = world.mina.post("/api/v1/bookings", world.wish()).await;
    bare.refuses(400, "Payment intent ID is required");
    let nothing = world.mina.post("/api/v1/bookings", json!({})).await;
    nothing.refuses(
        400,
        "Missing fields: place_id, check_in_date, check_out_date",
    );
    let unpaid = world.claim(&made).await;
    unpaid.refuses(
        400,
        "Payment not completed. Status: requires_payment_method",
    );
    let nobody = world.nobody.post("/api/v1/bookings", world.wish()).await;
    nobody.is(401);
}

#[tokio::test]
async fn a_payment_is_good_for_its_own_guest_place_and_dates_alone() {
    let world = World::new().await;
    let made = world.intended().await;
    world.card(&made, "pm_card_visa").await.is(200);
    let paid = json!({"payment_intent_id": made["payment_intent_id"]});
    let stolen = world
        .noor
        .post("/api/v1/bookings", world.wish_with(paid.clone()))
        .await;
    stolen.names(400, &["payment_intent_id"]);
    let longer = with(
        world.wish_with(paid.clone()),
        json!({"check_out_date": world.state.day(15)}),
    );
    let refused = world.mina.post("/api/v1/bookings", longer).await;
    refused.refuses(400, "Payment amount does not match booking total");
    let later =
        json!({"check_in_date": world.state.day(11), "check_out_date": world.state.day(14)});
    let refused = world
        .mina
        .post("/api/v1/bookings", with(world.wish_with(paid), later))
        .await;
    refused.refuses(400, "Payment dates do not match booking dates");
    world.claim(&made).await.is(201);
}

#[tokio::test]
async fn without_the_call_the_providers_message_completes_the_booking() {
    let world = World::new().await;
    let made = world.intended().await;
    world.card(&made, "pm_card_visa").await.is(200);
    let id = text(&made, "booking_id").parse().expect("an id");
    let news = server::payments::advance(&world.state.ctx, id).await;
    news.expect("what a message leads to");
    world.tick().await;
    let booking = world.mina.get(&format!("/api/v1/bookings/{id}")).await;
    assert_eq!(booking.is(200).json["status"], "confirmed");
}
