//! A home as a client may read it: never its address or arrival notes.

use chrono::{DateTime, Utc};
use domain::{
    Money,
    listings::{Kind, Property, Status},
};
use sea_orm::FromQueryResult;
use uuid::Uuid;

use crate::{reviews::ReviewView, search::Rating};

/// One home.
#[derive(Debug, Clone)]
pub struct Entry {
    pub id: Uuid,
    /// `None` for an imported home, which is a sample.
    pub owner_id: Option<Uuid>,
    pub status: Status,
    pub title: String,
    /// Plain text; paragraphs are separated by line breaks.
    pub description: String,
    /// Undecided in a draft, as are others that are empty or 0.
    pub kind: Option<Kind>,
    pub property: Option<Property>,
    /// What a usual night costs, without what is charged on top.
    pub nightly: Money,
    /// Exact for who rules the home or has a confirmed stay there; for others within about 500 m.
    pub latitude: f64,
    pub longitude: f64,
    pub neighbourhood: Option<String>,
    pub city: Option<String>,
    pub country: Option<String>,
    /// IANA name.
    pub timezone: String,
    pub capacity: u32,
    pub bedrooms: u32,
    pub beds: u32,
    /// Baths times two: 3 is one and a half.
    pub half_baths: u32,
    pub min_nights: u32,
    pub max_nights: u32,
    /// A word of `domain::cancellation::Policy`.
    pub policy: String,
    pub instant_book: bool,
    pub rating: Option<Rating>,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    pub amenities: Vec<Offered>,
    /// The newest come first; not all of them where there are many.
    pub reviews: Vec<ReviewView>,
}

impl Entry {
    /// Of its words, about.
    pub(super) fn bytes(&self) -> usize {
        let said = self.reviews.iter().map(|review| review.text.len());
        self.description.len() + said.sum::<usize>()
    }
}

/// Something that a home offers.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Offered {
    pub id: Uuid,
    pub name: String,
    pub(super) listing_id: Uuid,
}
