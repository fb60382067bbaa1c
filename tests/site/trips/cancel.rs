//! Cancelling: the page says what comes back, and exactly that comes back.

use chrono::TimeDelta;

use crate::checkout::world::*;

/// Nine days on, in the evening: an hour or more after the last moment of the full refund.
const AFTER_THE_DEADLINE: TimeDelta = TimeDelta::hours(9 * 24 + 6);

#[tokio::test]
async fn the_page_says_what_comes_back_and_exactly_that_does() {
    let mut world = World::new().await;
    let (_, trip) = world.booked().await;
    let page = world.siobhan.get(&trip).await;
    page.says(200, "Until 10 June, 15:00 Edinburgh time: £300.00 back");
    assert!(
        page.html.contains(&format!("{trip}/cancel")),
        "no way to cancel"
    );

    let page = world.siobhan.get(&format!("{trip}/cancel")).await;
    page.says(200, "£300.00 comes back");
    page.says(200, "Until 10 June, 15:00 Edinburgh time: £300.00 back");
    page.says(200, "Until 11 June, 15:00 Edinburgh time: £200.00 back");
    assert!(page.html.contains(r#"name="refund" value="30000""#));

    world
        .cancels(&trip, "30000", "A cold.")
        .await
        .leads_to(&trip);
    let page = world.siobhan.get(&trip).await;
    page.says(200, "You cancelled this stay.");
    page.says(200, "A cold.");
    page.says(200, "£300.00 went back to your card");
    page.never_says("7 Shore");
    let receipt = world.siobhan.get(&format!("{trip}/receipt")).await;
    receipt.says(200, "£300.00 paid");
    receipt.says(200, "£300.00 went back");
}

#[tokio::test]
async fn after_the_deadline_one_night_is_kept() {
    let mut world = World::new().await;
    let (_, trip) = world.booked().await;
    world.state.clock.advance(AFTER_THE_DEADLINE);
    let page = world.siobhan.get(&format!("{trip}/cancel")).await;
    page.says(200, "£200.00 comes back");
    page.says(200, "Kept£100.00");
    world.cancels(&trip, "20000", "").await.leads_to(&trip);
    world.settled().await;
    let page = world.siobhan.get(&trip).await;
    page.says(200, "£200.00 went back to your card");
}

#[tokio::test]
async fn when_the_refund_has_changed_nothing_happens_and_the_new_one_is_shown() {
    let mut world = World::new().await;
    let (_, trip) = world.booked().await;
    world.siobhan.get(&format!("{trip}/cancel")).await;
    world.state.clock.advance(AFTER_THE_DEADLINE);
    let before = world.rows().await;
    let page = world.cancels(&trip, "30000", "My train is late.").await;
    page.says(422, "changed from £300.00 to £200.00");
    page.says(422, "nothing was cancelled");
    page.says(422, "My train is late.");
    assert!(page.html.contains(r#"name="refund" value="20000""#));
    assert_eq!(world.rows().await, before);
    world.cancels(&trip, "20000", "").await.leads_to(&trip);
    let page = world.siobhan.get(&trip).await;
    page.says(200, "£200.00 went back to your card");
}

#[tokio::test]
async fn cancelling_twice_gives_back_once() {
    let mut world = World::new().await;
    let (_, trip) = world.booked().await;
    world.cancels(&trip, "30000", "").await.leads_to(&trip);
    world.settled().await;
    let before = world.rows().await;
    world.cancels(&trip, "30000", "").await.leads_to(&trip);
    world.settled().await;
    assert_eq!(world.rows().await, before);
    let form = format!("{trip}/cancel");
    world.siobhan.get(&form).await.leads_to(&trip);
}

#[tokio::test]
async fn a_reason_that_is_too_long_is_kept_and_cancels_nothing() {
    let mut world = World::new().await;
    let (_, trip) = world.booked().await;
    let before = world.rows().await;
    let long = "because ".repeat(60);
    let page = world.cancels(&trip, "30000", &long).await;
    page.says(422, "Keep it to 300 characters.");
    page.says(422, long.trim());
    assert!(page.html.contains(r#"aria-invalid="true""#));
    assert_eq!(world.rows().await, before);
    let form = format!("{trip}/cancel");
    let malformed = world.siobhan.post(&form, &[("refund", "all of it")]).await;
    assert_eq!(malformed.status, 400);
}

#[tokio::test]
async fn a_hold_is_let_go_and_not_cancelled() {
    let mut world = World::new().await;
    let checkout = world.held().await;
    let trip = checkout.replace("checkout", "trips");
    let before = world.rows().await;
    let form = format!("{trip}/cancel");
    world.siobhan.get(&form).await.leads_to(&trip);
    world.siobhan.get(&trip).await.leads_to(&checkout);
    world.cancels(&trip, "30000", "").await.leads_to(&trip);
    assert_eq!(world.rows().await, before);
}

#[tokio::test]
async fn a_stay_that_is_over_offers_no_way_to_cancel() {
    let mut world = World::new().await;
    let (_, trip) = world.booked().await;
    // Two hours after check-out; a session lasts fourteen days.
    world.state.clock.advance(TimeDelta::hours(13 * 24 + 3));
    world.tick().await;
    let page = world.siobhan.get(&trip).await;
    page.says(200, "Stayed");
    page.never_says(&format!("{trip}/cancel"));
    world.cancels(&trip, "0", "").await.leads_to(&trip);
}
