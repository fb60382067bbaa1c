//! What was said in a step, in a few words.

use domain::{
    Currency, Money,
    cancellation::Policy,
    hosting::{Step, Taking, amount},
    listings::{Kind, Property},
    text::count,
};

use super::EditView;

pub(super) fn of(home: &EditView, step: Step) -> String {
    if !home.is_said(step) {
        return String::new();
    }
    match step {
        Step::Place => home.location.clone(),
        Step::Basics => basics(home),
        Step::Amenities => counted(home.amenities.len(), "thing"),
        Step::Photos => counted(home.photos, "photo"),
        Step::Text => home.text.title.clone(),
        Step::Price => price(home).unwrap_or_default(),
        Step::Stays => format!(
            "{} to {} nights",
            home.stays.min_nights, home.stays.max_nights
        ),
        Step::Rules => rules(home).unwrap_or_default(),
    }
}

fn basics(home: &EditView) -> String {
    let kind = Kind::parse(&home.basics.kind).map_or("", Kind::label);
    let property = Property::parse(&home.basics.property).map_or("", Property::label);
    let guests = home.basics.capacity.parse().unwrap_or(0);
    format!(
        "{kind}, {}, {}",
        property.to_lowercase(),
        count(guests, "guest")
    )
}

fn price(home: &EditView) -> Option<String> {
    let currency = Currency::parse(&home.price.currency).ok()?;
    let nightly = amount("nightly", &home.price.nightly, currency).ok()?;
    Some(format!("{} a night", Money::new(nightly, currency).short()))
}

fn rules(home: &EditView) -> Option<String> {
    let policy = Policy::parse(&home.rules.policy)?.label();
    let booked = match Taking::parse(&home.rules.taking)? {
        Taking::Instant => "booked at once",
        Taking::Request => "booked on request",
    };
    Some(format!("{policy} cancellation, {booked}"))
}

fn counted(number: usize, singular: &str) -> String {
    count(u32::try_from(number).unwrap_or(u32::MAX), singular)
}
