//! Cancelling: what comes back is told before, and twice is once.

use serde_json::json;

use super::world::*;

#[tokio::test]
async fn a_stay_is_cancelled_as_its_preview_says_and_twice_is_once() {
    let world = World::new().await;
    let path = world.booking().await;
    let preview = world.mina.get(&format!("{path}/cancel-preview")).await;
    let preview = &preview.is(200).json;
    assert_eq!(
        (&preview["refund"], &preview["refund_minor"]),
        (&json!(300.0), &json!(30_000))
    );
    assert_eq!(
        (&preview["by"], &preview["kept_minor"]),
        (&json!("guest"), &json!(0))
    );
    assert!(
        preview["steps"]
            .as_array()
            .is_some_and(|steps| !steps.is_empty())
    );
    let other = world
        .mina
        .delete(&format!("{path}?refund_minor=29999"))
        .await;
    other.is(409);
    let done = world
        .mina
        .delete(&format!("{path}/?refund_minor=30000"))
        .await;
    assert_eq!(
        done.is(200).json["message"],
        "Booking cancelled successfully"
    );
    assert_eq!(done.json["booking"]["status"], "cancelled");
    assert_eq!(done.json["booking"]["can_cancel"], false);
    let again = world.mina.delete(&path).await;
    assert_eq!(again.is(200).json["booking"]["status"], "cancelled");
    world
        .mina
        .get(&format!("{path}/cancel-preview"))
        .await
        .is(400);
    for _ in 0..3 {
        world.tick().await;
    }
    let money = world.mina.get(&format!("{path}/money")).await;
    let last = money
        .is(200)
        .json
        .as_array()
        .and_then(|rows| rows.last().cloned());
    assert_eq!(
        last.expect("a movement")["balance_minor"],
        0,
        "all of it went back"
    );
}

#[tokio::test]
async fn a_hold_and_a_request_end_without_money() {
    let world = World::by_request().await;
    let made = world.intended().await;
    let path = format!("/api/v1/bookings/{}", text(&made, "booking_id"));
    let let_go = world.mina.delete(&path).await;
    assert_eq!(let_go.is(200).json["booking"]["state"], "withdrawn");
    let path = world.booking().await;
    let withdrawn = world.mina.delete(&path).await;
    assert_eq!(withdrawn.is(200).json["booking"]["state"], "withdrawn");
    assert_eq!(withdrawn.json["booking"]["status"], "cancelled");
}

#[tokio::test]
async fn nobody_else_cancels_and_a_host_may_say_why() {
    let world = World::new().await;
    let path = world.booking().await;
    world.nobody.delete(&path).await.is(401);
    world
        .noor
        .delete(&path)
        .await
        .refuses(403, "Unauthorized action");
    world
        .noor
        .get(&format!("{path}/cancel-preview"))
        .await
        .is(403);
    world.noor.get(&format!("{path}/money")).await.is(403);
    let unknown = format!("/api/v1/bookings/{}", uuid::Uuid::new_v4());
    world
        .mina
        .delete(&unknown)
        .await
        .refuses(404, "Booking not found");
    let blank = world.ailsa.delete(&format!("{path}?reason=+")).await;
    blank.names(400, &["reason"]);
    let ended = world
        .ailsa
        .delete(&format!("{path}?reason=The+boiler+broke."))
        .await;
    assert_eq!(ended.is(200).json["booking"]["state"], "cancelled");
    let late = world.mina.delete(&path).await;
    late.refuses(400, "The host has cancelled this stay already.");
}

#[tokio::test]
async fn a_host_cancels_with_the_old_call_which_has_no_reason() {
    let world = World::new().await;
    let path = world.booking().await;
    for way in ["", "/"] {
        let ended = world.ailsa.delete(&format!("{path}{way}")).await;
        assert_eq!(
            ended.is(200).json["message"],
            "Booking cancelled successfully"
        );
        assert_eq!(ended.json["booking"]["state"], "cancelled");
    }
    let id = path.rsplit('/').next().expect("an id");
    let one = format!("/api/v1/reservations/{id}");
    let told = world.ailsa.get(&one).await;
    assert_eq!(told.is(200).json["reason"], "The host cancelled.");
}

#[tokio::test]
async fn money_is_told_to_both_sides() {
    let world = World::new().await;
    let path = world.booking().await;
    for client in [&world.mina, &world.ailsa] {
        let money = client.get(&format!("{path}/money")).await;
        let rows = money.is(200).json.as_array().expect("a list").clone();
        assert!(
            rows.iter().any(|row| row["amount_minor"] == 30_000),
            "{rows:?}"
        );
    }
    world.nobody.get(&format!("{path}/money")).await.is(401);
    let reader =
        crate::client::Client::with_scopes(&world.state.ctx, &world.guest, &["bookings:read"])
            .await;
    let refused = reader.get(&format!("{path}/money")).await;
    refused.refuses(403, "This token lacks the scope payments:read.");
}
