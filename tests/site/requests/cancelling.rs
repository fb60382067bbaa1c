//! A host cancels a stay: everything comes back, and the page says it first.

use domain::bookings::State;

use crate::{browser::Answer, requests::world::*, stage};

const WHY: (&str, &str) = ("reason", "The boiler has burst.");

async fn cancel(world: &mut World, path: &str, refund: &str) -> Answer {
    let fields = [("refund", refund), WHY];
    world.ailsa.post(&format!("{path}/cancel"), &fields).await
}

#[tokio::test]
async fn a_host_cancels_and_everything_comes_back_once() {
    let mut world = World::new().await;
    let id = world.booked(10).await;
    let (reservation, preview) = (path(id), format!("{}/cancel", path(id)));
    let page = world.ailsa.get(&reservation).await;
    assert!(page.html.contains(&format!("href=\"{preview}\"")));
    let page = world.ailsa.get(&preview).await;
    page.says(200, "Cancel the stay, £300.00 back");
    assert!(page.html.contains("name=\"refund\" value=\"30000\""));
    for _ in 0..2 {
        let done = cancel(&mut world, &reservation, "30000").await;
        done.leads_to(&format!("{reservation}?saved=cancelled"));
    }
    assert_eq!(stage::state_of(&world.state, id).await, State::Cancelled);
    let page = world.ailsa.get(&reservation).await;
    page.says(200, "Cancelled");
    page.says(200, "The boiler has burst.");
    // What cannot be cancelled has no preview.
    world.ailsa.get(&preview).await.leads_to(&reservation);
}

#[tokio::test]
async fn a_refund_that_the_page_did_not_show_cancels_nothing() {
    let mut world = World::new().await;
    let id = world.booked(10).await;
    let told = cancel(&mut world, &path(id), "12345").await;
    told.says(422, "changed from £123.45 to £300.00");
    told.says(422, "Cancel the stay, £300.00 back");
    told.says(422, "The boiler has burst.");
    assert!(told.html.contains("name=\"refund\" value=\"30000\""));
    let fields = [("refund", "30000"), ("reason", "")];
    let cancel = format!("{}/cancel", path(id));
    let told = world.ailsa.post(&cancel, &fields).await;
    told.says(422, "Say why");
    assert_eq!(stage::state_of(&world.state, id).await, State::Confirmed);
}

#[tokio::test]
async fn a_request_is_declined_and_not_cancelled() {
    let mut world = World::new().await;
    let request = world.request(10).await;
    let preview = format!("{request}/cancel");
    world.ailsa.get(&preview).await.leads_to(&request);
    let told = cancel(&mut world, &request, "30000").await;
    told.says(409, "The host has not answered yet");
    told.says(409, "Decline this request");
}

#[tokio::test]
async fn anothers_stay_cannot_be_looked_at_or_cancelled() {
    let world = World::new().await;
    let id = world.booked(10).await;
    let mut hamish = world.hamish().await;
    for page in ["cancel", "money.csv"] {
        let answer = hamish.get(&format!("{}/{page}", path(id))).await;
        assert_eq!(answer.status, 404, "{page}");
    }
    let fields = [("refund", "30000"), WHY];
    let answer = hamish.post(&format!("{}/cancel", path(id)), &fields).await;
    assert_eq!(answer.status, 404);
    // Its guest has a page of their own for it.
    let mut mina = world.guest.clone();
    let answer = mina.get(&format!("{}/cancel", path(id))).await;
    assert_eq!(answer.status, 404);
    assert_eq!(stage::state_of(&world.state, id).await, State::Confirmed);
}

#[tokio::test]
async fn the_movements_of_the_money_are_a_file_too() {
    let mut world = World::new().await;
    let id = world.booked(10).await;
    world
        .ailsa
        .get(&path(id))
        .await
        .says(200, "Where the money is");
    let file = world.ailsa.get(&format!("{}/money.csv", path(id))).await;
    assert_eq!(file.status, 200, "{}", file.html);
    assert_eq!(file.headers["content-type"], "text/csv; charset=utf-8");
    assert_eq!(file.headers["cache-control"], "private, no-store");
    assert!(file.html.contains("300.00"), "{}", file.html);
}
