//! The session's cookie and its id.

use crate::{
    browser::Browser,
    security::world::{FORM, PASSWORD, send, siobhan, site, site_over_https},
};

const RIGHT: &str = "email=siobhan%40example.com&password=seven+small+boats";

#[tokio::test]
async fn logging_in_gives_a_new_id_so_that_a_planted_one_is_worth_nothing() {
    let (_state, site) = site().await;
    let mut browser = siobhan(&site).await;
    let before = browser.cookie();
    let fields = [("email", "siobhan@example.com"), ("password", PASSWORD)];
    browser.post("/login", &fields).await.leads_to("/trips");
    assert_ne!(browser.cookie(), before);
    let planted = send(&site, "GET", "/account", &[("cookie", &before)], "").await;
    assert_eq!(
        (planted.status, planted.header("location")),
        (303, "/login?next=/account")
    );
}

#[tokio::test]
async fn logging_out_ends_the_session_in_the_database() {
    let (_state, site) = site().await;
    let mut browser = siobhan(&site).await;
    let kept = browser.cookie();
    browser.post("/logout", &[]).await.leads_to("/");
    assert_eq!(
        send(&site, "GET", "/account", &[("cookie", &kept)], "")
            .await
            .status,
        303
    );
}

#[tokio::test]
async fn over_https_the_cookie_is_one_that_no_other_host_can_set() {
    let (_state, site) = site_over_https().await;
    siobhan(&site).await;
    let answer = send(&site, "POST", "/login", &[("content-type", FORM)], RIGHT).await;
    let cookies = answer.cookies();
    let [cookie] = cookies.as_slice() else {
        panic!("{cookies:?}")
    };
    assert!(cookie.starts_with("__Host-hbnb="), "{cookie}");
    for word in ["; Secure", "; HttpOnly", "; SameSite=Lax", "; Path=/"] {
        assert!(cookie.contains(word), "{word} is not in {cookie}");
    }
    assert!(!cookie.contains("Domain"), "{cookie}");
}

#[tokio::test]
async fn over_https_it_is_taken_away_in_words_that_browsers_heed() {
    let (_state, site) = site_over_https().await;
    let browser: Browser = siobhan(&site).await;
    let cookie = browser.cookie();
    let answer = send(&site, "POST", "/logout", &[("cookie", &cookie)], "").await;
    let cookies = answer.cookies();
    assert!(
        cookies.len() == 1 && cookies[0].contains("Max-Age=0") && cookies[0].contains("; Secure"),
        "{cookies:?}"
    );
}

#[tokio::test]
async fn on_plain_http_it_has_a_plain_name() {
    let (_state, site) = site().await;
    siobhan(&site).await;
    let answer = send(&site, "POST", "/login", &[("content-type", FORM)], RIGHT).await;
    let cookie = answer.cookies()[0];
    assert!(
        cookie.starts_with("hbnb=")
            && cookie.contains("; HttpOnly")
            && !cookie.contains("; Secure"),
        "{cookie}"
    );
}
