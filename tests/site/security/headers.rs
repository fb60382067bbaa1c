//! What every answer tells the browser.

use app::security::hash_source;

use crate::security::world::{send, siobhan, site, site_over_https};

#[tokio::test]
async fn a_page_without_a_session_is_the_same_for_everybody() {
    let (_state, site) = site().await;
    for path in ["/", "/search", "/terms", "/login"] {
        let (first, second) = (
            send(&site, "GET", path, &[], "").await,
            send(&site, "GET", path, &[], "").await,
        );
        assert_eq!(first.status, 200, "{path}");
        assert_eq!(first.body, second.body, "{path}");
        assert_eq!(
            first.header("cache-control"),
            "public, max-age=60",
            "{path}"
        );
        assert!(first.header("vary").contains("Cookie"), "{path}");
        assert!(first.cookies().is_empty(), "{path}");
    }
}

#[tokio::test]
async fn its_one_inline_script_is_allowed_by_its_hash() {
    let (_state, site) = site().await;
    let page = send(&site, "GET", "/", &[], "").await;
    let script = page
        .body
        .split("<script>")
        .nth(1)
        .unwrap()
        .split("</script>")
        .next()
        .unwrap();
    let policy = page.header("content-security-policy");
    assert!(policy.contains(&hash_source(script)), "{policy}");
    for rule in [
        "'strict-dynamic'",
        "'wasm-unsafe-eval'",
        "object-src 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "form-action 'self'",
    ] {
        assert!(policy.contains(rule), "{rule} is not in {policy}");
    }
    assert!(
        !policy.contains("'unsafe-inline'") && !policy.contains("'unsafe-eval'"),
        "{policy}"
    );
}

#[tokio::test]
async fn a_page_with_a_session_is_kept_by_nobody_and_allows_its_script_by_a_nonce() {
    let (_state, site) = site().await;
    let mut browser = siobhan(&site).await;
    let (first, second) = (browser.get("/trips").await, browser.get("/trips").await);
    let nonce = |html: &str| {
        html.split("nonce=\"")
            .nth(1)
            .unwrap()
            .split('"')
            .next()
            .unwrap()
            .to_owned()
    };
    assert_ne!(nonce(&first.html), nonce(&second.html));
    let policy = first.headers["content-security-policy"].to_str().unwrap();
    assert!(
        policy.contains(&format!("'nonce-{}'", nonce(&first.html))),
        "{policy}"
    );
    assert_eq!(first.headers["cache-control"], "private, no-store");
}

#[tokio::test]
async fn a_session_that_has_ended_makes_no_page_that_a_cache_may_keep() {
    let (_state, site) = site().await;
    let cookie = [("cookie", "hbnb=AAAAAAAAAAAAAAAAAAAAAA")];
    let page = send(&site, "GET", "/", &cookie, "").await;
    assert_eq!(
        (page.status, page.header("cache-control")),
        (200, "private, no-store")
    );
}

#[tokio::test]
async fn every_answer_says_what_browsers_must_not_guess() {
    let (_state, site) = site_over_https().await;
    for path in [
        "/",
        "/no-such-page",
        "/health/live",
        "/trips",
        "/speculation-rules.json",
    ] {
        let answer = send(&site, "GET", path, &[], "").await;
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
        assert!(
            answer
                .header("strict-transport-security")
                .starts_with("max-age=31536000"),
            "{path}"
        );
        assert!(
            answer
                .header("content-security-policy")
                .contains("frame-ancestors 'none'"),
            "{path}"
        );
        assert!(
            !answer.header("referrer-policy").is_empty()
                && !answer.header("permissions-policy").is_empty(),
            "{path}"
        );
    }
}

#[tokio::test]
async fn plain_http_is_never_told_to_stay_away_from_http() {
    let (_state, site) = site().await;
    assert_eq!(
        send(&site, "GET", "/", &[], "")
            .await
            .header("strict-transport-security"),
        ""
    );
}

#[tokio::test]
async fn what_is_not_there_is_a_true_404_with_a_way_on() {
    let (_state, site) = site().await;
    for path in [
        "/no-such-page",
        "/listings/00000000-0000-4000-8000-000000000000",
        "/listings/7",
        "/pkg/no.js",
    ] {
        assert_eq!(
            send(&site, "GET", path, &[], "").await.status,
            404,
            "{path}"
        );
    }
    assert!(
        send(&site, "GET", "/no-such-page", &[], "")
            .await
            .body
            .contains("href=\"/search\"")
    );
}
