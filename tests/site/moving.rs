//! What people see after their site has moved: old links, their homes, their stays, and what the site's owner has to do.

use std::path::Path;

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use server::{
    entities::{legacy_ids, refunds},
    imports::{
        inside_airbnb::progress_bar,
        legacy::{self, Options},
    },
};

use crate::{
    browser::{Browser, PASSWORD, router, signed_up},
    client::Client,
    hosting::world::hidden,
    support::TestState,
};

const LOFT: &str = "b0000000-0000-4000-8000-00000000000a";
/// Its "WiFi", which became our Wi-Fi.
const WIFI: &str = "a0000000-0000-4000-8000-000000000001";
const CONFIRMED: &str = "c0000000-0000-4000-8000-000000000001";
const PENDING: &str = "c0000000-0000-4000-8000-000000000003";

/// The site of the dump, just moved in.
async fn moved_in() -> TestState {
    let state = TestState::on_sqlite().await;
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("server/tests/fixtures/legacy/old.sql");
    let options = Options::new(&state.ctx.settings, &file);
    let report = legacy::run(&state.ctx, &options, progress_bar()).await;
    report.expect("an import");
    state
}

/// Somebody of the dump, with the password that they had there.
async fn logged_in(state: &TestState, email: &str) -> Browser {
    let mut browser = Browser::new(router(&state.ctx));
    let typed = [("email", email), ("password", PASSWORD)];
    let answer = browser.post("/login", &typed).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    browser
}

/// Whose site it is.
async fn grace(state: &TestState) -> Browser {
    let browser = signed_up(&state.ctx, "Grace").await;
    let granted = server::admin::grant(&state.ctx, "grace@example.com").await;
    granted.expect("a right");
    browser
}

#[tokio::test]
async fn old_links_lead_to_what_they_were_for() {
    let state = moved_in().await;
    let mut browser = Browser::new(router(&state.ctx));
    let place = legacy_ids::Entity::find()
        .filter(legacy_ids::Column::OldId.eq("place-2"))
        .one(state.db())
        .await
        .expect("a look")
        .expect("the home");
    for (from, to) in [
        (format!("/property/{LOFT}"), format!("/listings/{LOFT}")),
        (
            "/property/place-2".to_owned(),
            format!("/listings/{}", place.id),
        ),
        ("/listings".to_owned(), "/search".to_owned()),
        ("/booking".to_owned(), "/search".to_owned()),
        ("/bookings".to_owned(), "/trips".to_owned()),
        ("/profile".to_owned(), "/account".to_owned()),
        ("/favorites".to_owned(), "/search".to_owned()),
        ("/messages".to_owned(), "/trips".to_owned()),
        ("/reviews".to_owned(), "/search".to_owned()),
        (
            "/cancellation-policy".to_owned(),
            "/help/cancellation".to_owned(),
        ),
    ] {
        let answer = browser.get(&from).await;
        assert_eq!(answer.to.as_deref(), Some(to.as_str()), "{from}");
        assert!((300..400).contains(&answer.status), "{from}");
    }
    let gone = browser.get("/property/no-such-place").await;
    gone.says(404, "not found");
    let listing = browser.get(&format!("/listings/{LOFT}")).await;
    listing.says(200, "Loft \"above\" the harbour");
}

#[tokio::test]
async fn a_host_is_asked_to_confirm_what_was_filled_in() {
    let state = moved_in().await;
    let mut hana = logged_in(&state, "hana@example.com").await;
    let confirm = format!("/host/homes/{LOFT}/confirm");
    let shown = hana.get("/host").await;
    shown.says(200, "Look at what we filled in");
    assert!(shown.html.contains(&format!("action=\"{confirm}\"")));
    let mut omar = logged_in(&state, "omar@example.com").await;
    assert_eq!(omar.post(&confirm, &[]).await.status, 404);
    let anonymous = Browser::new(router(&state.ctx)).post(&confirm, &[]).await;
    assert_ne!(anonymous.to.as_deref(), Some("/host?saved=confirmed"));
    for _twice in 0..2 {
        let done = hana.post(&confirm, &[]).await;
        done.leads_to("/host?saved=confirmed");
    }
    let shown = hana.get("/host").await;
    assert!(!shown.html.contains(&confirm));
    shown.says(200, "Look at what we filled in");
}

#[tokio::test]
async fn a_request_that_moved_is_answered_without_a_word_of_cards() {
    let state = moved_in().await;
    let mut hana = logged_in(&state, "hana@example.com").await;
    let mut omar = logged_in(&state, "omar@example.com").await;
    hana.get("/host").await.says(200, "No deadline");
    let own = format!("/host/reservations/{PENDING}");
    hana.get("/host/reservations?when=requests")
        .await
        .says(200, "No deadline");
    let shown = hana.get(&own).await;
    shown.says(200, "This request came when HBnB moved.");
    let trip = format!("/trips/{PENDING}");
    let waiting = omar.get(&trip).await;
    waiting.says(200, "Your request is with the host");
    waiting.never_says("http-equiv=\"refresh\"");
    omar.get("/trips")
        .await
        .says(200, "Requested, not answered yet");
    let accepted = hana.post(&format!("{own}/accept"), &[]).await;
    assert_eq!(accepted.status, 303, "{}", accepted.html);
    let confirmed = omar.get(&trip).await;
    confirmed.says(200, "Confirmed");
    confirmed.says(200, "$361.50 was paid before HBnB moved");
    confirmed.never_says("card was authorised");
}

#[tokio::test]
async fn an_amenity_that_became_ours_still_goes_by_its_old_id() {
    let state = moved_in().await;
    let hana = Client::logged_in(&state.ctx, "hana@example.com", PASSWORD).await;
    let wifi = hana.get(&format!("/api/v1/amenities/{WIFI}")).await;
    let ours = wifi.is(200).json["id"].clone();
    assert_eq!(wifi.json["slug"], "wifi");
    assert_ne!(ours, WIFI);
    let offered = format!("/api/v1/places/{LOFT}/amenities/{WIFI}");
    hana.call("POST", &offered, None).await.is(400);
    hana.delete(&offered).await.is(200);
    let again = hana.call("POST", &offered, None).await;
    assert_eq!(again.is(201).json["id"], ours);
}

#[tokio::test]
async fn a_home_that_moved_is_read_changed_and_sent_back() {
    let state = moved_in().await;
    let hana = Client::logged_in(&state.ctx, "hana@example.com", PASSWORD).await;
    let path = format!("/api/v1/places/{LOFT}");
    let mut whole = hana.get(&path).await.is(200).json.clone();
    whole["price"] = 130.25.into();
    let changed = hana.put(&path, whole.clone()).await;
    assert_eq!(changed.is(200).json["price_minor"], 13_025);
    for kept in ["title", "description", "latitude", "amenities", "reviews"] {
        assert_eq!(changed.json[kept], whole[kept], "{kept}");
    }
}

#[tokio::test]
async fn what_a_cancelled_stay_owes_waits_for_the_owner() {
    let state = moved_in().await;
    let mut omar = logged_in(&state, "omar@example.com").await;
    let mut grace = grace(&state).await;
    let cancel = format!("/trips/{CONFIRMED}/cancel");
    omar.get(&cancel).await.says(200, "we give it back by hand");
    let typed = [("refund", "24100"), ("reason", "")];
    assert_eq!(omar.post(&cancel, &typed).await.status, 303);
    let trip = omar.get(&format!("/trips/{CONFIRMED}")).await;
    trip.says(200, "so we give it back by hand");

    grace.get("/admin").await.says(200, "1 waiting: $241.00.");
    let money = grace.get("/admin/money").await;
    money.says(200, "Refunds to make by hand");
    money.says(200, "Omar O'Brien");
    let refund = refunds::Entity::find().one(state.db()).await;
    let refund = refund.expect("a look").expect("the refund").id;
    let given = format!("/admin/money/{refund}/given-back");
    assert!(money.html.contains(&format!("action=\"{given}\"")));
    let shown = [("shown_amount", "24100")];
    assert_eq!(omar.post(&given, &shown).await.status, 404);
    for _twice in 0..2 {
        let said = grace.post(&given, &shown).await;
        said.leads_to("/admin/money?saved=given-back");
    }
    let after = grace.get("/admin/money").await;
    after.never_says("Refunds to make by hand");
    omar.get(&format!("/trips/{CONFIRMED}"))
        .await
        .says(200, "was given back to you on");
}

#[tokio::test]
async fn stays_that_overlap_stand_before_the_owner() {
    let state = moved_in().await;
    let mut grace = grace(&state).await;
    grace
        .get("/admin")
        .await
        .says(200, "1 came without their nights.");
    let money = grace.get("/admin/money").await;
    money.says(200, "Stays that overlap");
    money.says(200, "Jean-Luc Świątek");
}

#[tokio::test]
async fn a_home_that_came_without_an_address_is_given_one_while_stays_are_booked() {
    let state = moved_in().await;
    let mut hana = logged_in(&state, "hana@example.com").await;
    let path = format!("/host/homes/{LOFT}/place");
    let shown = hana.get(&path).await;
    shown.says(200, "Its guests wait for the address");
    shown.never_says("the guests know this address");
    let names = ["version", "city", "neighbourhood", "latitude", "longitude"];
    let mut fields: Vec<(&str, String)> = names.map(|name| (name, hidden(&shown, name))).to_vec();
    fields.extend([
        ("then", "here".to_owned()),
        ("address", "7 Shore, EH6 6QN".to_owned()),
    ]);
    let fields: Vec<(&str, &str)> = fields
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    hana.post(&path, &fields)
        .await
        .leads_to(&format!("{path}?saved=place"));
    let after = hana.get(&path).await;
    after.says(200, "the guests know this address");
    after.says(200, "7 Shore, EH6 6QN");
    let mut omar = logged_in(&state, "omar@example.com").await;
    omar.get(&format!("/trips/{CONFIRMED}"))
        .await
        .says(200, "7 Shore, EH6 6QN");
}
