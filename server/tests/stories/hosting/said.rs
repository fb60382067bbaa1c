//! What hosts of these stories say, in one line each.

use domain::cancellation::Policy;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait};
use server::{
    Result,
    accounts::Actor,
    entities::{listings, photos, places},
    hosting::{
        self, BasicsForm, Change, EditView, PlaceForm, PriceForm, RulesForm, StaysForm, TextForm,
    },
};
use uuid::Uuid;

use crate::support::TestState;

pub fn place(city: &str) -> PlaceForm {
    PlaceForm {
        city: city.into(),
        address: "12 Harbour Row".into(),
        ..PlaceForm::default()
    }
}

pub fn basics() -> BasicsForm {
    BasicsForm {
        kind: "entire_home".into(),
        property: "cottage".into(),
        capacity: "4".into(),
        bedrooms: "2".into(),
        beds: "3".into(),
        baths: "1.5".into(),
    }
}

pub fn text(title: &str) -> TextForm {
    TextForm {
        title: title.into(),
        description:
            "Two rooms over the harbour, a stove that draws, and gulls for an alarm clock.".into(),
    }
}

pub fn price(currency: &str, nightly: &str) -> PriceForm {
    PriceForm {
        currency: currency.into(),
        nightly: nightly.into(),
        tax: "none".into(),
        tax_base: "nights".into(),
        ..PriceForm::default()
    }
}

pub fn stays() -> StaysForm {
    StaysForm {
        min_nights: "2".into(),
        max_nights: "14".into(),
        check_in_from: "16:00".into(),
        check_in_until: "22:00".into(),
        check_out_by: "10:30".into(),
        cutoff: "12:00".into(),
    }
}

pub fn rules() -> RulesForm {
    RulesForm {
        house_rules: "No shoes upstairs.".into(),
        arrival_notes: "The key is under the third pot.".into(),
        policy: Policy::Flexible.as_str().into(),
        taking: "instant".into(),
        registration: String::new(),
    }
}

pub async fn create(state: &TestState, host: &Actor, city: &str) -> Uuid {
    let created = hosting::create(&state.ctx, host, place(city)).await;
    created.expect("a draft")
}

/// As the host of the home sees it now.
pub async fn edit(state: &TestState, host: &Actor, id: Uuid) -> EditView {
    hosting::edit(&state.ctx, host, id).await.expect("a look")
}

/// As the page would send it, which was loaded a moment ago.
pub async fn save(state: &TestState, host: &Actor, id: Uuid, change: Change) -> Result<u32> {
    let version = version(state, id).await;
    hosting::save(&state.ctx, host, id, &version, change).await
}

pub async fn version(state: &TestState, id: Uuid) -> String {
    row(state, id).await.version.to_string()
}

/// A row as an upload would leave it.
pub async fn photograph(state: &TestState, id: Uuid) {
    let photo = photos::ActiveModel {
        id: Set(Uuid::new_v4()),
        listing_id: Set(id),
        position: Set(0),
        alt: Set("The harbour from the window".into()),
        widths: Set("480,960".into()),
        placeholder: Set(String::new()),
        created_at: Set(state.now()),
        drawing: Set(None),
        bytes: Set(Some(90_000)),
    };
    photo.insert(state.db()).await.expect("a photo");
}

/// All that publishing needs.
pub async fn complete(state: &TestState, host: &Actor, city: &str) -> Uuid {
    let id = create(state, host, city).await;
    let changes = [
        Change::Basics(basics()),
        Change::Amenities(vec!["wifi".into(), "kettle".into()]),
        Change::Text(text("The net loft")),
        Change::Price(price("GBP", "124.50")),
        Change::Stays(stays()),
        Change::Rules(rules()),
    ];
    for change in changes {
        save(state, host, id, change).await.expect("a step");
    }
    photograph(state, id).await;
    id
}

/// A home that guests can book.
pub async fn published(state: &TestState, host: &Actor, city: &str) -> listings::Model {
    let id = complete(state, host, city).await;
    publish(state, host, id).await.expect("a published home");
    row(state, id).await
}

pub async fn publish(state: &TestState, host: &Actor, id: Uuid) -> Result<u32> {
    let version = version(state, id).await;
    hosting::publish(&state.ctx, host, id, &version).await
}

pub async fn pause(state: &TestState, host: &Actor, id: Uuid) -> Result<u32> {
    let version = version(state, id).await;
    hosting::pause(&state.ctx, host, id, &version).await
}

pub async fn archive(state: &TestState, host: &Actor, id: Uuid) -> Result<u32> {
    let version = version(state, id).await;
    hosting::archive(&state.ctx, host, id, &version).await
}

pub async fn row(state: &TestState, id: Uuid) -> listings::Model {
    let home = listings::Entity::find_by_id(id).one(state.db()).await;
    home.expect("a look").expect("the home")
}

/// How many published homes the home's country, city and neighbourhood say that they have.
pub async fn counts(state: &TestState, id: Uuid) -> Vec<u32> {
    let home = row(state, id).await;
    let around = [
        Some(home.country_id),
        Some(home.city_id),
        home.neighbourhood_id,
    ];
    let mut counts = Vec::new();
    for id in around.into_iter().flatten() {
        let place = places::Entity::find_by_id(id).one(state.db()).await;
        let place = place.expect("a look").expect("a place");
        assert_eq!(
            place.hosted, place.listings,
            "no home of a host is a sample"
        );
        counts.push(place.listings);
    }
    counts
}
