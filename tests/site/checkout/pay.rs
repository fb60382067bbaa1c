//! Paying at the provider, and the trip that comes of it; everything sent twice.

use server::payments::sandbox::{self, Fault};

use crate::checkout::world::*;

#[tokio::test]
async fn a_guest_holds_pays_and_sees_the_trip() {
    let mut world = World::new().await;
    let checkout = world.held().await;
    let page = world.siobhan.get(&checkout).await;
    page.says(200, "Book and pay £300.00");
    page.says(
        200,
        "Held for you until 10:15 in Edinburgh (about 15 minutes)",
    );
    page.says(200, "3 nights");
    page.never_says("7 Shore");

    let provider = world.at_the_provider(&checkout).await;
    world
        .siobhan
        .get(&provider)
        .await
        .says(200, "No money moves");
    let paid = world.card(&provider, GOOD).await;
    assert_eq!(
        local(&paid.to.expect("a place")),
        format!("{checkout}/return")
    );
    let trip = world.returned(&checkout).await;
    let page = world.siobhan.get(&trip).await;
    page.says(200, "Your stay is booked");
    page.says(200, "Your reference is HB-");
    for on_the_day in [
        "from 15:00 to 21:00",
        "by 11:00",
        "7 Shore",
        "The key is in the blue box.",
        "Ailsa",
    ] {
        page.says(200, on_the_day);
    }
    world
        .siobhan
        .get("/trips")
        .await
        .says(200, "A flat above the boats");
}

#[tokio::test]
async fn the_receipt_and_the_calendar_file_come_with_the_payment() {
    let mut world = World::new().await;
    let checkout = world.held().await;
    let early = checkout.replace("checkout", "trips");
    world
        .siobhan
        .get(&format!("{early}/receipt"))
        .await
        .leads_to(&early);
    world
        .siobhan
        .get(&format!("{early}/stay.ics"))
        .await
        .says(409, "once the stay is confirmed");
    let provider = world.at_the_provider(&checkout).await;
    world.card(&provider, GOOD).await;
    world.returned(&checkout).await;
    let receipt = world.siobhan.get(&format!("{early}/receipt")).await;
    receipt.says(200, "£300.00 paid");
    receipt.says(200, "Siobhán Fraser");
    let calendar = world.siobhan.get(&format!("{early}/stay.ics")).await;
    assert_eq!(
        calendar.headers["content-type"],
        "text/calendar; charset=utf-8"
    );
    assert!(
        calendar.headers["content-disposition"]
            .to_str()
            .unwrap()
            .starts_with("attachment")
    );
    calendar.says(200, "BEGIN:VEVENT");
}

#[tokio::test]
async fn a_declined_card_says_so_keeps_the_hold_and_no_number() {
    let mut world = World::new().await;
    let checkout = world.held().await;
    let provider = world.at_the_provider(&checkout).await;
    let page = world.card(&provider, DECLINED).await;
    page.says(422, "Your card was declined.");
    page.never_says(&format!("value=\"{DECLINED}\""));
    page.never_says(r#"value="123""#);
    assert!(
        page.html.contains("O&#x27;Brien") || page.html.contains("O'Brien"),
        "the name is lost"
    );
    let back = world.returned(&checkout).await;
    assert_eq!(back, checkout);
    world
        .siobhan
        .get(&checkout)
        .await
        .says(200, "the home is still held for you");
    assert_eq!(world.card(&provider, GOOD).await.status, 303);
    assert!(world.returned(&checkout).await.starts_with("/trips/"));
}

#[tokio::test]
async fn a_card_that_asks_whether_it_is_you_waits_for_the_answer() {
    let mut world = World::new().await;
    let checkout = world.held().await;
    let provider = world.at_the_provider(&checkout).await;
    world.card(&provider, ASKS).await.leads_to(&provider);
    world.siobhan.get(&provider).await.says(200, "Yes, approve");
    let step = format!("{provider}/authenticate");
    world
        .siobhan
        .post(&step, &[("approve", "false")])
        .await
        .says(422, "could not confirm that it was you");
    world.card(&provider, ASKS).await.leads_to(&provider);
    for _ in 0..2 {
        assert_eq!(
            world
                .siobhan
                .post(&step, &[("approve", "true")])
                .await
                .status,
            303
        );
    }
    assert!(world.returned(&checkout).await.starts_with("/trips/"));
}

#[tokio::test]
async fn while_the_provider_is_away_the_hold_stays_and_the_page_says_why() {
    let mut world = World::new().await;
    let checkout = world.held().await;
    world.at_the_provider(&checkout).await;
    let release = format!("{checkout}/release");
    let forms: [(&str, &[(&str, &str)]); 2] =
        [(&checkout, &[("shown_total", "30000")]), (&release, &[])];
    for (path, fields) in forms {
        let (db, now) = (world.state.db(), world.state.now());
        let armed = sandbox::arm(db, "retrieve", Fault::Down, 1, now).await;
        armed.expect("a fault");
        let page = world.siobhan.post(path, fields).await;
        page.says(409, "The payment provider cannot be reached at the moment.");
    }
    let page = world.siobhan.get(&checkout).await;
    page.says(200, "Held for you until");
}

#[tokio::test]
async fn everything_that_is_sent_twice_happens_once() {
    let mut world = World::new().await;
    let checkout = world.held().await;
    let provider = world.at_the_provider(&checkout).await;
    assert_eq!(world.at_the_provider(&checkout).await, provider);
    for _ in 0..2 {
        assert_eq!(world.card(&provider, GOOD).await.status, 303);
    }
    let trip = world.returned(&checkout).await;
    let booked = world.rows().await;
    assert_eq!(world.returned(&checkout).await, trip);
    assert_eq!(
        world.at_the_provider(&checkout).await,
        trip.trim_end_matches("?booked")
    );
    world
        .siobhan
        .get(&checkout)
        .await
        .leads_to(trip.trim_end_matches("?booked"));
    world
        .siobhan
        .get(&provider)
        .await
        .says(200, "There is nothing more to do here.");
    assert_eq!(world.rows().await, booked);
}
