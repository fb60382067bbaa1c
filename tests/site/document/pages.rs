//! Where the document is read.

use app::security::hash_source;
use hbnb::api;

use crate::{client::Client, support::*};

#[tokio::test]
async fn it_is_served_under_both_names() {
    let state = TestState::on_sqlite().await;
    let client = Client::anonymous(&state.ctx);
    for path in ["/openapi.json", "/swagger.json"] {
        let served = client.get(path).await;
        assert_eq!(&served.is(200).json, api::document::document());
        assert_eq!(served.header("content-type"), "application/json");
    }
}

#[tokio::test]
async fn its_page_runs_one_script_and_needs_nobody_elses_site() {
    let state = TestState::on_sqlite().await;
    let client = Client::anonymous(&state.ctx);
    for path in ["/doc", "/doc/"] {
        let page = client.get(path).await;
        let html = &page.is(200).text;
        let script = html
            .split("<script>")
            .nth(1)
            .and_then(|rest| rest.split("</script>").next());
        let policy = page.header("content-security-policy");
        assert!(
            policy.contains(&hash_source(script.expect("a script"))),
            "{policy}"
        );
        assert!(
            policy.contains("default-src 'none'") && !policy.contains("unsafe-inline"),
            "{policy}"
        );
        assert!(
            !html.contains("http:") && !html.contains("https:"),
            "{html}"
        );
        assert!(
            !html.contains("style=") && !html.contains(" onload="),
            "{html}"
        );
    }
}

#[tokio::test]
async fn its_files_are_ours_and_no_others_are_served() {
    let state = TestState::on_sqlite().await;
    let client = Client::anonymous(&state.ctx);
    for (file, kind) in [
        ("swagger-ui.css", "text/css"),
        ("swagger-ui-bundle.js", "text/javascript"),
    ] {
        let served = client.get(&format!("/doc/{file}")).await;
        assert!(
            served.is(200).header("content-type").starts_with(kind),
            "{file}: {}",
            served.header("content-type")
        );
        assert!(served.text.len() > 10_000);
    }
    let style = client.get("/doc/swagger-ui.css").await;
    assert!(!style.text.contains("url(http") && !style.text.contains("@import"));
    for file in [
        "index.html",
        "swagger-initializer.js",
        "..%2f..%2fetc%2fpasswd",
    ] {
        client.get(&format!("/doc/{file}")).await.is(404);
    }
}
