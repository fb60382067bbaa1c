//! Hosts' pages through the browser: who may see them, what the calendar's form does, and how few statements they take.

use crate::browser::{Answer, Browser, router, signed_up};
use crate::support::TestState;
use server::bookings::{self, HoldRequest};
use uuid::Uuid;

/// Ailsa's flat in Leith, and a booking of it that Priya is paying for, ten days ahead.
struct World {
    state: TestState,
    ailsa: Browser,
    home: Uuid,
    booking: Uuid,
}

impl World {
    async fn new() -> Self {
        let state = TestState::on_sqlite().await;
        let ailsa = signed_up(&state.ctx, "Ailsa").await;
        let home = state.home(&state.host("Ailsa").await).publish().await.id;
        let booking = hold(&state, home).await;
        Self {
            state,
            ailsa,
            home,
            booking,
        }
    }

    fn calendar(&self) -> String {
        format!("/host/homes/{}/calendar", self.home)
    }

    fn reservation(&self) -> String {
        format!("/host/reservations/{}", self.booking)
    }

    fn every_page(&self) -> [String; 4] {
        let list = "/host/reservations".to_owned();
        [
            "/host".to_owned(),
            list,
            self.calendar(),
            self.reservation(),
        ]
    }

    async fn nights(&mut self, first: &str, last: &str, action: &str) -> Answer {
        let fields = [
            ("first_night", first),
            ("last_night", last),
            ("note", "The painter & co"),
            ("action", action),
        ];
        let path = format!("{}?month=2026-06", self.calendar());
        self.ailsa.post(&path, &fields).await
    }
}

async fn hold(state: &TestState, home: Uuid) -> Uuid {
    let priya = state.guest("Priya").await;
    let request = HoldRequest {
        listing_id: home,
        check_in: state.day(10),
        check_out: state.day(13),
        guests: 2,
        shown_total: 30_000,
    };
    bookings::hold(&state.ctx, &priya, request)
        .await
        .expect("a hold")
}

#[tokio::test]
async fn who_is_not_logged_in_is_led_there_and_back() {
    let world = World::new().await;
    let mut nobody = Browser::new(router(&world.state.ctx));
    for path in world.every_page() {
        let to = format!("/login?next={path}");
        nobody.get(&path).await.leads_to(&to);
    }
    let fields = [
        ("first_night", "2026-06-20"),
        ("last_night", ""),
        ("action", "block"),
    ];
    let calendar = world.calendar();
    let to = format!("/login?next={calendar}");
    nobody.post(&calendar, &fields).await.leads_to(&to);
}

#[tokio::test]
async fn another_hosts_homes_and_reservations_do_not_exist() {
    let world = World::new().await;
    let mut hamish = signed_up(&world.state.ctx, "Hamish").await;
    let (calendar, reservation) = (world.calendar(), world.reservation());
    for path in [&calendar, &reservation] {
        assert_eq!(hamish.get(path).await.status, 404, "{path}");
    }
    let fields = [
        ("first_night", "2026-06-20"),
        ("last_night", ""),
        ("action", "block"),
    ];
    assert_eq!(hamish.post(&calendar, &fields).await.status, 404);
    let list = hamish.get("/host/reservations").await;
    list.never_says(&world.booking.to_string());
    let of_home = format!("/host/reservations?home={}", world.home);
    let list = hamish.get(&of_home).await;
    list.never_says(&world.booking.to_string());
}

#[tokio::test]
async fn the_menu_knows_who_has_a_home() {
    let mut world = World::new().await;
    let page = world.ailsa.get("/host").await;
    page.says(200, "Your homes");
    page.never_says("Let your home");
    let mut hamish = signed_up(&world.state.ctx, "Hamish").await;
    let page = hamish.get("/host").await;
    page.says(200, "Let your home");
    assert!(page.html.contains(r#"href="/host/homes/new""#));
    page.never_says("Your homes");
}

#[tokio::test]
async fn nights_are_blocked_and_opened_by_a_plain_form() {
    let mut world = World::new().await;
    let to = format!(
        "{}?month=2026-06&saved=block_2026-06-20_2026-06-22",
        world.calendar()
    );
    for _ in 0..2 {
        let answer = world.nights("2026-06-20", "2026-06-22", "block").await;
        answer.leads_to(&to);
    }
    let page = world.ailsa.get(&to).await;
    page.says(200, "Blocked: Sat 20 – Mon 22 June");
    page.says(200, "The painter & co");
    assert_eq!(page.html.matches(r#"class="blocked""#).count(), 3);

    // The middle one alone.
    world.nights("2026-06-21", "", "free").await;
    let page = world.ailsa.get(&world.calendar()).await;
    assert_eq!(page.html.matches(r#"class="blocked""#).count(), 2);
}

#[tokio::test]
async fn what_was_typed_wrongly_comes_back_with_its_month() {
    let mut world = World::new().await;
    let page = world.nights("soon", "2026-06-22", "block").await;
    page.says(422, "“soon” is not a date");
    page.says(422, "June 2026");
    assert!(page.html.contains(r#"value="2026-06-22""#));
    assert!(page.html.contains(r#"value="The painter &amp; co""#));
    assert!(page.html.contains(r##"href="#first_night""##));
}

#[tokio::test]
async fn a_booked_night_is_not_blocked() {
    let mut world = World::new().await;
    let first = world.state.day(9).to_string();
    let last = world.state.day(11).to_string();
    let page = world.nights(&first, &last, "block").await;
    assert_eq!(page.status, 409, "{}", page.text());
    assert!(page.html.contains(&format!(r#"value="{first}""#)));
    assert_eq!(page.html.matches(r#"class="blocked""#).count(), 0);
}

#[tokio::test]
async fn a_stay_is_a_bar_and_a_reservation_without_a_way_to_reach_the_guest_before_it_is_confirmed()
{
    let mut world = World::new().await;
    let link = format!(r#"href="{}""#, world.reservation());
    let page = world.ailsa.get(&world.calendar()).await;
    assert!(page.html.contains(&link), "no bar: {}", page.text());
    page.says(200, "Priya arrives with 2 guests for 3 nights");
    let list = world.ailsa.get("/host/reservations").await;
    assert!(list.html.contains(&link), "{}", list.text());
    let page = world.ailsa.get(&world.reservation()).await;
    page.says(200, "Priya");
    page.says(200, "£300.00");
    page.never_says("priya@example.com");
}

#[tokio::test]
async fn the_pages_take_few_statements() {
    let mut world = World::new().await;
    for (path, most) in [("/host".to_owned(), 5), (world.calendar(), 3)] {
        let page = world.ailsa.get(&path).await;
        let taken = page.headers.get("x-hbnb-statements").expect("a number");
        let taken: u32 = taken
            .to_str()
            .ok()
            .and_then(|it| it.parse().ok())
            .expect("a number");
        assert!(taken <= most, "{path} takes {taken} statements");
    }
}
