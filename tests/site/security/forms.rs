//! Forms that are not ours, and forms that are not right.

use app::functions::accounts::LogIn;
use leptos::server_fn::ServerFn;

use crate::{
    browser::Browser,
    security::world::{FORM, PASSWORD, send, siobhan, site},
};

const FOREIGN: [(&str, &str); 3] = [
    ("origin", "https://evil.example"),
    ("sec-fetch-site", "cross-site"),
    ("sec-fetch-site", "same-site"),
];

#[tokio::test]
async fn a_form_from_another_site_does_nothing() {
    let (_state, site) = site().await;
    let browser = siobhan(&site).await;
    for foreign in FOREIGN {
        for path in [
            "/logout",
            "/account/password",
            LogIn::PATH,
            "/listings/00000000-0000-4000-8000-000000000000",
        ] {
            let cookie = browser.cookie();
            let headers = [("cookie", cookie.as_str()), ("content-type", FORM), foreign];
            assert_eq!(
                send(&site, "POST", path, &headers, "").await.status,
                403,
                "{path} {foreign:?}"
            );
        }
    }
    browser
        .clone()
        .get("/account")
        .await
        .says(200, "siobhan@example.com");
}

#[tokio::test]
async fn nothing_is_changed_by_asking_for_a_page() {
    let (_state, site) = site().await;
    let mut browser = siobhan(&site).await;
    browser.get("/logout").await.leads_to("/");
    browser.get("/account/password").await.leads_to("/account");
    browser
        .get("/account")
        .await
        .says(200, "siobhan@example.com");
    assert_eq!(send(&site, "GET", LogIn::PATH, &[], "").await.status, 405);
}

#[tokio::test]
async fn a_field_that_the_form_does_not_have_is_400() {
    let (_state, site) = site().await;
    let typed = format!(
        "email=siobhan%40example.com&password={}&is_admin=true",
        PASSWORD.replace(' ', "+")
    );
    for path in ["/login", LogIn::PATH] {
        assert_eq!(
            send(&site, "POST", path, &[("content-type", FORM)], &typed)
                .await
                .status,
            400,
            "{path}"
        );
    }
}

#[tokio::test]
async fn a_body_that_is_too_long_or_no_form_is_refused() {
    let (_state, site) = site().await;
    let long = format!("email={}", "a".repeat(app::forms::BODY_LIMIT));
    for path in ["/login", LogIn::PATH] {
        assert_eq!(
            send(&site, "POST", path, &[("content-type", FORM)], &long)
                .await
                .status,
            413,
            "{path}"
        );
        assert_eq!(
            send(
                &site,
                "POST",
                path,
                &[("content-type", "application/json")],
                "{}"
            )
            .await
            .status,
            415,
            "{path}"
        );
    }
    assert_eq!(
        send(&site, "POST", "/webhooks/sandbox", &[], &long)
            .await
            .status,
        413
    );
}

#[tokio::test]
async fn a_script_gets_the_same_refusal_with_its_true_status() {
    let (_state, site) = site().await;
    siobhan(&site).await;
    let typed = "email=siobhan%40example.com&password=wrong+wrong";
    let answer = send(&site, "POST", LogIn::PATH, &[("content-type", FORM)], typed).await;
    assert_eq!(
        (answer.status, answer.header("content-type")),
        (422, "application/json")
    );
    assert!(answer.cookies().is_empty());
}

#[tokio::test]
async fn logging_in_never_leads_to_another_site() {
    let (_state, site) = site().await;
    siobhan(&site).await;
    for next in [
        "https://evil.example",
        "//evil.example",
        "/\\evil.example",
        "javascript:alert(1)",
        "/\t/evil.example",
    ] {
        let mut browser = Browser::new(site.clone());
        let fields = [
            ("email", "siobhan@example.com"),
            ("password", PASSWORD),
            ("next", next),
        ];
        browser.post("/login", &fields).await.leads_to("/trips");
    }
}

#[tokio::test]
async fn a_webhook_without_a_signature_is_refused() {
    let (_state, site) = site().await;
    let event =
        r#"{"id":"evt_1","type":"payment_intent.succeeded","data":{"object":{"id":"pi_1"}}}"#;
    assert_eq!(
        send(&site, "POST", "/webhooks/sandbox", &[], event)
            .await
            .status,
        403
    );
}
