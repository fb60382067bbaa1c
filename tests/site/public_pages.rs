//! Pages that anybody may read and pass on: what the head of a home's page tells search engines and link previews, and whom
//! the terms name.

use std::sync::Arc;

use sea_orm::ActiveValue::Set;
use serde_json::{Value, json};
use server::Settings;
use uuid::Uuid;

use crate::{
    browser::{Answer, Browser, router},
    support::TestState,
};

const ORIGIN: &str = "https://hbnb.example";
const OPERATOR: &str = "Shore & Sons Ltd";
const SUPPORT: &str = "keys@shore.example";
/// It ends attributes, tags and scripts where it is not escaped.
const TITLE: &str = "Ailsa's \"quay\" </script> & <b>more</b>";

/// The site as its operator has set it up, and a visitor.
async fn site() -> (TestState, Browser) {
    let mut state = TestState::on_sqlite().await;
    let settings = Settings {
        public_url: ORIGIN.into(),
        operator_name: OPERATOR.into(),
        support_email: SUPPORT.into(),
        ..(*state.ctx.settings).clone()
    };
    state.ctx.settings = Arc::new(settings);
    let nobody = Browser::new(router(&state.ctx));
    (state, nobody)
}

async fn home(state: &TestState) -> Uuid {
    let ailsa = state.host("Ailsa").await;
    let home = state.home(&ailsa).title(TITLE).with(|row| {
        row.rating = Set(Some(483));
        row.review_count = Set(6);
    });
    let home = home.publish().await;
    state.offer(&home, "wifi").await;
    home.id
}

/// What stands after `before`, up to `end`.
#[track_caller]
fn after<'a>(page: &'a Answer, before: &str, end: &str) -> &'a str {
    let found = page.html.split_once(before);
    let (_, rest) = found.unwrap_or_else(|| panic!("no {before} in: {}", page.html));
    rest.split(end).next().unwrap_or_default()
}

/// The value of an attribute that begins after `before`, as a browser reads it.
#[track_caller]
fn attribute(page: &Answer, before: &str) -> String {
    after(page, before, "\"")
        .replace("&quot;", "\"")
        .replace("&lt;", "<")
        .replace("&amp;", "&")
}

#[tokio::test]
async fn search_engines_are_told_what_a_home_is_and_not_its_address() {
    let (state, mut nobody) = site().await;
    let home = home(&state).await;
    let page = nobody.get(&format!("/listings/{home}")).await;
    assert_eq!(page.status, 200);
    let said = after(&page, "<script type=\"application/ld+json\">", "</script>");
    let said: Value = serde_json::from_str(said).expect("JSON");
    assert_eq!(said["@type"], "VacationRental");
    assert_eq!(said["identifier"], home.to_string());
    assert_eq!(said["name"], TITLE);
    assert_eq!(
        said["description"],
        "Two rooms, a stove and the sound of gulls."
    );
    assert_eq!(said["url"], format!("{ORIGIN}/listings/{home}"));
    let area = json!({
        "@type": "PostalAddress",
        "addressLocality": "Edinburgh",
        "addressCountry": "GB",
    });
    assert_eq!(said["address"], area);
    assert_eq!(said["aggregateRating"]["ratingValue"], "4.83");
    assert_eq!(said["aggregateRating"]["reviewCount"], 6);
    let place = &said["containsPlace"];
    assert_eq!(place["occupancy"]["maxValue"], 4);
    assert_eq!(place["numberOfBedrooms"], 2);
    assert_eq!(place["amenityFeature"][0]["name"], "wifi");
    let image = said["image"][0].as_str().unwrap_or_default();
    assert!(image.starts_with(&format!("{ORIGIN}/")), "{image}");
    page.never_says("7 Shore");
    page.never_says("<b>more</b>");
}

#[tokio::test]
async fn a_link_to_a_home_is_previewed_and_has_one_address_whatever_the_dates() {
    let (state, mut nobody) = site().await;
    let home = home(&state).await;
    let (check_in, check_out) = (state.day(10), state.day(13));
    let url = format!("{ORIGIN}/listings/{home}");
    for query in [
        String::new(),
        format!("?check_in={check_in}&check_out={check_out}&guests=2"),
    ] {
        let page = nobody.get(&format!("/listings/{home}{query}")).await;
        assert_eq!(page.status, 200);
        assert_eq!(page.html.matches("rel=\"canonical\"").count(), 1);
        assert_eq!(attribute(&page, "<link rel=\"canonical\" href=\""), url);
        let tag = |name: &str| attribute(&page, &format!("<meta property=\"{name}\" content=\""));
        assert_eq!(tag("og:url"), url);
        assert_eq!(tag("og:title"), TITLE);
        assert_eq!(tag("og:site_name"), "HBnB");
        assert_eq!(tag("og:type"), "website");
        assert_eq!(
            tag("og:description"),
            "Two rooms, a stove and the sound of gulls."
        );
        assert_eq!(tag("twitter:card"), "summary_large_image");
        let image = tag("og:image");
        assert!(
            image.starts_with(&format!("{ORIGIN}/")) && image.ends_with(".webp"),
            "{image}"
        );
    }
}

#[tokio::test]
async fn terms_and_privacy_name_the_operator_and_their_address() {
    let (_state, mut nobody) = site().await;
    for (path, sentence) in [
        ("/terms", format!("HBnB is run by {OPERATOR}.")),
        ("/privacy", format!("{OPERATOR} keeps what a stay needs")),
    ] {
        let page = nobody.get(path).await;
        page.says(200, &sentence);
        page.says(200, SUPPORT);
        let link = format!("href=\"mailto:{SUPPORT}\"");
        assert!(page.html.contains(&link), "{path}: {}", page.html);
    }
}
