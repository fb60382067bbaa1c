//! What is read of one listing but its reviews: three statements, none of which reads its address or arrival notes.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder,
    QuerySelect, QueryTrait,
    sea_query::{
        Expr, ExprTrait, Func, JoinType, Keyword, Order, Query, SelectStatement, UnionType,
    },
};
use uuid::Uuid;

use super::{nearest::taken, view::AmenityView};
use crate::{
    Result,
    entities::{
        amenities, listing_amenities,
        listings::{self, Column},
        photos, places, users,
    },
    search::join_place,
};

/// The listing with the names of its places, and its host.
#[derive(FromQueryResult)]
pub(super) struct Row {
    pub id: Uuid,
    pub owner_id: Option<Uuid>,
    pub source: Option<String>,
    pub source_url: Option<String>,
    pub source_licence: Option<String>,
    pub host_name: Option<String>,
    pub status: String,
    pub title: String,
    pub description: String,
    pub kind: String,
    pub property: String,
    pub latitude: f64,
    pub longitude: f64,
    pub timezone: String,
    pub capacity: u32,
    pub bedrooms: u32,
    pub beds: u32,
    pub half_baths: u32,
    pub pricing: String,
    pub min_nights: u32,
    pub max_nights: u32,
    pub check_in_from: u32,
    pub check_in_until: u32,
    pub check_out_by: u32,
    pub cutoff: u32,
    pub policy: String,
    pub instant_book: bool,
    pub house_rules: String,
    pub registration: Option<String>,
    pub rating: Option<i32>,
    pub review_count: u32,
    pub source_rating: Option<i32>,
    pub source_review_count: u32,
    pub neighbourhood: Option<String>,
    pub city: Option<String>,
    pub country: Option<String>,
    pub country_code: Option<String>,
    pub owner_name: Option<String>,
    pub owner_about: Option<String>,
    pub owner_since: Option<DateTime<Utc>>,
    /// Published homes of the same host.
    pub owner_listings: i64,
}

const COLUMNS: [Column; 33] = [
    Column::Id,
    Column::OwnerId,
    Column::Source,
    Column::SourceUrl,
    Column::SourceLicence,
    Column::HostName,
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
    Column::CheckInFrom,
    Column::CheckInUntil,
    Column::CheckOutBy,
    Column::Cutoff,
    Column::Policy,
    Column::InstantBook,
    Column::HouseRules,
    Column::Registration,
    Column::Rating,
    Column::ReviewCount,
    Column::SourceRating,
    Column::SourceReviewCount,
];

/// The listing itself, whatever its status. One statement.
pub(super) async fn listing(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<Row>> {
    let mut select = listings::Entity::find_by_id(id)
        .select_only()
        .columns(COLUMNS);
    join_place(
        &mut select,
        "neighbourhood",
        (listings::Entity, Column::NeighbourhoodId),
    );
    join_place(&mut select, "city", (listings::Entity, Column::CityId));
    join_place(
        &mut select,
        "country",
        (listings::Entity, Column::CountryId),
    );
    QuerySelect::query(&mut select)
        .expr_as(
            Expr::col(("country", places::Column::CountryCode)),
            "country_code",
        )
        .expr_as(Expr::col(("host", users::Column::FirstName)), "owner_name")
        .expr_as(Expr::col(("host", users::Column::About)), "owner_about")
        .expr_as(Expr::col(("host", users::Column::CreatedAt)), "owner_since")
        .expr_as(Expr::from(homes_of_host()), "owner_listings")
        .join_as(
            JoinType::LeftJoin,
            users::Entity,
            "host",
            Expr::col(("host", users::Column::Id)).equals((listings::Entity, Column::OwnerId)),
        );
    Ok(select.into_model::<Row>().one(db).await?)
}

fn homes_of_host() -> SelectStatement {
    // The limit changes nothing but TiDB's plan: without it every host's homes are counted before one is picked.
    Query::select()
        .limit(1)
        .expr(Func::count(Expr::col(("homes", Column::Id))))
        .from_as(listings::Entity, "homes")
        .and_where(
            Expr::col(("homes", Column::OwnerId)).equals((listings::Entity, Column::OwnerId)),
        )
        .and_where(
            Expr::col(("homes", Column::Status)).eq(domain::listings::Status::Published.as_str()),
        )
        .take()
}

/// What the home offers, by name, and which nights are taken, from the first up to, not including, the last. One statement
/// for both: a page has four, and reviews are one of them.
pub(super) async fn offers_and_nights(
    db: &impl ConnectionTrait,
    id: Uuid,
    nights: (NaiveDate, NaiveDate),
) -> Result<(Vec<AmenityView>, BTreeSet<NaiveDate>)> {
    let mut both = offers(id);
    both.union(UnionType::All, nights_as_offers(id, nights))
        .order_by("folded", Order::Asc);
    let (mut offers, mut taken) = (Vec::new(), BTreeSet::new());
    for row in db.query_all(&both).await? {
        match row.try_get::<Option<NaiveDate>>("", "night")? {
            Some(night) => {
                taken.insert(night);
            }
            None => offers.push(AmenityView::from_query_result(&row, "")?),
        }
    }
    Ok((offers, taken))
}

fn offers(id: Uuid) -> SelectStatement {
    let offered = listing_amenities::Entity::find()
        .select_only()
        .column(listing_amenities::Column::AmenityId)
        .filter(listing_amenities::Column::ListingId.eq(id))
        .into_query();
    amenities::Entity::find()
        .select_only()
        .expr_as(Keyword::Null, "night")
        .columns([
            amenities::Column::Slug,
            amenities::Column::Name,
            amenities::Column::Icon,
            amenities::Column::Folded,
        ])
        .filter(amenities::Column::Id.in_subquery(offered))
        .into_query()
}

/// With as many columns as an offer has.
fn nights_as_offers(id: Uuid, nights: (NaiveDate, NaiveDate)) -> SelectStatement {
    taken(id, nights)
        .expr(Keyword::Null)
        .expr(Keyword::Null)
        .expr(Keyword::Null)
        .expr(Keyword::Null)
        .into_query()
}

/// Its pictures in their order. One statement.
pub(super) async fn photos(db: &impl ConnectionTrait, id: Uuid) -> Result<Vec<photos::Model>> {
    Ok(photos::Entity::find()
        .filter(photos::Column::ListingId.eq(id))
        .order_by_asc(photos::Column::Position)
        .order_by_asc(photos::Column::Id)
        .all(db)
        .await?)
}
