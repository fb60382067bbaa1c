//! Another guest's booking does not exist, and looking changes nothing.

use crate::{
    browser::{Browser, router, signed_up},
    checkout::world::*,
};

const PATHS: [&str; 4] = ["", "/cancel", "/money.csv", "/receipt"];

#[tokio::test]
async fn another_guests_stay_cannot_be_cancelled_or_read() {
    let mut world = World::new().await;
    let (_, trip) = world.booked().await;
    let mut rosa = signed_up(&world.state.ctx, "Rosa").await;
    let before = world.rows().await;
    for path in PATHS {
        let path = format!("{trip}{path}");
        assert_eq!(rosa.get(&path).await.status, 404, "{path}");
    }
    let fields = [("refund", "30000"), ("reason", "")];
    let answer = rosa.post(&format!("{trip}/cancel"), &fields).await;
    assert_eq!(answer.status, 404);
    let answer = rosa.post(&format!("{trip}/withdraw"), &[]).await;
    assert_eq!(answer.status, 404);
    assert_eq!(world.rows().await, before);
}

#[tokio::test]
async fn without_a_session_all_of_it_leads_to_the_login() {
    let mut world = World::new().await;
    let (_, trip) = world.booked().await;
    let mut nobody = Browser::new(router(&world.state.ctx));
    for path in PATHS {
        let answer = nobody.get(&format!("{trip}{path}")).await;
        let to = answer.to.unwrap_or_default();
        assert!(to.starts_with("/login?next="), "{path} leads to {to:?}");
    }
    let answer = nobody.post(&format!("{trip}/withdraw"), &[]).await;
    assert!(answer.to.unwrap_or_default().starts_with("/login"));
}

#[tokio::test]
async fn looking_changes_nothing() {
    let mut world = World::new().await;
    let (_, trip) = world.booked().await;
    let before = world.rows().await;
    for path in PATHS {
        let answer = world.siobhan.get(&format!("{trip}{path}")).await;
        assert_eq!(answer.status, 200, "{path}");
    }
    let withdraw = format!("{trip}/withdraw");
    world.siobhan.get(&withdraw).await.leads_to(&trip);
    assert_eq!(world.rows().await, before);
}

#[tokio::test]
async fn how_booking_works_is_for_everybody_and_linked_from_every_page() {
    let world = World::new().await;
    let mut nobody = Browser::new(router(&world.state.ctx));
    let page = nobody.get("/how-booking-works").await;
    for told in [
        "15 minutes",
        "24 hours",
        "on its way",
        "dispute",
        "Request to book",
    ] {
        page.says(200, told);
    }
    let cached = page.headers["cache-control"].to_str().unwrap();
    assert_eq!(cached, "public, max-age=60");
    let home = nobody.get("/").await;
    assert!(
        home.html
            .contains("href=\"/how-booking-works\">How prices and holds work")
    );
    let help = nobody.get("/help/cancellation").await;
    assert!(help.html.matches("/how-booking-works").count() >= 2);
}
