//! Accounts through the browser's forms: signing up, in and out, the profile, the password; wrong and repeated.

use crate::browser::{Browser, router};
use crate::support::TestState;

const PASSWORD: &str = "seven small boats";

async fn world() -> (TestState, Browser) {
    let state = TestState::on_sqlite().await;
    let browser = Browser::new(router(&state.ctx));
    (state, browser)
}

async fn sign_up(browser: &mut Browser, email: &str) {
    let fields = [
        ("first_name", "Siobhán"),
        ("last_name", "O'Brien"),
        ("email", email),
        ("password", PASSWORD),
    ];
    browser.post("/signup", &fields).await.leads_to("/");
}

#[tokio::test]
async fn signing_up_opens_a_session_and_leads_back_to_where_one_was() {
    let (_state, mut browser) = world().await;
    let page = browser.get("/signup?next=/trips").await;
    page.says(200, "Sign up");
    assert!(page.html.contains(r#"name="next" value="/trips""#));
    let fields = [
        ("first_name", "李"),
        ("last_name", "Jean-Luc"),
        ("email", "li@example.com"),
        ("password", PASSWORD),
        ("next", "/trips"),
    ];
    browser.post("/signup", &fields).await.leads_to("/trips");
    browser.get("/account").await.says(200, "li@example.com");
    browser.get("/signup").await.leads_to("/trips");
}

#[tokio::test]
async fn a_refused_sign_up_keeps_what_was_typed_but_the_password() {
    let (_state, mut browser) = world().await;
    let fields = [
        ("first_name", "Siobhán"),
        ("last_name", ""),
        ("email", "nowhere"),
        ("password", "tiny-77"),
    ];
    let page = browser.post("/signup", &fields).await;
    page.says(422, "Enter your last name.");
    assert!(page.html.contains(r#"value="Siobhán""#) && page.html.contains(r#"value="nowhere""#));
    assert!(
        page.html.contains(r#"aria-invalid="true""#) && page.html.contains(r##"href="#email""##)
    );
    page.never_says("tiny-77");
}

#[tokio::test]
async fn signing_up_twice_is_one_account_and_somebody_elses_address_is_refused() {
    let (_state, mut browser) = world().await;
    sign_up(&mut browser, "siobhan@example.com").await;
    sign_up(&mut browser.clone(), "SIOBHAN@example.com").await;
    let fields = [
        ("first_name", "X"),
        ("last_name", "Y"),
        ("email", "siobhan@example.com"),
        ("password", "another password"),
    ];
    browser
        .post("/signup", &fields)
        .await
        .says(422, "There is an account with this e-mail address already.");
}

#[tokio::test]
async fn nobody_makes_themselves_an_admin() {
    let (_state, mut browser) = world().await;
    let fields = [
        ("first_name", "X"),
        ("last_name", "Y"),
        ("email", "x@example.com"),
        ("password", PASSWORD),
        ("is_admin", "true"),
    ];
    assert_eq!(browser.post("/signup", &fields).await.status, 400);
}

#[tokio::test]
async fn logging_in_takes_any_case_and_gives_the_session_a_new_id() {
    let (_state, mut browser) = world().await;
    sign_up(&mut browser, "siobhan@example.com").await;
    let planted = browser.cookie();
    let fields = [
        ("email", "SIOBHAN@Example.com"),
        ("password", PASSWORD),
        ("next", "/account"),
    ];
    browser.post("/login", &fields).await.leads_to("/account");
    assert_ne!(browser.cookie(), planted);
}

#[tokio::test]
async fn a_wrong_password_and_an_unknown_address_read_the_same() {
    let (_state, mut browser) = world().await;
    sign_up(&mut browser.clone(), "siobhan@example.com").await;
    let wrong = browser
        .post(
            "/login",
            &[
                ("email", "siobhan@example.com"),
                ("password", "wrong password"),
                ("next", "/trips"),
            ],
        )
        .await;
    let unknown = browser
        .post(
            "/login",
            &[
                ("email", "nobody@example.com"),
                ("password", "wrong password"),
                ("next", "/trips"),
            ],
        )
        .await;
    wrong.says(422, "The e-mail address or the password is not right.");
    assert_eq!(wrong.text(), unknown.text());
    assert!(
        wrong.html.contains(r#"name="next" value="/trips""#)
            && wrong.html.contains(r#"value="siobhan@example.com""#)
    );
    wrong.never_says("wrong password");
}

#[tokio::test]
async fn logging_in_never_leads_to_another_site() {
    let (_state, mut browser) = world().await;
    sign_up(&mut browser.clone(), "siobhan@example.com").await;
    for next in [
        "https://evil.example",
        "//evil.example",
        "/\\evil.example",
        "javascript:alert(1)",
    ] {
        let fields = [
            ("email", "siobhan@example.com"),
            ("password", PASSWORD),
            ("next", next),
        ];
        browser
            .clone()
            .post("/login", &fields)
            .await
            .leads_to("/trips");
        let page = browser
            .get(&format!("/login?next={next}").replace('\\', "%5C"))
            .await;
        page.never_says("evil");
    }
}

#[tokio::test]
async fn logging_out_twice_is_once_and_looking_logs_nobody_out() {
    let (_state, mut browser) = world().await;
    sign_up(&mut browser, "siobhan@example.com").await;
    browser.get("/logout").await.leads_to("/");
    let mut stolen = browser.clone();
    browser.get("/account").await.says(200, "Your account");
    browser.post("/logout", &[]).await.leads_to("/");
    browser.post("/logout", &[]).await.leads_to("/");
    stolen
        .get("/account")
        .await
        .leads_to("/login?next=/account");
}

#[tokio::test]
async fn a_profile_is_kept_once_and_a_refused_one_loses_nothing() {
    let (_state, mut browser) = world().await;
    sign_up(&mut browser, "siobhan@example.com").await;
    let change = |phone: &'static str, about: &'static str| {
        [
            ("first_name", "Siobhán"),
            ("last_name", "O'Brien"),
            ("phone", phone),
            ("home_location", "Cork"),
            ("about", about),
            ("version", "1"),
        ]
    };
    let refused = browser
        .post("/account", &change("call me", "I read."))
        .await;
    refused.says(422, "A phone number has digits, spaces and + only.");
    assert!(refused.html.contains(r#"value="call me""#) && refused.html.contains("I read."));
    for _ in 0..2 {
        browser
            .post("/account", &change("+353 21 000", "I read."))
            .await
            .leads_to("/account?saved=profile");
    }
    browser
        .get("/account?saved=profile")
        .await
        .says(200, "Your profile is saved.");
    browser
        .post("/account", &change("+353 21 000", "I write."))
        .await
        .says(409, "changed in another window");
}

#[tokio::test]
async fn a_profile_changed_in_another_window_is_shown_beside_what_was_typed_and_then_saved_over() {
    let (_state, mut browser) = world().await;
    sign_up(&mut browser, "siobhan@example.com").await;
    let typed = |home_location: &'static str, about: &'static str, version: &'static str| {
        [
            ("first_name", "Siobhán"),
            ("last_name", "O'Brien"),
            ("phone", ""),
            ("home_location", home_location),
            ("about", about),
            ("version", version),
        ]
    };
    let first = typed("Cork", "I read.\r\n\r\nAnd walk.", "1");
    browser
        .post("/account", &first)
        .await
        .leads_to("/account?saved=profile");
    let late = typed("Leith", "I read.\r\n\r\nAnd walk.", "1");
    let refused = browser.post("/account", &late).await;
    refused.says(409, "Nothing of yours is saved yet.");
    refused.says(409, "Saved now: Cork");
    refused.says(409, "Save over it");
    assert_eq!(
        refused.text().matches("Saved now: ").count(),
        1,
        "only what differs is told"
    );
    assert!(refused.html.contains(r#"value="Leith""#));
    assert!(refused.html.contains(r#"name="version" value="2""#));
    let again = typed("Leith", "I read.\r\n\r\nAnd walk.", "2");
    browser
        .post("/account", &again)
        .await
        .leads_to("/account?saved=profile");
    let page = browser.get("/account").await;
    assert!(page.html.contains(r#"value="Leith""#));
    page.never_says("Saved now: ");
}

#[tokio::test]
async fn a_new_password_logs_out_every_other_device() {
    let (_state, mut browser) = world().await;
    sign_up(&mut browser, "siobhan@example.com").await;
    let mut other = Browser::new(browser.router());
    other
        .post(
            "/login",
            &[("email", "siobhan@example.com"), ("password", PASSWORD)],
        )
        .await
        .leads_to("/trips");
    let wrong = browser
        .post(
            "/account/password",
            &[("current", "not it at all"), ("new", "short")],
        )
        .await;
    wrong.says(422, "This is not your current password.");
    wrong.never_says("not it at all");
    wrong.never_says("Nothing of yours is saved yet.");
    let change = [("current", PASSWORD), ("new", "eight small boats")];
    browser
        .post("/account/password", &change)
        .await
        .leads_to("/account?saved=password");
    browser.get("/account").await.says(200, "Your account");
    other.get("/account").await.leads_to("/login?next=/account");
    browser
        .post("/account/password", &change)
        .await
        .says(422, "This is not your current password.");
}

#[tokio::test]
async fn without_a_session_every_page_of_ones_own_leads_through_the_login() {
    let (_state, mut browser) = world().await;
    browser
        .get("/account")
        .await
        .leads_to("/login?next=/account");
    browser.get("/trips").await.leads_to("/login?next=/trips");
    let change = [("current", PASSWORD), ("new", "eight small boats")];
    browser
        .post("/account/password", &change)
        .await
        .leads_to("/login?next=/account/password");
}
