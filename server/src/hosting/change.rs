//! What a host may change: one step at a time.

use domain::hosting::{BasicsForm, PlaceForm, PriceForm, RulesForm, StaysForm, TextForm};

/// One step's form, as it was typed.
#[derive(Debug, Clone)]
#[expect(
    clippy::large_enum_variant,
    reason = "there is one for each request, and it is not kept"
)]
pub enum Change {
    Place(PlaceForm),
    Basics(BasicsForm),
    /// Slugs of what the home offers.
    Amenities(Vec<String>),
    Text(TextForm),
    Price(PriceForm),
    Stays(StaysForm),
    Rules(RulesForm),
}
