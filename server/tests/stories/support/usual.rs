//! The usual home: what a home of a story is unless the story says otherwise.

use domain::{
    Currency, Pricing,
    cancellation::Policy,
    listings::{Kind, Property},
};
use sea_orm::ActiveValue::Set;
use server::entities::listings;
use uuid::Uuid;

pub fn usual_pricing() -> Pricing {
    let currency = Currency::parse("GBP").expect("a currency");
    Pricing::plain(currency, 10_000, 0)
}

pub fn usual_home() -> listings::ActiveModel {
    listings::ActiveModel {
        id: Set(Uuid::new_v4()),
        source: Set(None),
        source_id: Set(None),
        source_url: Set(None),
        source_licence: Set(None),
        host_name: Set(None),
        version: Set(1),
        title: Set("A flat above the boats".into()),
        description: Set("Two rooms, a stove and the sound of gulls.".into()),
        kind: Set(Kind::EntireHome.as_str().into()),
        property: Set(Property::Apartment.as_str().into()),
        address: Set("7 Shore, EH6 6QN".into()),
        capacity: Set(4),
        bedrooms: Set(2),
        beds: Set(2),
        half_baths: Set(2),
        max_nights: Set(28),
        check_in_from: Set(15 * 60),
        check_in_until: Set(21 * 60),
        check_out_by: Set(11 * 60),
        cutoff: Set(18 * 60),
        policy: Set(Policy::Flexible.as_str().into()),
        instant_book: Set(true),
        house_rules: Set("No shoes upstairs.".into()),
        arrival_notes: Set("The key is in the blue box.".into()),
        registration: Set(None),
        rating: Set(None),
        review_count: Set(0),
        source_rating: Set(None),
        source_review_count: Set(0),
        cover: Set(None),
        rank: Set(0),
        ..Default::default()
    }
}
