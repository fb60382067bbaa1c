//! Wrong guests, wrong states, and looking.

use chrono::TimeDelta;
use domain::bookings::State;

use crate::{browser::signed_up, checkout::world::*};

#[tokio::test]
async fn another_guests_booking_does_not_exist() {
    let mut world = World::new().await;
    let checkout = world.held().await;
    let trip = checkout.replace("checkout", "trips");
    let mut rosa = signed_up(&world.state.ctx, "Rosa").await;
    let before = world.rows().await;
    for path in [
        checkout.clone(),
        format!("{checkout}/return"),
        trip.clone(),
        format!("{trip}/receipt"),
        format!("{trip}/stay.ics"),
    ] {
        assert_eq!(rosa.get(&path).await.status, 404, "{path}");
    }
    assert_eq!(
        rosa.post(&checkout, &[("shown_total", "30000")])
            .await
            .status,
        404
    );
    assert_eq!(
        rosa.post(&format!("{checkout}/release"), &[]).await.status,
        404
    );
    assert_eq!(world.rows().await, before);
    assert_eq!(rosa.get("/checkout/not-a-booking").await.status, 404);
    assert_eq!(rosa.get("/sandbox/pay/unknown").await.status, 404);
}

#[tokio::test]
async fn a_hold_that_was_let_go_twice_says_so_and_offers_the_same_dates() {
    let mut world = World::new().await;
    let checkout = world.held().await;
    let provider = world.at_the_provider(&checkout).await;
    for _ in 0..2 {
        world
            .siobhan
            .post(&format!("{checkout}/release"), &[])
            .await
            .leads_to(&checkout);
    }
    let (check_in, check_out) = world.dates();
    let page = world.siobhan.get(&checkout).await;
    page.says(200, "You let this hold go");
    let again = format!(
        "/listings/{}?check_in={check_in}&amp;check_out={check_out}&amp;guests=2",
        world.home
    );
    assert!(page.html.contains(&again), "{}", page.html);
    world
        .siobhan
        .post(&checkout, &[("shown_total", "30000")])
        .await
        .says(409, "You let this hold go");
    world.tick().await;
    world
        .siobhan
        .get(&provider)
        .await
        .says(200, "nothing was taken");
}

#[tokio::test]
async fn a_paid_stay_cannot_be_let_go_as_a_hold() {
    let mut world = World::new().await;
    let (checkout, trip) = world.booked().await;
    let before = world.rows().await;
    world
        .siobhan
        .post(&format!("{checkout}/release"), &[])
        .await
        .leads_to(&trip);
    assert_eq!(world.rows().await, before);
}

#[tokio::test]
async fn a_hold_whose_time_is_over_says_so_and_offers_the_same_dates() {
    let mut world = World::new().await;
    let checkout = world.held().await;
    world.state.clock.advance(TimeDelta::minutes(14));
    let soon = world.siobhan.get(&checkout).await;
    soon.says(200, "less than a minute");
    assert!(soon.html.contains("hold soon"));
    world.state.clock.advance(TimeDelta::minutes(2));
    world
        .siobhan
        .get(&checkout)
        .await
        .says(200, "This hold has ended");
    world
        .siobhan
        .post(&checkout, &[("shown_total", "30000")])
        .await
        .says(409, "This hold has ended");
    world.tick().await;
    let page = world.siobhan.get(&checkout).await;
    page.says(200, "Look at the same dates again");
    let trip = checkout.replace("checkout", "trips");
    world
        .siobhan
        .get(&trip)
        .await
        .says(200, "Nothing was charged.");
    assert_eq!(world.returned(&checkout).await, checkout);
}

#[tokio::test]
async fn a_hold_that_is_ending_is_still_at_the_checkout_and_then_says_why_it_ended() {
    let mut world = World::new().await;
    let checkout = world.held().await;
    let provider = world.at_the_provider(&checkout).await;
    for _ in 0..5 {
        world.card(&provider, DECLINED).await;
    }
    let id = checkout.trim_start_matches("/checkout/").parse();
    let look = server::payments::advance(&world.state.ctx, id.expect("a booking's id"));
    assert_eq!(look.await.expect("a look"), State::Expiring);
    let trip = checkout.replace("checkout", "trips");
    world.siobhan.get(&trip).await.leads_to(&checkout);
    let page = world.siobhan.get(&checkout).await;
    page.says(200, "Five cards were declined. No more card is tried.");
    page.says(200, "the stay is booked after all");
    let trips = world.siobhan.get("/trips").await;
    trips.says(200, "Hold ending");
    assert!(trips.html.contains(&format!("href=\"{checkout}\"")));
    world.settled().await;
    let page = world.siobhan.get(&trip).await;
    page.says(200, "Five cards were declined. Nothing was charged.");
}

#[tokio::test]
async fn looking_changes_nothing() {
    let mut world = World::new().await;
    let checkout = world.held().await;
    let provider = world.at_the_provider(&checkout).await;
    let before = world.rows().await;
    let trip = checkout.replace("checkout", "trips");
    let (release, step) = (
        format!("{checkout}/release"),
        format!("{provider}/authenticate"),
    );
    for path in [&checkout, &provider, &trip, &release, &step] {
        assert!(world.siobhan.get(path).await.status < 400, "{path}");
    }
    world
        .siobhan
        .get(&format!("/listings/{}", world.home))
        .await;
    assert_eq!(world.rows().await, before);
}
