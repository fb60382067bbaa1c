//! `/account/tokens`: made by a plain form, shown once, revoked.

use crate::{
    browser::{Answer, Browser, router, signed_up},
    client::Client,
    support::TestState,
};

const PATH: &str = "/account/tokens";

/// The form's own id, from the page.
fn id(page: &Answer) -> String {
    between(&page.html, r#"name="id" value=""#, "\"")
}

fn token(page: &Answer) -> String {
    let shown = page.html.find("fresh__token").expect("a token");
    between(&page.html[shown..], ">", "<")
}

fn between(html: &str, start: &str, end: &str) -> String {
    let from = html.find(start).expect("the start") + start.len();
    let length = html[from..].find(end).expect("the end");
    html[from..from + length].to_owned()
}

async fn make(browser: &mut Browser, id: &str) -> Answer {
    let fields = [
        ("id", id),
        ("name", "Calendar <script>"),
        ("scopes", "profile"),
        ("scopes", "calendar:write"),
        ("expires_in", "30"),
    ];
    browser.post(PATH, &fields).await
}

#[tokio::test]
async fn a_token_is_shown_once_and_works() {
    let state = TestState::on_sqlite().await;
    let mut browser = signed_up(&state.ctx, "Rory").await;
    let page = browser.get(PATH).await;
    page.says(200, "You have no tokens.");
    let id = id(&page);
    let made = make(&mut browser, &id).await;
    made.says(200, "Copy your token now");
    assert_eq!(made.headers["cache-control"], "private, no-store");
    let token = token(&made);
    let program = Client::anonymous(&state.ctx).with_token(&token);
    program.get("/api/v1/users/me").await.is(200);
    let again = make(&mut browser, &id).await;
    again.says(409, "This token was made already");
    again.never_says(&token);
    let listed = browser.get(PATH).await;
    listed.says(
        200,
        "Calendar <script>"
            .replace('<', "&lt;")
            .replace('>', "&gt;")
            .as_str(),
    );
    listed.never_says(&token);
    listed.says(200, "calendar:write profile");
    browser.get("/account").await.says(200, "Your tokens");
}

#[tokio::test]
async fn a_refused_form_keeps_what_was_chosen() {
    let state = TestState::on_sqlite().await;
    let mut browser = signed_up(&state.ctx, "Rory").await;
    let id = id(&browser.get(PATH).await);
    let fields = [
        ("id", id.as_str()),
        ("name", "Script"),
        ("expires_in", "365"),
    ];
    let page = browser.post(PATH, &fields).await;
    page.says(422, "Choose at least one thing that the token may do.");
    assert!(page.html.contains(r#"aria-describedby="scopes-error""#));
    assert!(page.html.contains(r#"value="Script""#) && page.html.contains(&id));
    let chosen = [
        ("id", id.as_str()),
        ("name", ""),
        ("scopes", "profile"),
        ("expires_in", "365"),
    ];
    let page = browser.post(PATH, &chosen).await;
    page.says(422, "Give it a name");
    for word in ["profile", "365"] {
        let input = page
            .html
            .split("<input")
            .find(|input| input.contains(&format!(r#"value="{word}""#)));
        assert!(
            input.is_some_and(|input| input.contains("checked")),
            "{word}"
        );
    }
    let unknown = [
        ("id", id.as_str()),
        ("name", "X"),
        ("scopes", "profile"),
        ("expires_in", "30"),
        ("user_id", "1"),
    ];
    assert_eq!(browser.post(PATH, &unknown).await.status, 400);
    browser.get(PATH).await.says(200, "You have no tokens.");
}

#[tokio::test]
async fn revoking_is_for_its_owner_and_twice_is_once() {
    let state = TestState::on_sqlite().await;
    let mut browser = signed_up(&state.ctx, "Rory").await;
    let id = id(&browser.get(PATH).await);
    let token = token(&make(&mut browser, &id).await);
    let revoke = format!("{PATH}/{id}/revoke");
    let mut other = signed_up(&state.ctx, "Isla").await;
    other.post(&revoke, &[]).await.says(404, "Token not found.");
    let program = Client::anonymous(&state.ctx).with_token(&token);
    program.get("/api/v1/users/me").await.is(200);
    for _twice in 0..2 {
        browser
            .post(&revoke, &[])
            .await
            .leads_to("/account/tokens?saved=revoked");
    }
    program.get("/api/v1/users/me").await.is(401);
    browser.get(&revoke).await.leads_to(PATH);
    browser
        .get("/account/tokens?saved=revoked")
        .await
        .says(200, "The token is revoked.");
}

#[tokio::test]
async fn without_a_session_it_leads_through_the_login() {
    let state = TestState::on_sqlite().await;
    let mut nobody = Browser::new(router(&state.ctx));
    nobody
        .get(PATH)
        .await
        .leads_to("/login?next=/account/tokens");
    make(&mut nobody, "00000000-0000-4000-8000-000000000000")
        .await
        .leads_to("/login?next=/account/tokens");
}
