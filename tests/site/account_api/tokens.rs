//! Personal tokens through the API.

use serde_json::json;

use super::{actor, logged_in, siobhan};
use crate::{client::Client, support::TestState};

#[tokio::test]
async fn a_token_is_made_used_listed_and_revoked() {
    let state = TestState::on_sqlite().await;
    siobhan(&state).await;
    let program = logged_in(&state).await;
    let body = json!({"name": "Calendar script", "scopes": ["profile", "calendar:write"], "expires_in_days": 30});
    let made = program.post("/api/v1/tokens/", body).await;
    let token = made.is(201).json["token"].as_str().unwrap();
    assert!(token.starts_with("hbnb_"));
    let script = Client::anonymous(&state.ctx).with_token(token);
    script.get("/api/v1/users/me").await.is(200);
    let listed = program.get("/api/v1/tokens").await;
    assert!(!listed.text.contains(token));
    assert_eq!(
        listed.json[0]["scopes"],
        json!(["calendar:write", "profile"])
    );
    assert_eq!(listed.json[0]["last_used_at"], json!(state.now()));
    let path = format!("/api/v1/tokens/{}", made.json["id"].as_str().unwrap());
    for _twice in 0..2 {
        program.delete(&path).await.is(200);
    }
    script.get("/api/v1/users/me").await.is(401);
    assert_eq!(program.get("/api/v1/tokens").await.json, json!([]));
}

#[tokio::test]
async fn a_token_makes_no_tokens_and_nobody_touches_anothers() {
    let state = TestState::on_sqlite().await;
    let id = siobhan(&state).await;
    let script = Client::of(&state.ctx, &actor(&id)).await;
    let program = logged_in(&state).await;
    let listed = program.get("/api/v1/tokens").await;
    let path = format!("/api/v1/tokens/{}", listed.json[0]["id"].as_str().unwrap());
    let body = json!({"name": "Another", "scopes": ["profile"]});
    script.post("/api/v1/tokens", body.clone()).await.is(403);
    script.get("/api/v1/tokens").await.is(403);
    script.delete(&path).await.is(403);
    let nobody = Client::anonymous(&state.ctx);
    nobody.post("/api/v1/tokens", body).await.is(401);
    nobody.delete(&path).await.is(401);
    crate::browser::signed_up(&state.ctx, "Rory").await;
    let rory = Client::logged_in(&state.ctx, "rory@example.com", crate::browser::PASSWORD).await;
    assert_eq!(rory.get("/api/v1/tokens").await.json, json!([]));
    rory.delete(&path).await.refuses(404, "Token not found");
    rory.delete("/api/v1/tokens/17")
        .await
        .refuses(404, "Token not found");
}

#[tokio::test]
async fn what_is_wrong_is_named_as_the_client_said_it() {
    let state = TestState::on_sqlite().await;
    siobhan(&state).await;
    let program = logged_in(&state).await;
    let wrong = json!({"name": "", "scopes": [], "expires_in_days": 366});
    program
        .post("/api/v1/tokens", wrong)
        .await
        .names(400, &["expires_in_days", "name", "scopes"]);
    let admin = json!({"name": "X", "scopes": ["admin"]});
    program
        .post("/api/v1/tokens", admin)
        .await
        .refuses(400, "There is no scope \"admin\".");
    let text = json!({"name": "X", "scopes": "profile"});
    program
        .post("/api/v1/tokens", text)
        .await
        .refuses(400, "scopes: This must be a list.");
}
