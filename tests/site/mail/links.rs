//! The links: opened, used, used again, too late, cut.

use sea_orm::{ActiveValue::Set, EntityTrait};
use server::entities::users;

use crate::{
    browser::{Browser, PASSWORD, router, signed_up},
    mail::{ISLA, latest, link},
    support::TestState,
};

fn token(path: &str) -> &str {
    path.split_once("token=").unwrap().1
}

#[tokio::test]
async fn a_link_confirms_when_its_button_is_pressed_and_not_when_it_is_opened() {
    let state = TestState::on_sqlite().await;
    let mut isla = signed_up(&state.ctx, "Isla").await;
    isla.get("/account").await.says(200, "is not confirmed yet");
    let path = link(&latest(&state, "Confirm your e-mail address").await);
    let mut elsewhere = Browser::new(router(&state.ctx));
    let page = elsewhere.get(&path).await;
    page.says(200, ISLA);
    assert_eq!(page.headers["cache-control"], "no-store");
    isla.get("/account").await.says(200, "is not confirmed yet");
    let pressed = elsewhere
        .post("/confirm-email", &[("token", token(&path))])
        .await;
    pressed.leads_to("/confirm-email?done=1");
    elsewhere
        .get("/confirm-email?done=1")
        .await
        .says(200, "Your address is confirmed");
    isla.get("/account")
        .await
        .never_says("is not confirmed yet");
    let again = elsewhere.get(&path).await;
    again.says(200, "Your address is confirmed");
    again.never_says("role=\"alert\"");
    elsewhere
        .post("/confirm-email", &[("token", token(&path))])
        .await
        .leads_to("/confirm-email?done=1");
    let forgotten = users::ActiveModel {
        email_confirmed_at: Set(None),
        ..Default::default()
    };
    let forgotten = users::Entity::update_many().set(forgotten);
    forgotten.exec(state.db()).await.unwrap();
    elsewhere
        .get(&path)
        .await
        .says(410, "This link has been used");
}

#[tokio::test]
async fn another_link_is_sent_on_demand() {
    let state = TestState::on_sqlite().await;
    let mut isla = signed_up(&state.ctx, "Isla").await;
    state.clock.advance(chrono::TimeDelta::hours(2));
    isla.post("/account/confirm", &[])
        .await
        .leads_to("/account?saved=confirmation");
    isla.get("/account?saved=confirmation")
        .await
        .says(200, "The link is on its way");
    let path = link(&latest(&state, "Confirm your e-mail address").await);
    isla.get(&path).await.says(200, "Confirm this address");
    let mut nobody = Browser::new(router(&state.ctx));
    nobody
        .post("/account/confirm", &[])
        .await
        .leads_to("/login?next=/account/confirm");
}

#[tokio::test]
async fn a_forgotten_password_is_replaced_by_a_link_and_every_device_is_logged_out() {
    let state = TestState::on_sqlite().await;
    let mut logged_in = signed_up(&state.ctx, "Isla").await;
    let mut browser = Browser::new(router(&state.ctx));
    browser
        .get("/login")
        .await
        .says(200, "Forgot your password?");
    browser
        .get("/forgot-password")
        .await
        .says(200, "Send the link");
    browser
        .post("/forgot-password", &[("email", ISLA)])
        .await
        .leads_to("/forgot-password?sent=1");
    let path = link(&latest(&state, "Choose a new password").await);
    browser.get(&path).await.says(200, ISLA);
    let weak = [("token", token(&path)), ("new", "12345678")];
    let refused = browser.post("/reset-password", &weak).await;
    refused.says(422, "This password is one of the most common.");
    refused.never_says("12345678");
    let good = [("token", token(&path)), ("new", "a lamp by the door")];
    browser
        .post("/reset-password", &good)
        .await
        .leads_to("/login?saved=password");
    browser
        .get("/login?saved=password")
        .await
        .says(200, "Your password is changed.");
    logged_in
        .get("/account")
        .await
        .leads_to("/login?next=/account");
    let old = [("email", ISLA), ("password", PASSWORD)];
    assert_eq!(browser.post("/login", &old).await.status, 422);
    let new = [("email", ISLA), ("password", "a lamp by the door")];
    browser.post("/login", &new).await.leads_to("/trips");
    let again = Browser::new(router(&state.ctx))
        .post("/reset-password", &good)
        .await;
    again.says(409, "This link has been used");
}

#[tokio::test]
async fn an_address_that_nobody_has_is_answered_the_same() {
    let state = TestState::on_sqlite().await;
    signed_up(&state.ctx, "Isla").await;
    let mut browser = Browser::new(router(&state.ctx));
    let known = browser.post("/forgot-password", &[("email", ISLA)]).await;
    let unknown = browser
        .post("/forgot-password", &[("email", "nobody@example.com")])
        .await;
    unknown.leads_to("/forgot-password?sent=1");
    assert_eq!(
        (known.status, known.to, known.html),
        (unknown.status, unknown.to, unknown.html)
    );
    let shaped = browser
        .post("/forgot-password", &[("email", "nobody")])
        .await;
    shaped.says(422, "Enter an e-mail address such as name@example.com.");
}

#[tokio::test]
async fn a_link_that_is_over_or_cut_says_so_and_leads_to_another() {
    let state = TestState::on_sqlite().await;
    signed_up(&state.ctx, "Isla").await;
    let mut browser = Browser::new(router(&state.ctx));
    browser.post("/forgot-password", &[("email", ISLA)]).await;
    let path = link(&latest(&state, "Choose a new password").await);
    let cut = &path[..path.len() - 1];
    browser
        .get(cut)
        .await
        .says(410, "This link is not complete");
    browser
        .get("/reset-password")
        .await
        .says(410, "Ask for a new link");
    state.clock.advance(chrono::TimeDelta::hours(1));
    browser.get(&path).await.says(410, "it works for an hour");
    let late = [("token", token(&path)), ("new", "a lamp by the door")];
    browser
        .post("/reset-password", &late)
        .await
        .says(409, "it works for an hour");
}
