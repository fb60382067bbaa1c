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
