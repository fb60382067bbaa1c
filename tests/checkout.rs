//! Holding, paying and the trip through the browser's forms: the way through, wrong guests, wrong states, and everything
//! sent twice.

mod browser;
#[path = "../server/tests/support/mod.rs"]
mod support;

use browser::{Answer, Browser, router};
use chrono::TimeDelta;
use sea_orm::EntityTrait;
use server::entities::{booking_events, bookings};
use support::TestState;
use uuid::Uuid;

const PASSWORD: &str = "seven small boats";
const GOOD: &str = "4242 4242 4242 4242";
const DECLINED: &str = "4000 0000 0000 0002";
const ASKS: &str = "4000 0025 0000 3155";

/// Ailsa's flat in Leith, £100 a night, and Siobhán who wants it for three nights in ten days.
struct World {
    state: TestState,
    home: Uuid,
    siobhan: Browser,
}

impl World {
    async fn new() -> Self {
        let state = TestState::on_sqlite().await;
        let ailsa = state.host("Ailsa").await;
        let home = state.home(&ailsa).publish().await.id;
        let siobhan = signed_up(&state, "Siobhán").await;
        Self { state, home, siobhan }
    }

    fn dates(&self) -> (String, String) {
        (self.state.day(10).to_string(), self.state.day(13).to_string())
    }

    async fn hold_as(&self, browser: &mut Browser, guests: &str, shown_total: &str) -> Answer {
        let (check_in, check_out) = self.dates();
        let fields = [("check_in", check_in.as_str()), ("check_out", &check_out), ("guests", guests), ("shown_total", shown_total)];
        browser.post(&format!("/listings/{}", self.home), &fields).await
    }

    /// The path of the checkout.
    async fn held(&mut self) -> String {
        let mut browser = self.siobhan.clone();
        let answer = self.hold_as(&mut browser, "2", "30000").await;
        assert_eq!(answer.status, 303, "{}", answer.text());
        answer.to.expect("a place")
    }

    /// The path of the provider's page.
    async fn at_the_provider(&mut self, checkout: &str) -> String {
        let answer = self.siobhan.post(checkout, &[("shown_total", "30000")]).await;
        assert_eq!(answer.status, 303, "{}", answer.text());
        local(&answer.to.expect("a place"))
    }

    async fn card(&mut self, provider: &str, number: &str) -> Answer {
        let fields = [("number", number), ("expiry", "12/30"), ("cvc", "123"), ("name", "Siobhán O'Brien")];
        self.siobhan.post(provider, &fields).await
    }

    /// Back from the provider, to wherever that leads.
    async fn returned(&mut self, checkout: &str) -> String {
        let answer = self.siobhan.get(&format!("{checkout}/return")).await;
        assert_eq!(answer.status, 303, "{}", answer.text());
        answer.to.expect("a place")
    }

    /// The paths of a paid stay's checkout and trip.
    async fn booked(&mut self) -> (String, String) {
        let checkout = self.held().await;
        let provider = self.at_the_provider(&checkout).await;
        assert_eq!(self.card(&provider, GOOD).await.status, 303);
        let trip = self.returned(&checkout).await;
        (checkout, trip.trim_end_matches("?booked").to_owned())
    }

    async fn tick(&self) {
        server::jobs::tick(&self.state.ctx).await.expect("one pass of the worker");
    }

    /// All that a booking is, with its history.
    async fn rows(&self) -> String {
        let bookings = bookings::Entity::find().all(self.state.db()).await.expect("bookings");
        let events = booking_events::Entity::find().all(self.state.db()).await.expect("events");
        format!("{bookings:?} {events:?}")
    }
}

async fn signed_up(state: &TestState, first_name: &str) -> Browser {
    let mut browser = Browser::new(router(&state.ctx));
    let email = format!("{}@example.com", domain::places::fold(first_name));
    let fields = [("first_name", first_name), ("last_name", "Fraser"), ("email", &email), ("password", PASSWORD)];
    browser.post("/signup", &fields).await.leads_to("/");
    browser
}

/// The path of an address on our own site.
fn local(address: &str) -> String {
    address.strip_prefix("http://localhost:3000").unwrap_or(address).to_owned()
}

#[tokio::test]
async fn a_guest_holds_pays_and_sees_the_trip() {
    let mut world = World::new().await;
    let checkout = world.held().await;
    let page = world.siobhan.get(&checkout).await;
    page.says(200, "Book and pay £300.00");
    page.says(200, "Held for you until 10:15 in Edinburgh (about 15 minutes)");
    page.says(200, "3 nights");
    page.never_says("7 Shore");

    let provider = world.at_the_provider(&checkout).await;
    world.siobhan.get(&provider).await.says(200, "No money moves");
    let paid = world.card(&provider, GOOD).await;
    assert_eq!(local(&paid.to.expect("a place")), format!("{checkout}/return"));
    let trip = world.returned(&checkout).await;
    let page = world.siobhan.get(&trip).await;
    page.says(200, "Your stay is booked");
    page.says(200, "Your reference is HB-");
    for on_the_day in ["from 15:00 to 21:00", "by 11:00", "7 Shore", "The key is in the blue box.", "Ailsa"] {
        page.says(200, on_the_day);
    }
    world.siobhan.get("/trips").await.says(200, "A flat above the boats");
}

#[tokio::test]
async fn the_receipt_and_the_calendar_file_come_with_the_payment() {
    let mut world = World::new().await;
    let checkout = world.held().await;
    let early = checkout.replace("checkout", "trips");
    world.siobhan.get(&format!("{early}/receipt")).await.leads_to(&early);
    world.siobhan.get(&format!("{early}/stay.ics")).await.says(409, "once the stay is confirmed");
    let provider = world.at_the_provider(&checkout).await;
    world.card(&provider, GOOD).await;
    world.returned(&checkout).await;
    let receipt = world.siobhan.get(&format!("{early}/receipt")).await;
    receipt.says(200, "£300.00 paid");
    receipt.says(200, "Siobhán Fraser");
    let calendar = world.siobhan.get(&format!("{early}/stay.ics")).await;
    assert_eq!(calendar.headers["content-type"], "text/calendar; charset=utf-8");
    assert!(calendar.headers["content-disposition"].to_str().unwrap().starts_with("attachment"));
    calendar.says(200, "BEGIN:VEVENT");
}

#[tokio::test]
async fn holding_without_a_session_leads_through_the_login_to_the_same_dates() {
    let world = World::new().await;
    let (check_in, check_out) = world.dates();
    let mut nobody = Browser::new(router(&world.state.ctx));
    let answer = world.hold_as(&mut nobody, "2", "30000").await;
    let back = format!("/listings/{}%3Fcheck_in%3D{check_in}%26check_out%3D{check_out}%26guests%3D2", world.home);
    answer.leads_to(&format!("/login?next={back}"));
    let back = format!("/listings/{}?check_in={check_in}&check_out={check_out}&guests=2", world.home);
    let fields = [("email", "siobhan@example.com"), ("password", PASSWORD), ("next", back.as_str())];
    nobody.post("/login", &fields).await.leads_to(&back);
    nobody.get(&back).await.says(200, "£300.00");
}

#[tokio::test]
async fn the_same_hold_twice_is_one() {
    let mut world = World::new().await;
    let first = world.held().await;
    assert_eq!(world.held().await, first);
}

#[tokio::test]
async fn a_total_that_changed_asks_again_with_the_new_one() {
    let mut world = World::new().await;
    let mut browser = world.siobhan.clone();
    let page = world.hold_as(&mut browser, "2", "29900").await;
    page.says(409, "£299.00");
    page.says(409, "£300.00");
    assert!(page.html.contains(r#"name="shown_total" value="30000""#), "the new total is not asked about");
    world.held().await;
}

#[tokio::test]
async fn dates_that_were_just_taken_are_refused_with_the_nearest_free_ones() {
    let mut world = World::new().await;
    world.held().await;
    let mut rosa = signed_up(&world.state, "Rosa").await;
    let page = world.hold_as(&mut rosa, "2", "30000").await;
    page.says(409, "taken");
    let link = format!("/listings/{}?check_in=", world.home);
    assert!(page.html.contains(&link), "no free dates are offered");
}

#[tokio::test]
async fn a_refused_hold_keeps_what_was_typed_and_says_what_is_wrong() {
    let world = World::new().await;
    let (check_in, _) = world.dates();
    let mut browser = world.siobhan.clone();
    let page = world.hold_as(&mut browser, "9", "30000").await;
    assert_eq!(page.status, 422);
    assert!(page.html.contains(&format!(r#"value="{check_in}""#)) && page.html.contains(r#"aria-invalid="true""#));
    let fields = [("check_in", "soon"), ("check_out", ""), ("guests", "two"), ("shown_total", "30000")];
    let page = browser.post(&format!("/listings/{}", world.home), &fields).await;
    page.says(422, "“soon” is not a date");
    page.says(422, "Choose a date.");
    page.says(422, "Say how many guests come.");
}

#[tokio::test]
async fn another_guests_booking_does_not_exist() {
    let mut world = World::new().await;
    let checkout = world.held().await;
    let trip = checkout.replace("checkout", "trips");
    let mut rosa = signed_up(&world.state, "Rosa").await;
    let before = world.rows().await;
    for path in [checkout.clone(), format!("{checkout}/return"), trip.clone(), format!("{trip}/receipt"), format!("{trip}/stay.ics")] {
        assert_eq!(rosa.get(&path).await.status, 404, "{path}");
    }
    assert_eq!(rosa.post(&checkout, &[("shown_total", "30000")]).await.status, 404);
    assert_eq!(rosa.post(&format!("{checkout}/release"), &[]).await.status, 404);
    assert_eq!(world.rows().await, before);
    assert_eq!(rosa.get("/checkout/not-a-booking").await.status, 404);
    assert_eq!(rosa.get("/sandbox/pay/unknown").await.status, 404);
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
    assert!(page.html.contains("O&#x27;Brien") || page.html.contains("O'Brien"), "the name is lost");
    let back = world.returned(&checkout).await;
    assert_eq!(back, checkout);
    world.siobhan.get(&checkout).await.says(200, "the home is still held for you");
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
    world.siobhan.post(&step, &[("approve", "false")]).await.says(422, "could not confirm that it was you");
    world.card(&provider, ASKS).await.leads_to(&provider);
    for _ in 0..2 {
        assert_eq!(world.siobhan.post(&step, &[("approve", "true")]).await.status, 303);
    }
    assert!(world.returned(&checkout).await.starts_with("/trips/"));
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
    assert_eq!(world.at_the_provider(&checkout).await, trip.trim_end_matches("?booked"));
    world.siobhan.get(&checkout).await.leads_to(trip.trim_end_matches("?booked"));
    world.siobhan.get(&provider).await.says(200, "There is nothing more to do here.");
    assert_eq!(world.rows().await, booked);
}

#[tokio::test]
async fn a_hold_that_was_let_go_twice_says_so_and_offers_the_same_dates() {
    let mut world = World::new().await;
    let checkout = world.held().await;
    let provider = world.at_the_provider(&checkout).await;
    for _ in 0..2 {
        world.siobhan.post(&format!("{checkout}/release"), &[]).await.leads_to(&checkout);
    }
    let (check_in, check_out) = world.dates();
    let page = world.siobhan.get(&checkout).await;
    page.says(200, "You let this hold go");
    let again = format!("/listings/{}?check_in={check_in}&amp;check_out={check_out}&amp;guests=2", world.home);
    assert!(page.html.contains(&again), "{}", page.html);
    world.siobhan.post(&checkout, &[("shown_total", "30000")]).await.says(409, "You let this hold go");
    world.tick().await;
    world.siobhan.get(&provider).await.says(200, "nothing was taken");
}

#[tokio::test]
async fn a_paid_stay_cannot_be_let_go_as_a_hold() {
    let mut world = World::new().await;
    let (checkout, trip) = world.booked().await;
    let before = world.rows().await;
    world.siobhan.post(&format!("{checkout}/release"), &[]).await.leads_to(&trip);
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
    world.siobhan.get(&checkout).await.says(200, "This hold has ended");
    world.siobhan.post(&checkout, &[("shown_total", "30000")]).await.says(409, "This hold has ended");
    world.tick().await;
    let page = world.siobhan.get(&checkout).await;
    page.says(200, "Look at the same dates again");
    let trip = checkout.replace("checkout", "trips");
    world.siobhan.get(&trip).await.says(200, "Nothing was charged.");
    assert_eq!(world.returned(&checkout).await, checkout);
}

#[tokio::test]
async fn looking_changes_nothing() {
    let mut world = World::new().await;
    let checkout = world.held().await;
    let provider = world.at_the_provider(&checkout).await;
    let before = world.rows().await;
    let trip = checkout.replace("checkout", "trips");
    let (release, step) = (format!("{checkout}/release"), format!("{provider}/authenticate"));
    for path in [&checkout, &provider, &trip, &release, &step] {
        assert!(world.siobhan.get(path).await.status < 400, "{path}");
    }
    world.siobhan.get(&format!("/listings/{}", world.home)).await;
    assert_eq!(world.rows().await, before);
}
