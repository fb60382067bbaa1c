//! The page of prices: all that can be said is kept and shown again, mistakes stand beside their fields, and looking at
//! examples saves nothing.

use domain::Pricing;
use sea_orm::EntityTrait;
use server::entities::listings;

use crate::hosting::world::World;

const ALL: [(&str, &str); 24] = [
    ("currency", "GBP"),
    ("nightly", "120"),
    ("weekend", "150"),
    ("cleaning_fee", "40.50"),
    ("guests_included", "2"),
    ("extra_guest", "15"),
    ("weekly_percent", "10"),
    ("monthly_percent", "25.5"),
    ("early_days", "90"),
    ("early_percent", "5"),
    ("last_minute_days", "3"),
    ("last_minute_percent", "12"),
    ("tax", "rate"),
    ("tax_name", "Visitor levy"),
    ("tax_percent", "5"),
    ("tax_base", "nights"),
    ("tax_amount", ""),
    ("tax_max_nights", "5"),
    ("dated_from", "2026-12-01"),
    ("dated_to", "2026-12-31"),
    ("dated_nightly", "200"),
    ("dated_from", ""),
    ("dated_to", ""),
    ("dated_nightly", ""),
];

async fn pricing(world: &World) -> Pricing {
    let home = listings::Entity::find().one(world.state.db()).await;
    let home = home.expect("a look").expect("the home");
    serde_json::from_str(&home.pricing).expect("a pricing")
}

/// The fields with other values for some names; a row of dates has the first.
fn with(changes: &[(&'static str, &'static str)]) -> Vec<(&'static str, &'static str)> {
    let mut fields = ALL.to_vec();
    for (name, value) in changes {
        let field = fields.iter_mut().find(|(known, _)| known == name);
        field.expect("a field of the page").1 = value;
    }
    fields
}

#[tokio::test]
async fn all_that_a_host_says_of_prices_is_kept_and_shown_again() {
    let mut world = World::new().await;
    let home = world.draft().await;
    let path = format!("{home}/price");
    let answer = world.save(&path, &ALL).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    let kept = pricing(&world).await;
    assert_eq!((kept.nightly, kept.weekend), (12_000, Some(15_000)));
    assert_eq!((kept.weekly_bp, kept.monthly_bp), (1_000, 2_550));
    assert_eq!((kept.guests_included, kept.extra_guest), (2, 1_500));
    assert_eq!(
        (kept.dated.len(), kept.tax_name.as_str()),
        (1, "Visitor levy")
    );
    assert!(kept.early.is_some() && kept.last_minute.is_some() && kept.tax.is_some());
    let shown = world.ailsa.get(&path).await;
    for (name, value) in ALL.iter().filter(|(name, value)| {
        !value.is_empty() && !["currency", "tax", "tax_base"].contains(name)
    }) {
        let at = shown
            .html
            .find(&format!("name=\"{name}\""))
            .expect("the field");
        let tag = shown.html[at..].split('>').next().unwrap_or_default();
        assert!(tag.contains(&format!("value=\"{value}\"")), "{name}: {tag}");
    }
    shown.says(200, "What some stays would cost");
    shown.says(200, "Weekly discount, 10%");
    shown.says(200, "Visitor levy, 5%");
    shown.says(200, "You are paid");
    // What was saved, sent again, is nothing new.
    assert_eq!(world.save(&path, &ALL).await.status, 303);
    assert_eq!(pricing(&world).await, kept);
}

#[tokio::test]
async fn what_is_half_said_is_refused_beside_its_field_and_kept() {
    let mut world = World::new().await;
    let home = world.draft().await;
    let path = format!("{home}/price");
    for (changes, field) in [
        (&[("extra_guest", "")][..], "extra_guest"),
        (&[("guests_included", "")], "guests_included"),
        (&[("weekly_percent", "120")], "weekly_percent"),
        (&[("early_days", "")], "early_days"),
        (&[("last_minute_percent", "")], "last_minute_percent"),
        (&[("tax_percent", "")], "tax_percent"),
        (&[("tax", "per_guest_night")], "tax_amount"),
        (&[("tax", "tithe")], "tax"),
        (&[("dated_to", "2026-07-01")], "dated"),
        (&[("dated_nightly", "free")], "dated"),
        (&[("weekend", "dear")], "weekend"),
    ] {
        let answer = world.save(&path, &with(changes)).await;
        assert_eq!(answer.status, 422, "{field}: {}", answer.text());
        let error = format!("id=\"{field}-error\"");
        assert!(
            answer.html.contains(&error),
            "{error} is not in {}",
            answer.html
        );
        assert!(
            answer.html.contains("value=\"Visitor levy\""),
            "{field}: what was typed is lost"
        );
    }
    assert_eq!(pricing(&world).await.nightly, 0);
}

#[tokio::test]
async fn looking_at_examples_shows_what_was_typed_and_saves_nothing() {
    let mut world = World::new().await;
    let home = world.draft().await;
    let look = |changes: &[(&'static str, &'static str)]| {
        let fields = with(changes).into_iter().chain([("look", "examples")]);
        let query = form_urlencoded::Serializer::new(String::new())
            .extend_pairs(fields)
            .finish();
        format!("{home}/price?{query}")
    };
    let shown = world.ailsa.get(&look(&[("nightly", "131")])).await;
    shown.says(200, "5 nights × £131.00");
    assert!(shown.html.contains("value=\"131\""), "{}", shown.html);
    let refused = world.ailsa.get(&look(&[("nightly", "0")])).await;
    refused.says(200, "A night must cost something.");
    assert_eq!(pricing(&world).await.nightly, 0);
}
