//! A home as its host edits it.

use chrono::NaiveDate;
use domain::{
    Currency,
    hosting::{
        BasicsForm, Facts, Missing, PlaceForm, PriceForm, Registration, Room, RulesForm, StaysForm,
        Step, TextForm,
    },
    listings::Status,
    pricing::Fees,
};
use uuid::Uuid;

/// All that a host has said of a home, as the forms of its steps show it. Undecided fields are empty.
#[derive(Debug, Clone)]
pub struct EditView {
    pub id: Uuid,
    /// Its title; before it has one, where it is: "Home in Leith".
    pub name: String,
    pub status: Status,
    /// Sent back with a change, so that two windows do not overwrite each other.
    pub version: u32,
    /// Bookings are open: place, address and currency cannot be changed now.
    pub fixed: bool,
    pub place: PlaceForm,
    pub basics: BasicsForm,
    /// Slugs, in the order of `catalogue`.
    pub amenities: Vec<String>,
    /// All that a home can offer.
    pub catalogue: Vec<Offer>,
    /// How many pictures it has.
    pub photos: usize,
    pub text: TextForm,
    pub price: PriceForm,
    /// For the examples of what stays cost: which it takes, what day it is there, what the platform takes.
    pub room: Room,
    pub today: NaiveDate,
    pub fees: Fees,
    /// What prices can be in, by code.
    pub currencies: Vec<Currency>,
    pub stays: StaysForm,
    pub rules: RulesForm,
    /// "Leith, Edinburgh, United Kingdom"
    pub location: String,
    /// IANA name; found from the coordinates.
    pub timezone: String,
    /// What the place demands of hosts.
    pub registration: Option<Registration>,
    /// What publishing needs, in the order of the steps.
    pub missing: Vec<Missing>,
    pub(super) facts: Facts,
}

/// What a home can offer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    pub slug: String,
    pub name: String,
    pub description: String,
    pub icon: String,
}

impl EditView {
    /// Whether the host has said what belongs to the step.
    pub fn is_said(&self, step: Step) -> bool {
        domain::hosting::is_said(step, &self.facts)
    }

    /// What was said, in a few words: "Entire home, 4 guests"; empty when nothing was.
    pub fn summary(&self, step: Step) -> String {
        super::summary::of(self, step)
    }
}
