//! The chips above the homes found: each says one part of the search and clears it.

use super::SearchQuery;
use crate::{Currency, Money, text::count};

/// One part of a search, and the query string of the search without it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chip {
    /// The URL parameter it stands for (`check_in` for both dates).
    pub name: &'static str,
    pub label: String,
    pub without: String,
    /// The search without it.
    pub rest: SearchQuery,
}

impl SearchQuery {
    /// Where, when and who first, as far as they were chosen, then the filters. Clearing one starts at the first page.
    pub fn chips(&self) -> Vec<Chip> {
        let mut chips = self.pill_chips();
        chips.extend(self.filter_chips());
        chips
    }

    /// Only what the filters chose, without where, when and who.
    pub fn filter_chips(&self) -> Vec<Chip> {
        let mut chips = Vec::new();
        for kind in &self.kinds {
            chips.push(self.chip("kind", kind.label().to_owned(), |query| {
                query.kinds.retain(|other| other != kind)
            }));
        }
        if let Some(price) = self.min_price {
            chips.push(self.chip(
                "min_price",
                format!("From {} a night", major(price)),
                |query| query.min_price = None,
            ));
        }
        if let Some(price) = self.max_price {
            chips.push(self.chip(
                "max_price",
                format!("Up to {} a night", major(price)),
                |query| query.max_price = None,
            ));
        }
        for slug in &self.amenities {
            chips.push(self.chip("amenity", spoken(slug), |query| {
                query.amenities.retain(|other| other != slug)
            }));
        }
        chips
    }

    fn pill_chips(&self) -> Vec<Chip> {
        let mut chips = Vec::new();
        if !self.place.is_empty() {
            chips.push(self.chip("where", self.place.clone(), |query| query.place.clear()));
        }
        if let Some(stay) = self.stay {
            chips.push(self.chip("check_in", stay.label(), |query| query.stay = None));
        }
        if self.guests > 1 {
            chips.push(self.chip("guests", count(self.guests, "guest"), |query| {
                query.guests = 1
            }));
        }
        chips
    }

    fn chip(
        &self,
        name: &'static str,
        label: String,
        clear: impl FnOnce(&mut SearchQuery),
    ) -> Chip {
        let mut query = SearchQuery {
            after: None,
            ..self.clone()
        };
        clear(&mut query);
        Chip {
            name,
            label,
            without: query.to_query_string(),
            rest: query,
        }
    }
}

/// A price filter's amount with the sign of the reference currency.
fn major(price: i64) -> String {
    let currency = Currency::REFERENCE;
    Money::new(price.saturating_mul(currency.minor_per_major()), currency).short()
}

/// `free-parking` as `Free parking`.
fn spoken(slug: &str) -> String {
    let words = slug.replace(['-', '_'], " ");
    let mut letters = words.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}
