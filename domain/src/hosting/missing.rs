//! What a home lacks before guests may see it.

use super::{Registration, Step};
use crate::listings::{Kind, Property};

/// What is known of a home; undecided words are empty and undecided numbers 0.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facts {
    pub address: String,
    pub kind: String,
    pub property: String,
    pub capacity: u32,
    pub amenities: usize,
    pub photos: usize,
    pub title: String,
    pub description: String,
    /// Minor units.
    pub nightly: i64,
    pub min_nights: u32,
    /// What the place demands.
    pub demanded: Option<Registration>,
    pub registration: Option<String>,
}

/// Something to be said before a home can be published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing {
    /// Where it is said.
    pub step: Step,
    /// One sentence for the host.
    pub sentence: String,
}

/// What must still be said, in the order of the steps; empty when the home may be published.
pub fn missing(facts: &Facts) -> Vec<Missing> {
    let described = Kind::parse(&facts.kind).is_some()
        && Property::parse(&facts.property).is_some()
        && facts.capacity > 0;
    let demanded = facts.demanded.filter(|_| facts.registration.is_none());
    let lacks = [
        (
            facts.address.is_empty(),
            Step::Place,
            "Where is it? Enter the address.".to_owned(),
        ),
        (
            !described,
            Step::Basics,
            "Say what kind of home it is, and for how many.".to_owned(),
        ),
        (
            facts.photos == 0,
            Step::Photos,
            "Add at least one photo.".to_owned(),
        ),
        (
            facts.title.is_empty() || facts.description.is_empty(),
            Step::Text,
            "Write a title and a description.".to_owned(),
        ),
        (
            facts.nightly <= 0,
            Step::Price,
            "Set the price of a night.".to_owned(),
        ),
        (
            facts.min_nights == 0,
            Step::Stays,
            "Say how long stays can be.".to_owned(),
        ),
        (
            demanded.is_some(),
            Step::Rules,
            demanded.map(demand).unwrap_or_default(),
        ),
    ];
    lacks
        .into_iter()
        .filter(|(lacking, ..)| *lacking)
        .map(|(_, step, sentence)| Missing { step, sentence })
        .collect()
}

/// Whether the host has said what belongs to the step; amenities, though nothing demands them, once there is one.
pub fn is_said(step: Step, facts: &Facts) -> bool {
    let lacking = missing(facts).iter().any(|missing| missing.step == step);
    !lacking && (step != Step::Amenities || facts.amenities > 0)
}

fn demand(registration: Registration) -> String {
    format!(
        "{} asks every home for its {}. Enter it.",
        registration.place, registration.number
    )
}
