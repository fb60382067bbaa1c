//! What holds for every call: paths with and without a slash, refusals as JSON, ETags, and no cookies.

use axum::{
    body::{Body, to_bytes},
    http::{Request, StatusCode},
};
use serde_json::json;
use tower::ServiceExt;

use super::{EMAIL, logged_in, siobhan};
use crate::{
    browser::{PASSWORD, router, signed_up},
    client::Client,
    support::TestState,
};

#[tokio::test]
async fn every_refusal_is_json_with_a_sentence() {
    let state = TestState::on_sqlite().await;
    let nobody = Client::anonymous(&state.ctx);
    let cases = [
        ("GET", "/api", 404),
        ("GET", "/api/v1/nothing", 404),
        ("GET", "/api/v2/users/me", 404),
        ("DELETE", "/api/v1/auth/login", 405),
        ("PATCH", "/api/v1/users/me", 405),
        ("GET", "/api/v1/users/me", 401),
    ];
    for (method, path, status) in cases {
        for path in [path.to_owned(), format!("{path}/")] {
            let reply = nobody.call(method, &path, None).await;
            assert!(
                !reply.is(status).error().is_empty(),
                "{method} {path}: {}",
                reply.text
            );
            assert_eq!(reply.header("content-type"), "application/json", "{path}");
        }
    }
}

#[tokio::test]
async fn a_body_that_is_not_understood_is_told_so() {
    let state = TestState::on_sqlite().await;
    let nobody = Client::anonymous(&state.ctx);
    let path = "/api/v1/auth/login";
    let form = Request::post(path)
        .header("content-type", "application/x-www-form-urlencoded")
        .body(Body::from("email=siobhan%40example.com"));
    let answer = router(&state.ctx).oneshot(form.unwrap()).await.unwrap();
    assert_eq!(answer.status(), StatusCode::BAD_REQUEST);
    let said = to_bytes(answer.into_body(), 1_000).await.unwrap();
    assert!(String::from_utf8_lossy(&said).contains("application/json"));
    for (body, sentence) in [
        (json!([1]), "Send a JSON object."),
        (json!("text"), "Send a JSON object."),
    ] {
        nobody.post(path, body).await.refuses(400, sentence);
    }
    let long = json!({"email": EMAIL, "password": "x".repeat(70_000)});
    nobody
        .post(path, long)
        .await
        .refuses(413, "A request may have at most 64 KB.");
}

#[tokio::test]
async fn a_query_that_is_not_known_is_named() {
    let state = TestState::on_sqlite().await;
    siobhan(&state).await;
    let reply = logged_in(&state)
        .await
        .get("/api/v1/users/me?verbose=1&x=")
        .await;
    reply
        .refuses(400, "Unknown fields: verbose, x")
        .names(400, &["verbose", "x"]);
}

#[tokio::test]
async fn who_has_an_answer_already_is_told_in_a_few_bytes() {
    let state = TestState::on_sqlite().await;
    let id = siobhan(&state).await;
    let nobody = Client::anonymous(&state.ctx);
    let path = format!("/api/v1/users/{id}");
    let first = nobody.get(&path).await;
    let tag = first.is(200).header("etag").to_owned();
    assert!(tag.starts_with("W/\""), "{tag}");
    assert_eq!(first.header("cache-control"), "no-cache");
    for known in [tag.as_str(), "*", &format!("\"other\", {tag}")] {
        let again = nobody
            .send("GET", &path, &[("if-none-match", known)], None)
            .await;
        assert_eq!(
            (again.status, again.text.as_str(), again.header("etag")),
            (304, "", tag.as_str())
        );
    }
    logged_in(&state)
        .await
        .put(&path, json!({"first_name": "Shiv"}))
        .await
        .is(200);
    let changed = nobody
        .send("GET", &path, &[("if-none-match", &tag)], None)
        .await;
    assert_ne!(changed.is(200).header("etag"), tag);
    let own = logged_in(&state).await.get(&path).await;
    assert_eq!(own.header("cache-control"), "private, no-store");
    assert!(own.header("vary").contains("authorization"));
}

#[tokio::test]
async fn answers_are_packed_as_their_client_can_unpack_them() {
    let state = TestState::on_sqlite().await;
    let ailsa = state.host("Ailsa").await;
    state.home(&ailsa).publish().await;
    let fetched = async |encoding: &str| {
        let asked = Request::get("/api/v1/places").header("accept-encoding", encoding);
        let asked = asked.body(Body::empty()).unwrap();
        let answer = router(&state.ctx).oneshot(asked).await.unwrap();
        let (parts, body) = answer.into_parts();
        assert_eq!(parts.status, StatusCode::OK);
        let body = to_bytes(body, usize::MAX).await.unwrap();
        (parts.headers, body)
    };
    let (_, plain) = fetched("identity").await;
    for encoding in ["gzip", "br"] {
        let (headers, packed) = fetched(encoding).await;
        assert_eq!(headers["content-encoding"], encoding);
        assert!(packed.len() < plain.len(), "{encoding}: {}", packed.len());
        let mut differs = headers.get_all("vary").iter();
        assert!(differs.any(|by| by.as_bytes().eq_ignore_ascii_case(b"accept-encoding")));
    }
}

#[tokio::test]
async fn a_browsers_session_counts_for_nothing_here() {
    let state = TestState::on_sqlite().await;
    let browser = signed_up(&state.ctx, "Rory").await;
    let nobody = Client::anonymous(&state.ctx);
    let cookie = browser.cookie();
    let reply = nobody
        .send("GET", "/api/v1/users/me", &[("cookie", &cookie)], None)
        .await;
    reply.is(401);
    let foreign = [
        ("origin", "https://evil.example"),
        ("sec-fetch-site", "cross-site"),
    ];
    let body = json!({"email": "rory@example.com", "password": PASSWORD});
    let reply = nobody
        .send("POST", "/api/v1/auth/login", &foreign, Some(body))
        .await;
    assert!(reply.is(200).headers.get("set-cookie").is_none());
}
