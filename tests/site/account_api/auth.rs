//! Logging in, going on, logging out.

use serde_json::json;

use super::{EMAIL, log_in, logged_in, siobhan};
use crate::{browser::PASSWORD, client::Client, support::TestState};

#[tokio::test]
async fn a_log_in_gives_tokens_as_the_replaced_system_did_and_a_way_on() {
    let state = TestState::on_sqlite().await;
    let id = siobhan(&state).await;
    let reply = log_in(&state, "SIOBHAN@Example.com", PASSWORD).await;
    reply.is(200);
    assert_eq!(reply.json["expires_in"], 3600);
    assert_eq!(reply.header("cache-control"), "private, no-store");
    let access = reply.json["access_token"].as_str().unwrap();
    assert_eq!(access.split('.').count(), 3, "a JWT");
    let me = Client::anonymous(&state.ctx)
        .with_token(access)
        .get("/api/v1/users/me")
        .await;
    assert_eq!(me.is(200).json["id"], json!(id));
}

#[tokio::test]
async fn whoever_is_not_let_in_reads_the_words_that_clients_know() {
    let state = TestState::on_sqlite().await;
    siobhan(&state).await;
    for (email, password) in [
        (EMAIL, "wrong password"),
        ("nobody@example.com", PASSWORD),
        ("", ""),
    ] {
        log_in(&state, email, password)
            .await
            .refuses(401, "Invalid credentials");
    }
    let nobody = Client::anonymous(&state.ctx);
    let missing = nobody
        .post("/api/v1/auth/login", json!({"email": null}))
        .await;
    missing
        .refuses(400, "Missing fields: email, password")
        .names(400, &["email", "password"]);
    let unknown = nobody
        .post(
            "/api/v1/auth/login/",
            json!({"email": EMAIL, "password": PASSWORD, "next": "/", "remember": 1}),
        )
        .await;
    unknown
        .refuses(400, "Unknown fields: next, remember")
        .names(400, &["next", "remember"]);
    let wrong = nobody
        .post(
            "/api/v1/auth/login",
            json!({"email": 7, "password": PASSWORD}),
        )
        .await;
    wrong
        .refuses(400, "email: This must be text.")
        .names(400, &["email"]);
}

#[tokio::test]
async fn a_refresh_token_works_once_and_twice_ends_the_log_in() {
    let state = TestState::on_sqlite().await;
    siobhan(&state).await;
    let first = log_in(&state, EMAIL, PASSWORD).await.json;
    let nobody = Client::anonymous(&state.ctx);
    let refresh = async |token: &serde_json::Value| {
        nobody
            .post("/api/v1/auth/refresh", json!({"refresh_token": token}))
            .await
    };
    let second = refresh(&first["refresh_token"]).await;
    second.is(200);
    assert_ne!(second.json["refresh_token"], first["refresh_token"]);
    refresh(&first["refresh_token"])
        .await
        .refuses(401, "Missing or invalid token");
    refresh(&second.json["refresh_token"])
        .await
        .refuses(401, "Missing or invalid token");
    let access = second.json["access_token"].as_str().unwrap();
    nobody
        .with_token(access)
        .get("/api/v1/users/me")
        .await
        .is(401);
}

#[tokio::test]
async fn logging_out_ends_the_tokens_and_twice_is_once() {
    let state = TestState::on_sqlite().await;
    let id = siobhan(&state).await;
    let (program, other) = (logged_in(&state).await, logged_in(&state).await);
    program
        .call("POST", "/api/v1/auth/logout", None)
        .await
        .is(200);
    program
        .get("/api/v1/users/me")
        .await
        .refuses(401, "Missing or invalid token");
    program
        .call("POST", "/api/v1/auth/logout", None)
        .await
        .is(401);
    other.get("/api/v1/users/me").await.is(200);
    let personal = Client::with_scopes(&state.ctx, &super::actor(&id), &["profile"]).await;
    personal
        .call("POST", "/api/v1/auth/logout", None)
        .await
        .refuses(403, "Log in for this: a personal token cannot do it.");
}

#[tokio::test]
async fn what_is_no_token_of_ours_is_refused_where_one_is_needed_and_counts_for_nothing_elsewhere()
{
    let state = TestState::on_sqlite().await;
    let id = siobhan(&state).await;
    let ended = logged_in(&state).await;
    state.clock.advance(chrono::TimeDelta::hours(2));
    let nobody = Client::anonymous(&state.ctx);
    for said in [
        "Bearer",
        "Bearer ",
        "Bearer x",
        "Basic dTpw",
        "Bearer a.b.c",
    ] {
        let header = [("authorization", said)];
        let reply = nobody.send("GET", "/api/v1/users/me", &header, None).await;
        reply.refuses(401, "Missing or invalid token");
        assert_eq!(reply.header("www-authenticate"), "Bearer");
        for path in public(&id) {
            nobody.send("GET", &path, &header, None).await.is(200);
        }
    }
    ended.get("/api/v1/users/me").await.is(401);
    for path in public(&id) {
        let reply = ended.get(&path).await;
        reply.is(200);
        assert!(reply.json["email"].is_null(), "{}", reply.text);
    }
    nobody
        .get("/api/v1/users/me")
        .await
        .refuses(401, "Missing or invalid token");
}

/// What everybody may read.
fn public(user: &str) -> [String; 5] {
    [
        "places",
        "amenities",
        "reviews",
        "search",
        &format!("users/{user}"),
    ]
    .map(|what| format!("/api/v1/{what}"))
}
