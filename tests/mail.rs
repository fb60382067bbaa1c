//! What mail leads to, through the browser's forms: confirming an address, choosing a new password; and the local outbox, which only the
//! person at the machine can read.

mod browser;
#[path = "../server/tests/support/mod.rs"]
mod support;

use std::{net::SocketAddr, sync::Arc};

use axum::{
    Router,
    body::{Body, to_bytes},
    extract::connect_info::MockConnectInfo,
    http::{HeaderMap, Request},
};
use browser::{Browser, PASSWORD, router, signed_up};
use server::{Environment, Settings, jobs, mail};
use support::TestState;
use tower::ServiceExt;

const ISLA: &str = "isla@example.com";

/// Sends what is due, and reads the latest mail with this subject.
async fn latest(state: &TestState, subject: &str) -> mail::KeptMail {
    jobs::outbox::run_mail(&state.ctx).await.unwrap();
    let kept = mail::kept(&state.ctx).await.unwrap();
    let found = kept.iter().find(|mail| mail.subject == subject);
    mail::kept_mail(&state.ctx, found.expect(subject).id)
        .await
        .unwrap()
}

/// Path and query of the mail's link.
fn link(mail: &mail::KeptMail) -> String {
    let text = &mail.parts[0].text;
    let line = text
        .lines()
        .find_map(|line| line.strip_prefix("http://localhost:3000"));
    line.expect("a link").to_owned()
}

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
    elsewhere
        .get(&path)
        .await
        .says(410, "This link has been used");
    elsewhere
        .post("/confirm-email", &[("token", token(&path))])
        .await
        .leads_to("/confirm-email?done=1");
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

/// Who asks, under which name, and what a proxy adds.
async fn ask(
    site: Router,
    from: [u8; 4],
    path: &str,
    more: &[(&str, &str)],
) -> (u16, HeaderMap, String) {
    let peer = SocketAddr::from((from, 50_000));
    let mut request = Request::builder().uri(path);
    for (name, value) in more {
        request = request.header(*name, *value);
    }
    let request = request.body(Body::empty()).unwrap();
    let answer = site
        .layer(MockConnectInfo(peer))
        .oneshot(request)
        .await
        .unwrap();
    let (parts, body) = answer.into_parts();
    let body = to_bytes(body, usize::MAX).await.unwrap();
    (
        parts.status.as_u16(),
        parts.headers,
        String::from_utf8_lossy(&body).into_owned(),
    )
}

const HERE: [u8; 4] = [127, 0, 0, 1];
const NAMED: [(&str, &str); 1] = [("host", "localhost:3000")];

#[tokio::test]
async fn the_person_at_the_machine_reads_mail_follows_its_links_and_keeps_its_files() {
    let state = TestState::on_sqlite().await;
    signed_up(&state.ctx, "Isla").await;
    let mail = latest(&state, "Confirm your e-mail address").await;
    let site = router(&state.ctx);
    let (status, _, list) = ask(site.clone(), HERE, "/dev/mail", &NAMED).await;
    let own = format!("/dev/mail/{}", mail.about.id);
    assert!(
        status == 200 && list.contains(&own) && list.contains(ISLA),
        "{list}"
    );
    let (status, headers, page) = ask(site.clone(), HERE, &own, &NAMED).await;
    assert_eq!(
        (status, headers["cache-control"].as_bytes()),
        (200, &b"no-store"[..])
    );
    let followed = format!("href=\"http://localhost:3000{}\"", link(&mail));
    assert!(page.contains(&followed), "{page}");
    let (status, headers, html) = ask(site.clone(), HERE, &format!("{own}/html"), &NAMED).await;
    assert!(status == 200 && html.contains(&followed), "{html}");
    assert!(
        headers["content-security-policy"]
            .to_str()
            .unwrap()
            .contains("default-src 'none'")
    );
    let (status, _, source) = ask(site.clone(), HERE, &format!("{own}/source"), &NAMED).await;
    assert!(
        status == 200 && source.contains("Message-ID: <"),
        "{source}"
    );
    for missing in [
        format!("{own}/stay.ics"),
        format!("/dev/mail/{}", uuid::Uuid::nil()),
    ] {
        assert_eq!(ask(site.clone(), HERE, &missing, &NAMED).await.0, 404);
    }
}

#[tokio::test]
async fn nobody_else_reads_it() {
    let mut state = TestState::on_sqlite().await;
    signed_up(&state.ctx, "Isla").await;
    let mail = latest(&state, "Confirm your e-mail address").await;
    let paths = [
        "/dev/mail".to_owned(),
        format!("/dev/mail/{}", mail.about.id),
        format!("/dev/mail/{}/html", mail.about.id),
    ];
    for path in &paths {
        let site = router(&state.ctx);
        let strangers: [([u8; 4], &[(&str, &str)]); 4] = [
            ([192, 0, 2, 7], &NAMED),
            (HERE, &[("host", "rebound.example:3000")]),
            (
                HERE,
                &[("host", "localhost:3000"), ("x-forwarded-for", "192.0.2.7")],
            ),
            (HERE, &[]),
        ];
        for (from, headers) in strangers {
            assert_eq!(
                ask(site.clone(), from, path, headers).await.0,
                404,
                "{from:?} {headers:?}"
            );
        }
        assert_eq!(
            Browser::new(site).get(path).await.status,
            404,
            "nobody knows from where"
        );
    }
    for settings in [
        Settings {
            environment: Environment::Production,
            ..(*state.ctx.settings).clone()
        },
        Settings {
            public_demo: true,
            ..(*state.ctx.settings).clone()
        },
    ] {
        state.ctx.settings = Arc::new(settings);
        for path in &paths {
            assert_eq!(ask(router(&state.ctx), HERE, path, &NAMED).await.0, 404);
        }
    }
}
