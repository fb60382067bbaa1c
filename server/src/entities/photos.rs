//! Pictures of a home, in the order of `position`.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "photos")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub listing_id: Uuid,
    pub position: u32,
    pub alt: String,
    /// Comma-separated pixels, ascending.
    pub widths: String,
    /// A data URI of a tiny picture; empty when there is none.
    pub placeholder: String,
    pub created_at: DateTimeUtc,
    /// What it is drawn from (`crate::drawings`). None: uploaded.
    pub drawing: Option<String>,
    /// Of the files that are stored, in all.
    pub bytes: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    #[sea_orm(
        belongs_to = "super::listings::Entity",
        from = "Column::ListingId",
        to = "super::listings::Column::Id"
    )]
    Listing,
}

impl Related<super::listings::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Listing.def()
    }
}

impl ActiveModelBehavior for ActiveModel {}
