//! Where the money is: the same rows on the page and in the file.

use chrono::TimeDelta;
use server::payments::refunds;

use crate::checkout::world::*;

/// Test cards by what happens to the money later.
const REFUND_FAILS: &str = "4000 0000 0000 5126";
const REFUND_WAITS: &str = "4000 0000 0000 7726";
const DISPUTED: &str = "4000 0000 0000 0259";

#[tokio::test]
async fn the_trip_lists_every_movement_and_gives_it_as_a_table() {
    let mut world = World::new().await;
    let (_, trip) = world.booked().await;
    let file = format!("{trip}/money.csv");
    let page = world.siobhan.get(&trip).await;
    page.says(200, "Where the money is");
    assert!(page.html.contains(&file), "no file is offered");
    let paid = rows(&world.siobhan.get(&file).await.html);

    world.cancels(&trip, "30000", "").await.leads_to(&trip);
    world.settled().await;
    let answer = world.siobhan.get(&file).await;
    assert_eq!(answer.headers["content-type"], "text/csv; charset=utf-8");
    let disposition = answer.headers["content-disposition"].to_str().unwrap();
    assert!(disposition.starts_with("attachment"), "{disposition}");
    assert!(rows(&answer.html) > paid, "{}", answer.html);
    assert!(answer.html.contains("300.00"), "{}", answer.html);
}

#[tokio::test]
async fn a_request_that_was_withdrawn_moved_no_money() {
    let mut world = World::by_request().await;
    let (trip, _) = world.requested().await;
    let withdraw = format!("{trip}/withdraw");
    world.siobhan.post(&withdraw, &[]).await.leads_to(&trip);
    world.settled().await;
    let page = world.siobhan.get(&trip).await;
    page.says(200, "Nothing was taken yet.");
    let file = world.siobhan.get(&format!("{trip}/money.csv")).await;
    assert_eq!(file.status, 200);
    for row in file.html.lines().skip(1) {
        let mut amounts = row.split(',').skip(3);
        assert!(amounts.all(|amount| amount == "0.00"), "{row}");
    }
}

#[tokio::test]
async fn a_refund_that_waits_for_the_bank_is_on_its_way() {
    let mut world = World::new().await;
    let (_, trip) = world.booked_with(REFUND_WAITS).await;
    world.cancels(&trip, "30000", "").await.leads_to(&trip);
    let page = world.siobhan.get(&trip).await;
    page.says(200, "£300.00 is on its way back to your card.");
    let receipt = world.siobhan.get(&format!("{trip}/receipt")).await;
    receipt.says(200, "£300.00 is on its way back.");
}

#[tokio::test]
async fn a_refund_that_the_bank_refuses_stays_owed_and_says_so() {
    let mut world = World::new().await;
    let (_, trip) = world.booked_with(REFUND_FAILS).await;
    world.cancels(&trip, "30000", "").await.leads_to(&trip);
    world.state.clock.advance(TimeDelta::minutes(5));
    world.news(&trip).await;
    let page = world.siobhan.get(&trip).await;
    page.says(
        200,
        "£300.00 could not be paid back to your card. It stays owed to you",
    );
    let receipt = world.siobhan.get(&format!("{trip}/receipt")).await;
    receipt.says(200, "£300.00 could not be sent back and stays owed.");
}

#[tokio::test]
async fn a_refund_that_was_sent_again_is_not_said_to_be_owed() {
    let mut world = World::new().await;
    let (_, trip) = world.booked_with(REFUND_FAILS).await;
    world.cancels(&trip, "30000", "").await.leads_to(&trip);
    world.state.clock.advance(TimeDelta::minutes(5));
    world.news(&trip).await;
    let id = trip.trim_start_matches("/trips/").parse();
    let id = id.expect("a booking's id");
    let sent = refunds::by_admin(&world.state.ctx, id, "300", "Once more.").await;
    sent.expect("sent again");
    world.settled().await;
    for page in [trip.clone(), format!("{trip}/receipt")] {
        let shown = world.siobhan.get(&page).await;
        shown.says(200, "£300.00");
        shown.says(200, "went back");
        assert!(!shown.text().contains("stays owed"), "{}", shown.text());
    }
}

#[tokio::test]
async fn a_payment_that_the_bank_disputes_says_so() {
    let mut world = World::new().await;
    let (_, trip) = world.booked_with(DISPUTED).await;
    world.state.clock.advance(TimeDelta::minutes(5));
    world.news(&trip).await;
    let page = world.siobhan.get(&trip).await;
    page.says(200, "Your bank disputes this payment");
}

/// Below the head.
fn rows(csv: &str) -> usize {
    csv.lines().count().saturating_sub(1)
}
