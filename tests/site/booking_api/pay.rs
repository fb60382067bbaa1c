//! Opening a payment, paying with a card, and looking at it.

use serde_json::{Value, json};
use server::{
    PROVIDER_AWAY,
    payments::sandbox::{self, Fault},
};

use super::world::*;

const CREATE: &str = "/api/v1/payments/create-payment-intent";

#[tokio::test]
async fn a_payment_is_opened_with_a_hold_and_asked_for_again_it_is_the_same() {
    let world = World::new().await;
    let made = world.intended().await;
    assert_eq!(
        (&made["amount_minor"], &made["currency"]),
        (&json!(30_000), &json!("GBP"))
    );
    for field in [
        "client_secret",
        "payment_intent_id",
        "booking_id",
        "expires_at",
    ] {
        assert!(!text(&made, field).is_empty(), "{field}");
    }
    assert_eq!(world.intended().await, made);
    let slashed = world.mina.post(&format!("{CREATE}/"), world.wish()).await;
    assert_eq!(slashed.is(200).json, made);
}

#[tokio::test]
async fn while_the_provider_is_away_it_is_503_and_not_kept_for_the_key() {
    let world = World::new().await;
    let made = world.intended().await;
    let (db, now) = (world.state.db(), world.state.now());
    let armed = sandbox::arm(db, "retrieve", Fault::Down, 1, now).await;
    armed.expect("a fault");
    let key = [("idempotency-key", "once")];
    let ask = async || {
        let wish = Some(world.wish());
        world.mina.send("POST", CREATE, &key, wish).await
    };
    ask().await.refuses(503, PROVIDER_AWAY);
    let again = ask().await;
    assert_eq!(again.is(200).json, made);
    assert_eq!(again.header("idempotency-replayed"), "");
    let replayed = ask().await;
    assert_eq!(replayed.header("idempotency-replayed"), "true");
}

#[tokio::test]
async fn a_payment_is_for_somebody_who_is_known() {
    let world = World::new().await;
    let nobody = world.nobody.post(CREATE, world.wish()).await;
    nobody.refuses(401, "Missing or invalid token");
    let reader = crate::client::Client::with_scopes;
    let reader = reader(&world.state.ctx, &world.guest, &["bookings:read"]).await;
    let refused = reader.post(CREATE, world.wish()).await;
    refused.refuses(403, "This token lacks the scope bookings:write.");
}

#[tokio::test]
async fn what_is_missing_unknown_or_wrong_is_named() {
    let world = World::new().await;
    let ask = |body: Value| {
        let mina = world.mina.clone();
        async move { mina.post(CREATE, body).await }
    };
    ask(json!({})).await.refuses(
        400,
        "Missing fields: place_id, check_in_date, check_out_date",
    );
    let odd = world.wish_with(json!({"price": 1, "user_id": "me"}));
    ask(odd).await.names(400, &["price", "user_id"]);
    let dates = json!({"check_in_date": "tomorrow", "check_out_date": "2026-02-30"});
    ask(world.wish_with(dates))
        .await
        .names(400, &["check_in_date", "check_out_date"]);
    let turned = json!({"check_in_date": world.state.day(3), "check_out_date": world.state.day(2)});
    ask(world.wish_with(turned))
        .await
        .names(400, &["check_out_date"]);
    let gone = json!({"check_in_date": world.state.day(-3), "check_out_date": world.state.day(2)});
    ask(world.wish_with(gone))
        .await
        .names(400, &["check_in_date"]);
    ask(world.wish_with(json!({"guests": 5})))
        .await
        .names(400, &["guests"]);
    ask(world.wish_with(json!({"guests": -1})))
        .await
        .names(400, &["guests"]);
    ask(world.wish_with(json!({"place_id": "nowhere"})))
        .await
        .refuses(404, "Place not found");
    for extreme in ["0001-01-01", "9999-12-31"] {
        let day = json!({"check_in_date": extreme, "check_out_date": extreme});
        ask(world.wish_with(day)).await.is(400);
    }
}

#[tokio::test]
async fn neither_currency_nor_amount_is_the_clients_to_choose() {
    let world = World::new().await;
    let cheap = world.wish_with(json!({"currency": "idr"}));
    world
        .mina
        .post(CREATE, cheap)
        .await
        .names(400, &["currency"]);
    let little = world.wish_with(json!({"amount": 100}));
    let refused = world.mina.post(CREATE, little).await;
    refused.refuses(400, "Payment amount does not match booking total");
    let ours = world.wish_with(json!({"amount": 30_000, "currency": "gbp"}));
    world.mina.post(CREATE, ours).await.is(200);
}

#[tokio::test]
async fn dates_that_are_taken_and_ones_own_place_are_refused() {
    let world = World::new().await;
    world.intended().await;
    let refused = world.noor.post(CREATE, world.wish()).await;
    refused.refuses(400, "Place is not available for selected dates");
    world.ailsa.post(CREATE, world.wish()).await.is(400);
}

#[tokio::test]
async fn a_script_pays_as_a_browsers_library_does() {
    let world = World::new().await;
    let made = world.intended().await;
    let declined = world.card(&made, "pm_card_chargeDeclined").await;
    declined.refuses(402, "Your card was declined. Try another card.");
    let asks = world.card(&made, "pm_card_authenticationRequired").await;
    assert_eq!(asks.is(200).json["status"], "requires_action");
    assert!(text(&asks.json["next_action"], "redirect_to_url").contains("/sandbox/pay/"));
    let intent = text(&made, "payment_intent_id");
    let page = format!("/sandbox/pay/{intent}/authenticate");
    let mut browser = crate::browser::Browser::new(crate::browser::router(&world.state.ctx));
    assert_eq!(
        browser.post(&page, &[("approve", "true")]).await.status,
        303
    );
    for _ in 0..2 {
        let paid = world.card(&made, "pm_card_visa").await;
        assert_eq!(paid.is(200).json["status"], "requires_capture");
    }
    world.claim(&made).await.is(201);
}

#[tokio::test]
async fn nobody_pays_without_the_secret_or_with_an_unknown_card() {
    let world = World::new().await;
    let made = world.intended().await;
    let forged = with(made.clone(), json!({"client_secret": "pi_secret"}));
    world
        .card(&forged, "pm_card_visa")
        .await
        .refuses(404, "Payment not found");
    world
        .card(&made, "pm_card_gold")
        .await
        .names(400, &["payment_method"]);
    let id = text(&made, "payment_intent_id");
    let path = format!("/sandbox/v1/payment_intents/{id}/confirm");
    world
        .nobody
        .post(&path, json!({}))
        .await
        .refuses(400, "Missing fields: client_secret, payment_method");
    world.nobody.get(&path).await.is(405);
    let elsewhere = "/sandbox/v1/payment_intents/pi_nothing/confirm";
    let card = json!({"client_secret": made["client_secret"], "payment_method": "pm_card_visa"});
    world
        .nobody
        .post(elsewhere, card)
        .await
        .refuses(404, "Payment not found");
}

#[tokio::test]
async fn guest_and_host_see_the_payment_and_nobody_else() {
    let world = World::new().await;
    let made = world.intended().await;
    let path = format!(
        "/api/v1/payments/verify-payment/{}",
        text(&made, "payment_intent_id")
    );
    let open = world.mina.get(&path).await;
    assert_eq!(open.is(200).json["status"], "requires_payment_method");
    world.card(&made, "pm_card_visa").await.is(200);
    for client in [&world.mina, &world.ailsa] {
        let seen = client.get(&path).await;
        let seen = &seen.is(200).json;
        assert_eq!(
            (&seen["status"], &seen["amount"]),
            (&json!("succeeded"), &json!(30_000))
        );
        assert_eq!(seen["metadata"]["booking_id"], made["booking_id"]);
        assert!(!seen.to_string().contains("secret"), "{seen}");
    }
    world
        .noor
        .get(&path)
        .await
        .refuses(403, "Unauthorized action");
    world.nobody.get(&path).await.is(401);
    let unknown = world
        .mina
        .get("/api/v1/payments/verify-payment/pi_nothing")
        .await;
    unknown.refuses(404, "Payment not found");
}

#[tokio::test]
async fn one_hold_too_many_is_against_the_rules_and_no_matter_of_waiting() {
    let world = World::new().await;
    for _ in 0..3 {
        let home = world.state.home(&world.host).publish().await;
        let wish = world.wish_with(json!({"place_id": home.id}));
        world.mina.post(CREATE, wish).await.is(200);
    }
    let fourth = world.mina.post(CREATE, world.wish()).await;
    fourth.refuses(
        400,
        "You are holding three homes already. Pay for one or let one go first, under Trips.",
    );
    assert_eq!(fourth.header("retry-after"), "");
}

#[tokio::test]
async fn one_home_is_held_three_times_a_day_at_most() {
    let world = World::new().await;
    let ask = async |from| {
        let days = json!({"check_in_date": world.state.day(from), "check_out_date": world.state.day(from + 2)});
        world.mina.post(CREATE, world.wish_with(days)).await
    };
    for from in [10, 20, 30] {
        let made = ask(from).await;
        let booking = text(&made.is(200).json, "booking_id");
        let path = format!("/api/v1/bookings/{booking}");
        world.mina.delete(&path).await.is(200);
    }
    let fourth = ask(40).await;
    let sentence = "You have held this home three times within a day. Try again tomorrow, or choose another home.";
    fourth.refuses(400, sentence);
    assert_eq!(fourth.header("retry-after"), "");
}
