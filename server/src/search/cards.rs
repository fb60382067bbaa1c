//! The columns of a card, and the card made of them.

use chrono::{DateTime, Utc};
use domain::{
    Money, Pricing, Stay,
    listings::{Kind, Property},
    pricing::{self, Ask, Fees},
    stays::today_in,
};
use sea_orm::{
    EntityTrait, FromQueryResult, QuerySelect, Select,
    sea_query::{Expr, ExprTrait, JoinType, SelectStatement},
};
use uuid::Uuid;

use super::{
    place_rows::join_place,
    view::{Card, Rating, StayTotal},
};
use crate::{
    entities::{
        listings::{self, Column},
        places,
    },
    imports::source_name,
    photos::CoverColumns,
};

/// What is read of a listing for its card, and to sort it.
#[derive(Debug, FromQueryResult)]
pub(super) struct Row {
    pub id: Uuid,
    title: String,
    kind: String,
    property: String,
    capacity: u32,
    bedrooms: u32,
    beds: u32,
    pricing: String,
    min_nights: u32,
    timezone: String,
    pub nightly_ref: i64,
    pub fixed_ref: i64,
    pub shortest_ref: i64,
    pub rating: Option<i32>,
    pub review_count: u32,
    pub source_rating: Option<i32>,
    pub source_review_count: u32,
    source: Option<String>,
    #[sea_orm(nested)]
    cover: CoverColumns,
    country_code: Option<String>,
    pub rank: i64,
    pub created_at: DateTime<Utc>,
    pub published_at: Option<DateTime<Utc>>,
    city: Option<String>,
    neighbourhood: Option<String>,
    /// How many listings match, where the statement counts them.
    pub matching: Option<i64>,
    /// Which group of the home page it was read for.
    pub section: Option<i64>,
}

const COLUMNS: [Column; 21] = [
    Column::Id,
    Column::Title,
    Column::Kind,
    Column::Property,
    Column::Capacity,
    Column::Bedrooms,
    Column::Beds,
    Column::Pricing,
    Column::MinNights,
    Column::Timezone,
    Column::NightlyRef,
    Column::FixedRef,
    Column::ShortestRef,
    Column::Rating,
    Column::ReviewCount,
    Column::SourceRating,
    Column::SourceReviewCount,
    Column::Source,
    Column::Rank,
    Column::CreatedAt,
    Column::PublishedAt,
];

/// What the prices on cards hang on.
pub(super) struct Asked<'a> {
    pub stay: Option<&'a Stay>,
    pub guests: u32,
    pub now: DateTime<Utc>,
    pub fees: &'a Fees,
}

/// The ids of listings, with those of the places that their cards name.
pub(super) const WANTED: [Column; 3] = [Column::Id, Column::CityId, Column::NeighbourhoodId];

/// What the cards show of the `wanted` listings, with the names of their places.
///
/// The ids come first and the wide rows after them, so that only rows that are shown are read as a whole. The places
/// are joined to the ids: joined to the listings, TiDB would first do that for every listing there is.
pub(super) fn select(wanted: SelectStatement) -> Select<listings::Entity> {
    let mut select = listings::Entity::find()
        .select_only()
        .columns(COLUMNS)
        .columns(CoverColumns::ALL);
    QuerySelect::query(&mut select).join_subquery(
        JoinType::InnerJoin,
        wanted,
        "wanted",
        Expr::col(("wanted", "id")).equals((listings::Entity, Column::Id)),
    );
    join_place(&mut select, "city", ("wanted", "city_id"));
    QuerySelect::query(&mut select).expr_as(
        Expr::col(("city", places::Column::CountryCode)),
        "country_code",
    );
    join_place(&mut select, "neighbourhood", ("wanted", "neighbourhood_id"));
    select
}

impl Row {
    /// The card, with the total of the stay that is asked for as it will be charged. `None` for a row whose words or prices cannot be read:
    /// it is logged, and the others are shown.
    pub fn card(self, asked: &Asked<'_>) -> Option<Card> {
        let id = self.id;
        let card = self.read(asked);
        if card.is_none() {
            tracing::error!(listing = %id, "a listing's kind, property or pricing cannot be read");
        }
        card
    }

    fn read(self, asked: &Asked<'_>) -> Option<Card> {
        let pricing: Pricing = serde_json::from_str(&self.pricing).ok()?;
        let total = asked
            .stay
            .and_then(|stay| self.total(&pricing, stay, asked));
        let per_night = match &total {
            Some(total) => per_night(total),
            None => pricing::per_night_of_shortest(&pricing, self.min_nights, asked.fees),
        };
        let property = Property::parse(&self.property)?;
        let country = self.country_code.unwrap_or_default();
        Some(Card {
            id: self.id,
            title: self.title,
            kind: Kind::parse(&self.kind)?,
            property,
            place_name: place_name(self.neighbourhood, self.city),
            capacity: self.capacity,
            bedrooms: self.bedrooms,
            beds: self.beds,
            rating: Rating::of(self.rating, self.review_count),
            source_rating: Rating::of(self.source_rating, self.source_review_count),
            source: self.source.map(|word| source_name(&word).to_owned()),
            cover: self.cover.picture(self.id, property, &country, self.beds),
            per_night,
            total,
        })
    }

    fn total(&self, pricing: &Pricing, stay: &Stay, asked: &Asked<'_>) -> Option<StayTotal> {
        let ask = Ask {
            stay: *stay,
            guests: asked.guests,
            today: today_in(self.timezone.parse().ok()?, asked.now),
        };
        let quote = pricing::quote(pricing, &ask, asked.fees).ok()?;
        Some(StayTotal {
            total: quote.total_money(),
            nights: stay.nights(),
        })
    }
}

/// Rounded up to a minor unit, so that nothing is left out.
fn per_night(total: &StayTotal) -> Money {
    let nights = Ord::max(i64::from(total.nights), 1);
    Money::new(
        total.total.minor.saturating_add(nights - 1) / nights,
        total.total.currency,
    )
}

fn place_name(neighbourhood: Option<String>, city: Option<String>) -> String {
    neighbourhood
        .into_iter()
        .chain(city)
        .collect::<Vec<_>>()
        .join(", ")
}
