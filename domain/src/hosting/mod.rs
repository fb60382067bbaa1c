//! What a host says of a home: the steps in which it is said, each step's form as it was typed, and what it means.
//!
//! A form has a `String` for each field, named as the field of the page is; reading it gives values, or a sentence beside
//! each field that cannot be read.

mod amount;
mod basics;
mod examples;
mod missing;
mod place;
pub mod plain;
mod price;
mod registration;
mod rules;
mod stays;
mod texts;
mod whole;

pub use amount::{amount, written};
pub use basics::{Basics, BasicsForm, basics};
pub use examples::{Example, Room, examples};
pub use missing::{Facts, Missing, is_said, missing};
pub use place::{Place, PlaceForm, place};
pub use price::{DatedForm, PriceForm, TaxKind, price};
pub use registration::{Registration, registration};
pub use rules::{Rules, RulesForm, Taking, rules};
pub use stays::{Stays, StaysForm, stays};
pub use texts::{Text, TextForm, text};

words! {
    /// The steps in which a home is described, in their order. The word is the last part of the step's URL.
    Step {
        Place "place" "Place",
        Basics "basics" "The home",
        Amenities "amenities" "What it offers",
        Photos "photos" "Photos",
        Text "text" "Title and description",
        Price "price" "Price",
        Stays "stays" "Nights and times",
        Rules "rules" "Rules and arrival",
    }
}

impl Step {
    /// The step after this one; `None` after the last.
    pub fn next(self) -> Option<Step> {
        let at = Step::ALL.iter().position(|step| *step == self)?;
        Step::ALL.get(at + 1).copied()
    }
}
