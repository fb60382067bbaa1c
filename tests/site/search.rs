//! The search page: what is refused comes back in its field with its sentence, and one home is one.

use crate::{
    browser::{Answer, Browser, router},
    support::TestState,
};

/// The tag of the field of this name.
#[track_caller]
fn field<'a>(page: &'a Answer, name: &str) -> &'a str {
    let name = format!("name=\"{name}\"");
    let mut tags = page.html.split('<').filter(|tag| tag.starts_with("input"));
    tags.find(|tag| tag.contains(&name)).expect("the field")
}

#[tokio::test]
async fn refused_guests_and_prices_come_back_in_their_fields_with_their_sentences() {
    let state = TestState::on_sqlite().await;
    let mut nobody = Browser::new(router(&state.ctx));
    let page = nobody
        .get("/search?guests=51&min_price=200&max_price=90")
        .await;
    page.says(200, "Choose 1 to 50 guests.");
    // The dialog of the filters is closed: the sentence beside it says which field it is about.
    page.says(
        200,
        "Filters, price up to: The highest price must not be below the lowest.",
    );
    for (name, typed) in [("guests", "51"), ("min_price", "200"), ("max_price", "90")] {
        let field = field(&page, name);
        assert!(field.contains(&format!("value=\"{typed}\"")), "{field}");
    }
    for name in ["guests", "max_price"] {
        let field = field(&page, name);
        let described = format!("aria-describedby=\"{name}-error\"");
        assert!(
            field.contains("aria-invalid=\"true\"") && field.contains(&described),
            "{field}"
        );
        let line = format!("id=\"{name}-error\"");
        assert_eq!(page.html.matches(&line).count(), 1, "{name}");
    }
    assert!(!field(&page, "min_price").contains("aria-invalid"));
}

#[tokio::test]
async fn what_is_no_number_comes_back_in_a_field_that_can_show_it() {
    let state = TestState::on_sqlite().await;
    let mut nobody = Browser::new(router(&state.ctx));
    let page = nobody
        .get("/search?guests=two&min_price=dear&max_price=90")
        .await;
    for (name, typed, kind) in [
        ("guests", "two", "text"),
        ("min_price", "dear", "text"),
        ("max_price", "90", "number"),
    ] {
        let field = field(&page, name);
        assert!(field.contains(&format!("value=\"{typed}\"")), "{field}");
        assert!(field.contains(&format!("type=\"{kind}\"")), "{field}");
    }
}

#[tokio::test]
async fn what_is_not_said_is_one_guest_and_any_price() {
    let state = TestState::on_sqlite().await;
    let mut nobody = Browser::new(router(&state.ctx));
    for path in ["/", "/search", "/search?guests=&max_price="] {
        let page = nobody.get(path).await;
        assert!(field(&page, "guests").contains("value=\"1\""), "{path}");
    }
    let page = nobody.get("/search").await;
    assert!(!field(&page, "max_price").contains("value="));
}

#[tokio::test]
async fn one_home_is_not_told_as_several() {
    let state = TestState::on_sqlite().await;
    state.home(&state.host("Ailsa").await).publish().await;
    let mut nobody = Browser::new(router(&state.ctx));
    let page = nobody.get("/search").await;
    let described = "name=\"description\" content=\"1 home. Every price";
    assert!(page.html.contains(described), "{}", page.html);
}
