//! A request: what the guest reads while the host decides, how it can be withdrawn, and every way in which it ends.

use chrono::TimeDelta;
use server::bookings;

use crate::checkout::world::*;

#[tokio::test]
async fn a_request_says_when_it_is_answered_and_that_nothing_is_taken() {
    let mut world = World::by_request().await;
    let (check_in, check_out) = world.dates();
    let home = format!(
        "/listings/{}?check_in={check_in}&check_out={check_out}&guests=2",
        world.home
    );
    world.siobhan.get(&home).await.says(200, "Request to book");
    let checkout = world.held().await;
    let page = world.siobhan.get(&checkout).await;
    page.says(200, "Request to book £300.00");
    page.says(200, "The host answers by Tue 2 June, 10:00 in Edinburgh.");
    page.says(200, "Nothing is taken yet.");

    let (trip, _) = world.requested().await;
    let page = world.siobhan.get(&trip).await;
    page.says(200, "Your request is sent");
    page.says(
        200,
        "Ailsa answers by Tue 2 June, 10:00 in Edinburgh: 24 hours left.",
    );
    page.never_says("7 Shore");
    page.never_says("http-equiv=\"refresh\"");
    world.state.clock.advance(TimeDelta::minutes(61));
    let page = world.siobhan.get("/trips").await;
    page.says(200, "Requested, 22 hours 59 minutes left to answer");
}

#[tokio::test]
async fn a_home_booked_at_once_says_that_the_host_need_not_answer() {
    let mut world = World::new().await;
    let checkout = world.held().await;
    let page = world.siobhan.get(&checkout).await;
    page.says(200, "Book and pay £300.00");
    page.says(200, "the host does not have to answer first");
    page.says(200, "Until 10 June, 15:00 Edinburgh time: £300.00 back");
}

#[tokio::test]
async fn a_request_is_withdrawn_once_however_often_it_is_sent() {
    let mut world = World::by_request().await;
    let (trip, _) = world.requested().await;
    let withdraw = format!("{trip}/withdraw");
    world.siobhan.post(&withdraw, &[]).await.leads_to(&trip);
    world.settled().await;
    let before = world.rows().await;
    world.siobhan.post(&withdraw, &[]).await;
    world.settled().await;
    assert_eq!(world.rows().await, before);
    let page = world.siobhan.get(&trip).await;
    page.says(200, "Nothing was charged.");
    page.says(200, "Look at the same dates again");
    page.never_says("/withdraw");
}

#[tokio::test]
async fn withdrawing_after_the_host_accepted_shows_what_comes_back() {
    let mut world = World::by_request().await;
    let (trip, id) = world.requested().await;
    let accepted = bookings::accept(&world.state.ctx, &world.ailsa, id).await;
    accepted.expect("Ailsa accepts");
    world.settled().await;
    let before = world.rows().await;
    let preview = format!("{trip}/cancel?accepted");
    let answer = world.siobhan.post(&format!("{trip}/withdraw"), &[]).await;
    answer.leads_to(&preview);
    let page = world.siobhan.get(&preview).await;
    page.says(200, "The host has accepted your request");
    page.says(200, "£300.00 comes back");
    assert_eq!(world.rows().await, before);
    world.cancels(&trip, "30000", "").await.leads_to(&trip);
}

#[tokio::test]
async fn a_declined_request_tells_the_hosts_reason() {
    let mut world = World::by_request().await;
    let (trip, id) = world.requested().await;
    let declined = bookings::decline(
        &world.state.ctx,
        &world.ailsa,
        id,
        "The stove is being mended.",
    );
    declined.await.expect("Ailsa declines");
    let page = world.siobhan.get(&trip).await;
    page.says(200, "The host declined your request. Nothing was charged.");
    page.says(200, "The stove is being mended.");
    page.never_says("/withdraw");
}

#[tokio::test]
async fn a_request_that_nobody_answers_ends_and_charges_nothing() {
    let mut world = World::by_request().await;
    let (trip, _) = world.requested().await;
    world.state.clock.advance(TimeDelta::hours(25));
    world.settled().await;
    let page = world.siobhan.get(&trip).await;
    page.says(200, "The host did not answer in time");
    page.says(200, "Nothing was charged.");
    let answer = world.siobhan.post(&format!("{trip}/withdraw"), &[]).await;
    assert!(answer.status < 500, "{}", answer.text());
}
