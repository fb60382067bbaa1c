//! A host hears of a request on every page, and accepts or declines it.

use domain::bookings::State;

use crate::{
    browser::{Browser, router},
    requests::world::*,
    stage,
};

const WAITS: &str = "A guest waits for your answer.";

#[tokio::test]
async fn a_request_is_told_at_the_top_of_every_page_and_to_nobody_else() {
    let mut world = World::new().await;
    world.ailsa.get("/").await.never_says(WAITS);
    let request = world.request(10).await;
    world.wait(20);
    for page in ["/", "/account", "/host", "/host/reservations", &request] {
        let shown = world.ailsa.get(page).await;
        shown.says(200, WAITS);
        shown.says(200, "4 hours left");
    }
    let mut others = [
        world.hamish().await,
        world.guest.clone(),
        Browser::new(router(&world.state.ctx)),
    ];
    for other in &mut others {
        other.get("/").await.never_says(WAITS);
    }
    let page = Browser::new(router(&world.state.ctx)).get("/").await;
    assert_eq!(page.headers["cache-control"], "public, max-age=60");
}

#[tokio::test]
async fn requests_stand_first_with_the_time_that_is_left() {
    let mut world = World::new().await;
    let (first, second) = (world.request(10).await, world.request(20).await);
    let page = world.ailsa.get("/host").await;
    page.says(200, "Waiting for your answer");
    page.says(200, "24 hours left, until Tue 2 June, 10:00");
    page.says(200, "£300.00");
    let at = |words: &str| page.html.find(words).expect("the words");
    assert!(at("id=\"requests\"") < at("id=\"today\""));
    for request in [&first, &second] {
        assert!(page.html.contains(&format!("href=\"{request}\"")));
    }
    let list = world.ailsa.get("/host/reservations?state=requests").await;
    list.says(200, "24 hours left");
    assert!(list.html.contains(&format!("href=\"{first}\"")));
    let mut hamish = world.hamish().await;
    let list = hamish.get("/host/reservations?state=requests").await;
    list.says(200, "Nobody waits for your answer.");
}

#[tokio::test]
async fn a_host_accepts_and_the_stay_is_confirmed_once() {
    let mut world = World::new().await;
    let request = world.request(10).await;
    let page = world.ailsa.get(&request).await;
    page.says(200, "24 hours left, until Tue 2 June, 10:00");
    page.says(200, "authorised for £300.00, and nothing is charged yet");
    page.never_says("mina@example.com");
    for _ in 0..2 {
        let accepted = world.ailsa.post(&format!("{request}/accept"), &[]).await;
        accepted.leads_to(&format!("{request}?saved=accepted"));
        world.tick().await;
    }
    let page = world.ailsa.get(&format!("{request}?saved=accepted")).await;
    page.says(200, "Confirmed");
    page.says(200, "You accepted.");
    page.says(200, "mina@example.com");
    page.never_says(WAITS);
    page.never_says("Decline this request");
    let form = format!("{request}/accept");
    world.ailsa.get(&form).await.leads_to(&request);
}

#[tokio::test]
async fn a_host_declines_with_a_reason() {
    let mut world = World::new().await;
    let request = world.request(10).await;
    let decline = format!("{request}/decline");
    let refused = world.ailsa.post(&decline, &[("reason", "  ")]).await;
    refused.says(422, "Say why");
    let tags = refused
        .html
        .split('<')
        .filter(|tag| tag.starts_with("details"));
    let decline_form = tags
        .filter(|tag| tag.contains("\"decline\""))
        .collect::<String>();
    assert!(decline_form.contains(" open"), "it is folded away");
    let long = "a & b </textarea><b>".repeat(20);
    let refused = world.ailsa.post(&decline, &[("reason", &long)]).await;
    refused.says(422, "300 characters");
    assert!(
        refused
            .html
            .contains("a &amp; b &lt;/textarea&gt;&lt;b&gt;a"),
        "what was typed is lost"
    );
    for _ in 0..2 {
        let fields = [("reason", "The roof is being mended & more.")];
        let declined = world.ailsa.post(&decline, &fields).await;
        declined.leads_to(&format!("{request}?saved=declined"));
    }
    let page = world.ailsa.get(&request).await;
    page.says(200, "Declined by you");
    page.says(200, "The roof is being mended & more.");
    page.never_says(WAITS);
    let late = world.ailsa.post(&format!("{request}/accept"), &[]).await;
    late.says(409, "You have declined this request already.");
}

#[tokio::test]
async fn a_request_lapses_when_its_time_is_over() {
    let mut world = World::new().await;
    let request = world.request(10).await;
    world.wait(24);
    world.ailsa.get("/").await.never_says(WAITS);
    let late = world.ailsa.post(&format!("{request}/accept"), &[]).await;
    late.says(409, "The time to answer this request is over.");
    world.tick().await;
    world.ailsa.get(&request).await.says(200, "Lapsed");
    let decline = format!("{request}/decline");
    let late = world.ailsa.post(&decline, &[("reason", "Too late")]).await;
    late.says(409, "The time to answer this request is over.");
}

/// A profile as its form sends it the first time.
fn profile<'a>(first_name: &'a str, lives: &'a str, about: &'a str) -> [(&'a str, &'a str); 6] {
    [
        ("first_name", first_name),
        ("last_name", "Fraser"),
        ("phone", "+44 131 496 0000"),
        ("home_location", lives),
        ("about", about),
        ("version", "1"),
    ]
}

#[tokio::test]
async fn a_host_reads_the_guests_own_words_and_nobody_else_does() {
    let mut world = World::new().await;
    let words = profile("Mina", "Leeds", "I leave no crumbs.");
    let saved = world.guest.post("/account", &words).await;
    saved.leads_to("/account?saved=profile");
    let request = world.request(10).await;
    let page = world.ailsa.get(&request).await;
    page.says(200, "Lives in Leeds");
    page.says(200, "I leave no crumbs.");
    page.never_says("+44 131");
    let home = format!("/listings/{}", world.home.id);
    let nobody = Browser::new(router(&world.state.ctx));
    let others = [world.hamish().await, nobody];
    for mut other in others {
        assert_ne!(other.get(&request).await.status, 200);
        for path in [&request, &home] {
            other.get(path).await.never_says("I leave no crumbs.");
        }
    }
}

#[tokio::test]
async fn a_hosts_own_words_stand_on_the_homes_page_and_no_way_to_reach_them() {
    let mut world = World::new().await;
    let words = profile("Ailsa", "Leith", "I mend boats.\r\n\r\nAnd kettles.");
    let saved = world.ailsa.post("/account", &words).await;
    saved.leads_to("/account?saved=profile");
    let mut nobody = Browser::new(router(&world.state.ctx));
    let page = nobody.get(&format!("/listings/{}", world.home.id)).await;
    page.says(200, "I mend boats.");
    page.says(200, "And kettles.");
    for contact in ["+44 131", "ailsa@example.com", "Fraser"] {
        page.never_says(contact);
    }
}

#[tokio::test]
async fn a_hold_that_is_ending_has_not_lapsed_yet() {
    let mut world = World::new().await;
    let stay = world.state.stay(10, 3);
    let id = stage::hold(&world.state, &world.mina, &world.home, stay).await;
    for _ in 0..5 {
        stage::card(&world.state, &world.mina, id, stage::DECLINED).await;
    }
    let look = server::payments::advance(&world.state.ctx, id).await;
    assert_eq!(look.expect("a look"), State::Expiring);
    let page = world.ailsa.get(&path(id)).await;
    page.says(200, "Hold ending");
    page.says(200, "Once the stay is confirmed");
    page.never_says("Lapsed");
    world.tick().await;
    world.tick().await;
    let page = world.ailsa.get(&path(id)).await;
    page.says(200, "Lapsed");
    page.says(200, "nobody to reach");
}

#[tokio::test]
async fn anothers_request_does_not_exist() {
    let world = World::new().await;
    let request = world.request(10).await;
    let mut strangers = [world.hamish().await, world.guest.clone()];
    for stranger in &mut strangers {
        for (what, fields) in [("accept", &[][..]), ("decline", &[("reason", "No")])] {
            let answer = stranger.post(&format!("{request}/{what}"), fields).await;
            assert_eq!(answer.status, 404, "{what}: {}", answer.text());
        }
    }
    let mut nobody = Browser::new(router(&world.state.ctx));
    let form = format!("{request}/accept");
    let to = format!("/login?next={form}");
    nobody.post(&form, &[]).await.leads_to(&to);
}

#[tokio::test]
async fn the_note_and_the_requests_cost_no_statement() {
    let mut world = World::new().await;
    world.request(10).await;
    for (path, most) in [
        ("/host", 5),
        ("/host/reservations", 3),
        ("/host/reservations?state=requests", 3),
        ("/account", 2),
    ] {
        let page = world.ailsa.get(path).await;
        let taken = page.headers["x-hbnb-statements"].to_str().expect("text");
        let taken: u32 = taken.parse().expect("a number");
        assert!(taken <= most, "{path} takes {taken} statements");
    }
}
