//! Homes, ours and imported. All that search and cards read is on this one row.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "listings")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// None: imported, belongs to nobody.
    pub owner_id: Option<Uuid>,
    pub source: Option<String>,
    pub source_id: Option<String>,
    pub source_url: Option<String>,
    pub source_licence: Option<String>,
    /// The source's; imported homes only.
    pub host_name: Option<String>,
    /// `domain::listings::Status`.
    pub status: String,
    pub version: u32,
    pub title: String,
    pub description: String,
    /// `domain::listings::Kind`.
    pub kind: String,
    /// `domain::listings::Property`.
    pub property: String,
    pub country_id: Uuid,
    pub city_id: Uuid,
    pub neighbourhood_id: Option<Uuid>,
    pub address: String,
    /// Exact; coarsened before a stranger sees it.
    pub latitude: f64,
    pub longitude: f64,
    /// IANA; "today" is counted here.
    pub timezone: String,
    pub capacity: u32,
    pub bedrooms: u32,
    pub beds: u32,
    /// Bathrooms times two.
    pub half_baths: u32,
    pub currency: String,
    /// JSON of `domain::pricing::Pricing`, in minor units of `currency`.
    pub pricing: String,
    /// Approximate, minor units of the reference currency.
    pub nightly_ref: i64,
    /// Fixed charges of a stay, minor units of the reference currency.
    pub fixed_ref: i64,
    /// Per night of the shortest stay, all in, minor units of the reference currency.
    pub shortest_ref: i64,
    pub min_nights: u32,
    pub max_nights: u32,
    /// Minutes since midnight.
    pub check_in_from: u32,
    /// Minutes since midnight.
    pub check_in_until: u32,
    /// Minutes since midnight.
    pub check_out_by: u32,
    /// Minutes since midnight: until then a stay may start today.
    pub cutoff: u32,
    /// `domain::cancellation::Policy`.
    pub policy: String,
    pub instant_book: bool,
    pub house_rules: String,
    pub arrival_notes: String,
    pub registration: Option<String>,
    /// Hundredths.
    pub rating: Option<i32>,
    pub review_count: u32,
    /// Hundredths; the source's own.
    pub source_rating: Option<i32>,
    pub source_review_count: u32,
    /// The photo shown on cards.
    pub cover: Option<Uuid>,
    /// Recommended order, higher first.
    pub rank: i64,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
    pub published_at: Option<DateTimeUtc>,
    /// Says what the cover shows.
    pub cover_alt: Option<String>,
    /// A data URI of a tiny picture, shown while the cover loads.
    pub cover_placeholder: Option<String>,
    /// What the cover is drawn from (`crate::drawings`). None: uploaded, or there is no cover.
    pub cover_drawing: Option<String>,
    /// The uploaded cover's `photos.widths`.
    pub cover_widths: Option<String>,
    pub archived_at: Option<DateTimeUtc>,
    /// When the home came from the replaced system.
    pub imported_at: Option<DateTimeUtc>,
    /// When its host confirmed what the import had assumed.
    pub confirmed_at: Option<DateTimeUtc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    #[sea_orm(
        belongs_to = "super::users::Entity",
        from = "Column::OwnerId",
        to = "super::users::Column::Id"
    )]
    Owner,
    #[sea_orm(
        belongs_to = "super::places::Entity",
        from = "Column::CityId",
        to = "super::places::Column::Id"
    )]
    City,
}

impl Related<super::users::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Owner.def()
    }
}

impl Related<super::places::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::City.def()
    }
}

impl ActiveModelBehavior for ActiveModel {}
