//! What is read of homes, of what they offer, and of who has booked them.

use chrono::{DateTime, Utc};
use domain::{
    Pricing,
    bookings::State,
    listings::{Kind, Property, Status},
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder,
    QuerySelect, Select,
    sea_query::{Expr, ExprTrait, JoinType},
};
use uuid::Uuid;

use super::view::{Entry, Offered};
use crate::{
    Result,
    accounts::Actor,
    entities::{
        amenities, bookings, listing_amenities,
        listings::{self, Column},
    },
    listings::position::coarsened,
    reviews::ReviewView,
    search::{Rating, join_place},
};

#[derive(FromQueryResult)]
pub(super) struct Row {
    pub id: Uuid,
    owner_id: Option<Uuid>,
    pub source: Option<String>,
    pub status: String,
    title: String,
    description: String,
    kind: String,
    property: String,
    latitude: f64,
    longitude: f64,
    timezone: String,
    capacity: u32,
    bedrooms: u32,
    beds: u32,
    half_baths: u32,
    pricing: String,
    min_nights: u32,
    max_nights: u32,
    policy: String,
    instant_book: bool,
    rating: Option<i32>,
    review_count: u32,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
    neighbourhood: Option<String>,
    city: Option<String>,
    country: Option<String>,
}

const COLUMNS: [Column; 24] = [
    Column::Id,
    Column::OwnerId,
    Column::Source,
    Column::Status,
    Column::Title,
    Column::Description,
    Column::Kind,
    Column::Property,
    Column::Latitude,
    Column::Longitude,
    Column::Timezone,
    Column::Capacity,
    Column::Bedrooms,
    Column::Beds,
    Column::HalfBaths,
    Column::Pricing,
    Column::MinNights,
    Column::MaxNights,
    Column::Policy,
    Column::InstantBook,
    Column::Rating,
    Column::ReviewCount,
    Column::CreatedAt,
    Column::UpdatedAt,
];

/// Homes with the names of their places.
pub(super) fn select() -> Select<listings::Entity> {
    let mut select = listings::Entity::find().select_only().columns(COLUMNS);
    for (name, column) in [
        ("neighbourhood", Column::NeighbourhoodId),
        ("city", Column::CityId),
        ("country", Column::CountryId),
    ] {
        join_place(&mut select, name, (listings::Entity, column));
    }
    select
}

/// What each of the homes offers, by name. One statement.
pub(super) async fn offered(db: &impl ConnectionTrait, homes: &[Uuid]) -> Result<Vec<Offered>> {
    let mut select = amenities::Entity::find()
        .select_only()
        .columns([amenities::Column::Id, amenities::Column::Name]);
    let of_home = (
        listing_amenities::Entity,
        listing_amenities::Column::ListingId,
    );
    let offer = (
        listing_amenities::Entity,
        listing_amenities::Column::AmenityId,
    );
    QuerySelect::query(&mut select)
        .expr_as(Expr::col(of_home), "listing_id")
        .join(
            JoinType::InnerJoin,
            listing_amenities::Entity,
            Expr::col(offer).equals((amenities::Entity, amenities::Column::Id)),
        )
        .and_where(Expr::col(of_home).is_in(homes.iter().copied()));
    Ok(select
        .order_by_asc(amenities::Column::Folded)
        .into_model::<Offered>()
        .all(db)
        .await?)
}

/// Which of the homes the viewer has a confirmed stay at. One statement.
pub(super) async fn booked(
    db: &impl ConnectionTrait,
    viewer: &Actor,
    homes: &[Uuid],
) -> Result<Vec<Uuid>> {
    let booked = bookings::Entity::find()
        .select_only()
        .column(bookings::Column::ListingId)
        .filter(bookings::Column::GuestId.eq(viewer.user_id))
        .filter(bookings::Column::State.eq(State::Confirmed.as_str()))
        .filter(bookings::Column::ListingId.is_in(homes.iter().copied()))
        .into_tuple::<Uuid>()
        .all(db)
        .await?;
    Ok(booked)
}

impl Row {
    pub fn is_ruled_by(&self, viewer: &Actor) -> bool {
        viewer.is_admin || self.owner_id == Some(viewer.user_id)
    }

    /// `None` for a row whose status or prices cannot be read: it is logged, and the others are shown.
    pub fn entry(
        self,
        exact: bool,
        amenities: Vec<Offered>,
        reviews: Vec<ReviewView>,
    ) -> Option<Entry> {
        let pricing: Option<Pricing> = serde_json::from_str(&self.pricing).ok();
        let Some((pricing, status)) = pricing.zip(Status::parse(&self.status)) else {
            tracing::error!(listing = %self.id, "a listing's status or pricing cannot be read");
            return None;
        };
        let (latitude, longitude) = if exact {
            (self.latitude, self.longitude)
        } else {
            coarsened(self.id, self.latitude, self.longitude)
        };
        Some(Entry {
            id: self.id,
            owner_id: self.owner_id,
            status,
            title: self.title,
            description: self.description,
            kind: Kind::parse(&self.kind),
            property: Property::parse(&self.property),
            nightly: domain::Money::new(pricing.nightly, pricing.currency),
            latitude,
            longitude,
            neighbourhood: self.neighbourhood,
            city: self.city,
            country: self.country,
            timezone: self.timezone,
            capacity: self.capacity,
            bedrooms: self.bedrooms,
            beds: self.beds,
            half_baths: self.half_baths,
            min_nights: self.min_nights,
            max_nights: self.max_nights,
            policy: self.policy,
            instant_book: self.instant_book,
            rating: Rating::of(self.rating, self.review_count),
            created_at: self.created_at,
            updated_at: self.updated_at,
            amenities,
            reviews,
        })
    }
}
