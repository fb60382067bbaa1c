//! What is answered when something of ours fails outside of a page: always a page, with a way home and what the log knows it by.

use std::{convert::Infallible, sync::Arc, time::Duration};

use app::shell::Patience;
use axum::body::{Body, Bytes};
use chrono::{DateTime, Utc};
use futures::stream;
use server::clock::Clock;

use crate::{
    browser::{Answer, Browser, router, router_with},
    client::Client,
    support::TestState,
};

/// A clock whose every look breaks the handler that looks.
struct Broken;

impl Clock for Broken {
    fn now(&self) -> DateTime<Utc> {
        panic!("the clock is broken")
    }
}

#[track_caller]
fn is_a_page_of_ours(answer: &Answer, status: u16, words: &str) {
    answer.says(status, words);
    let header = |name: &str| answer.headers[name].to_str().unwrap();
    assert!(header("content-type").starts_with("text/html"));
    assert_eq!(header("cache-control"), "no-store");
    assert!(header("content-security-policy").contains("style-src 'self'"));
    answer.says(status, &format!("name {}.", header("x-request-id")));
    for part in ["<html lang=\"en-GB\">", "rel=\"stylesheet\"", "href=\"/\""] {
        assert!(
            answer.html.contains(part),
            "{part} is not in {}",
            answer.html
        );
    }
}

#[tokio::test]
async fn a_handler_that_breaks_is_our_fault_and_the_log_can_be_asked() {
    let mut state = TestState::on_sqlite().await;
    state.ctx.clock = Arc::new(Broken);
    let answer = Browser::new(router(&state.ctx)).get("/search").await;
    is_a_page_of_ours(&answer, 500, "Something of ours failed");
    answer.never_says("the clock is broken");
    // Programs are told in JSON, as ever.
    let search = Client::anonymous(&state.ctx).get("/api/v1/search").await;
    assert_eq!(search.status, 503);
    let id = search.json["request_id"].as_str().unwrap_or_default();
    assert_eq!(id, search.header("x-request-id"), "{}", search.text);
}

#[tokio::test]
async fn an_answer_that_takes_too_long_says_when_to_come_back() {
    let state = TestState::on_sqlite().await;
    let patience = Patience {
        answer: Duration::ZERO,
        ..Patience::default()
    };
    let mut browser = Browser::new(router_with(&state.ctx, patience));
    // Its form never comes, so that nothing but the time can end it.
    let never = Body::from_stream(stream::pending::<Result<Bytes, Infallible>>());
    let answer = browser.send("POST", "/login", never).await;
    is_a_page_of_ours(&answer, 503, "We could not answer in time.");
    assert_eq!(answer.headers["retry-after"], "2");
}
