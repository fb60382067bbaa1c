//! What a visitor searches for, as it stands in the URL.

mod chips;
mod reading;
mod writing;

use crate::{Stay, listings::Kind};

pub use chips::Chip;

/// More guests than any home takes.
pub const MOST_GUESTS: u32 = 50;

words! {
    /// The order of the homes found. Every order ends in the id.
    Sort {
        Recommended "recommended" "Recommended",
        PriceLow "price_low" "Price, lowest first",
        PriceHigh "price_high" "Price, highest first",
        Rating "rating" "Rating",
        Newest "newest" "Newest",
    }
}

/// A search. Its fields are clean: read from a URL by [`SearchQuery::from_pairs`], which refuses the rest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchQuery {
    /// As typed, on one line; empty for everywhere.
    pub place: String,
    pub stay: Option<Stay>,
    /// At least 1.
    pub guests: u32,
    /// Any of these, in the order of [`Kind::ALL`]; empty for all.
    pub kinds: Vec<Kind>,
    /// Whole major units of the reference currency, for a night with all that must be paid.
    pub min_price: Option<i64>,
    pub max_price: Option<i64>,
    /// Slugs, sorted; a home must have them all.
    pub amenities: Vec<String>,
    pub sort: Sort,
    /// Where the next page begins; only the server reads it.
    pub after: Option<String>,
}

impl Default for SearchQuery {
    fn default() -> SearchQuery {
        SearchQuery {
            place: String::new(),
            stay: None,
            guests: 1,
            kinds: Vec::new(),
            min_price: None,
            max_price: None,
            amenities: Vec::new(),
            sort: Sort::Recommended,
            after: None,
        }
    }
}
