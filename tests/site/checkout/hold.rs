//! Taking a home for fifteen minutes: what is asked, what is refused, and that nothing typed is lost.

use crate::{
    browser::{Browser, PASSWORD, router, signed_up},
    checkout::world::*,
};

#[tokio::test]
async fn holding_without_a_session_leads_through_the_login_to_the_same_dates() {
    let world = World::new().await;
    let (check_in, check_out) = world.dates();
    let mut nobody = Browser::new(router(&world.state.ctx));
    let answer = world.hold_as(&mut nobody, "2", "30000").await;
    let back = format!(
        "/listings/{}%3Fcheck_in%3D{check_in}%26check_out%3D{check_out}%26guests%3D2",
        world.home
    );
    answer.leads_to(&format!("/login?next={back}"));
    let back = format!(
        "/listings/{}?check_in={check_in}&check_out={check_out}&guests=2",
        world.home
    );
    let fields = [
        ("email", "siobhan@example.com"),
        ("password", PASSWORD),
        ("next", back.as_str()),
    ];
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
    assert!(
        page.html.contains(r#"name="shown_total" value="30000""#),
        "the new total is not asked about"
    );
    world.held().await;
}

#[tokio::test]
async fn dates_that_were_just_taken_are_refused_with_the_nearest_free_ones() {
    let mut world = World::new().await;
    world.held().await;
    let mut rosa = signed_up(&world.state.ctx, "Rosa").await;
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
    assert!(
        page.html.contains(&format!(r#"value="{check_in}""#))
            && page.html.contains(r#"aria-invalid="true""#)
    );
    let fields = [
        ("check_in", "soon"),
        ("check_out", ""),
        ("guests", "two"),
        ("shown_total", "30000"),
    ];
    let page = browser
        .post(&format!("/listings/{}", world.home), &fields)
        .await;
    page.says(422, "“soon” is not a date");
    page.says(422, "Choose a date.");
    page.says(422, "Say how many guests come.");
}

#[tokio::test]
async fn ones_own_hold_is_gone_on_with_and_anothers_is_taken() {
    let mut world = World::new().await;
    let checkout = world.held().await;
    let (check_in, check_out) = world.dates();
    let dates = format!("check_in={check_in}&check_out={check_out}&guests=2");
    let mut rosa = signed_up(&world.state.ctx, "Rosa").await;
    for path in ["", "/price"] {
        let address = format!("/listings/{}{path}?{dates}", world.home);
        let own = world.siobhan.get(&address).await;
        own.says(200, "You are holding this home for");
        own.says(200, "Your nights");
        own.never_says("Some of these nights are taken.");
        assert!(
            own.html.contains(&format!("href=\"{checkout}\"")),
            "{}",
            own.html
        );
        let anothers = rosa.get(&address).await;
        anothers.says(200, "Some of these nights are taken.");
        assert!(!anothers.html.contains(&checkout));
    }
    let mut nobody = Browser::new(router(&world.state.ctx));
    let anonymous = nobody
        .get(&format!("/listings/{}?{dates}", world.home))
        .await;
    anonymous.says(200, "Some of these nights are taken.");
}

#[tokio::test]
async fn other_dates_bring_along_all_that_changes_with_them() {
    let world = World::new().await;
    let (check_in, check_out) = world.dates();
    let mut browser = world.siobhan.clone();
    let part = |html: &str, name: &str| {
        let from = html.split_once(&format!("data-part=\"{name}\">"));
        let (_, rest) = from.unwrap_or_else(|| panic!("no {name} in {html}"));
        rest.split("data-part=")
            .next()
            .unwrap_or_default()
            .to_owned()
    };
    let price = format!("/listings/{}/price", world.home);
    let chosen = browser
        .get(&format!(
            "{price}?check_in={check_in}&check_out={check_out}&guests=2"
        ))
        .await;
    for (name, says) in [
        ("box-amount", "£300"),
        ("bar-unit", "total, 3 nights"),
        ("bar-go", "Book"),
        ("price-said", "£300 total, 3 nights"),
        ("terms", "If you book these nights now:"),
    ] {
        let part = part(&chosen.html, name);
        assert!(part.contains(says), "{name}: {part}");
    }
    let refused = browser
        .get(&format!(
            "{price}?check_in={check_in}&check_out={check_out}&guests=9"
        ))
        .await;
    for (name, says) in [
        ("book-errors", "guests-error"),
        ("box-amount", "£100"),
        ("bar-unit", "a night"),
        ("bar-go", "Choose dates"),
        ("terms", "Choose dates to see the days and amounts."),
    ] {
        let part = part(&refused.html, name);
        assert!(part.contains(says), "{name}: {part}");
    }
    let none = browser
        .get(&format!("{price}?check_in=&check_out=&guests="))
        .await;
    none.never_says("Book these nights");
    none.never_says("Choose a check-out date too.");
}
