//! Pages: the form is shown again with what was typed, and the answer says when to come back.

use chrono::TimeDelta;
use server::limits::Limits;

use crate::{
    limits::world::{PASSWORD, World, email},
    stage::{hold, press},
};

const HERE: &str = "203.0.113.1";
const THERE: &str = "203.0.113.2";

async fn log_in(world: &World, from: &str, password: &str) -> crate::limits::world::Reply {
    let email = email("Isla");
    let fields = [
        ("email", email.as_str()),
        ("password", password),
        ("next", "/trips"),
    ];
    world.form(from, "/login", &fields).await
}

#[tokio::test]
async fn who_tries_too_often_to_log_in_is_told_when_to_come_back_and_loses_nothing() {
    let world = World::limited(Limits::default()).await;
    world.newcomer("Isla").await;
    world.state.clock.advance(TimeDelta::minutes(1));
    for left in (0..5).rev() {
        let page = log_in(&world, HERE, "seven small goats").await;
        assert_eq!(page.status, 422);
        assert_eq!(
            page.header("ratelimit"),
            format!("\"log-in\";r={left};t=60")
        );
        assert_eq!(page.header("retry-after"), "");
    }
    world.state.clock.advance(TimeDelta::seconds(18));
    // From elsewhere and with the right password: it is the account's own count.
    let page = log_in(&world, THERE, PASSWORD).await;
    assert_eq!(page.status, 429);
    assert_eq!(page.header("retry-after"), "42");
    assert_eq!(page.header("ratelimit-policy"), "\"log-in\";q=5;w=60");
    assert_eq!(page.header("ratelimit"), "\"log-in\";r=0;t=42");
    assert!(page.body.contains("Please try again in 42 seconds."));
    assert!(page.body.contains(r#"value="isla@example.com""#));
    assert!(page.body.contains(r#"name="next" value="/trips""#));
    assert!(!page.body.contains(PASSWORD));
    world.state.clock.advance(TimeDelta::seconds(42));
    assert_eq!(log_in(&world, THERE, PASSWORD).await.status, 303);
}

#[tokio::test]
async fn a_script_that_calls_the_same_function_shares_its_limit() {
    use leptos::server_fn::ServerFn;
    let world = World::limited(Limits::default()).await;
    let fields = [("email", "isla@example.com"), ("password", "wrong wrong")];
    for _ in 0..5 {
        assert_eq!(world.form(HERE, "/login", &fields).await.status, 422);
    }
    let path = app::functions::accounts::LogIn::PATH;
    let answer = world.form(HERE, path, &fields).await;
    assert_eq!((answer.status, answer.header("retry-after")), (429, "60"));
    assert_eq!(answer.header("content-type"), "application/json");
}

#[tokio::test]
async fn the_eleventh_account_from_one_address_waits_and_its_form_is_kept() {
    let world = World::limited(Limits::default()).await;
    let sign_up = async |from: &str, number: u32| {
        let email = format!("guest-{number}@example.com");
        let fields = [
            ("first_name", "Siobhán"),
            ("last_name", "O'Brien"),
            ("email", email.as_str()),
            ("password", PASSWORD),
        ];
        world.form(from, "/signup", &fields).await
    };
    for number in 1..=10 {
        assert_eq!(sign_up(HERE, number).await.status, 303, "{number}");
    }
    let page = sign_up(HERE, 11).await;
    assert_eq!((page.status, page.header("retry-after")), (429, "3600"));
    assert!(page.body.contains("Please try again in 60 minutes."));
    assert!(page.body.contains(r#"value="Siobhán""#));
    assert!(page.body.contains(r#"value="guest-11@example.com""#));
    assert!(!page.body.contains(PASSWORD));
    assert_eq!(sign_up(THERE, 11).await.status, 303);
}

#[tokio::test]
async fn links_for_a_new_password_are_limited_and_the_address_is_kept() {
    let world = World::limited(Limits::default()).await;
    let fields = [("email", "isla@example.com")];
    for _ in 0..5 {
        let sent = world.form(HERE, "/forgot-password", &fields).await;
        assert_eq!(sent.status, 303);
    }
    let page = world.form(HERE, "/forgot-password", &fields).await;
    assert_eq!((page.status, page.header("retry-after")), (429, "60"));
    assert!(page.body.contains(r#"value="isla@example.com""#));
}

#[tokio::test]
async fn the_checkout_says_it_and_keeps_the_hold() {
    let world = World::limited(Limits::default()).await;
    let state = &world.state;
    let ailsa = state.host("Ailsa").await;
    let home = state.home(&ailsa).publish().await;
    let mut browser = crate::browser::signed_up(world.ctx(), "Mina").await;
    let mina = state.guest("Mina").await;
    let id = hold(state, &mina, &home, state.stay(3, 2)).await;
    for _ in 0..10 {
        press(state, &mina, id).await;
    }
    let shown = crate::stage::total(&home, &state.stay(3, 2)).to_string();
    let page = browser
        .post(&format!("/checkout/{id}"), &[("shown_total", &shown)])
        .await;
    page.says(429, "You have begun to pay too often.");
    page.says(429, "Held for you until");
    assert_eq!(page.headers["retry-after"], "60");
}
