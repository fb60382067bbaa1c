//! What a home can offer.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "amenities")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// In URLs.
    pub slug: String,
    pub name: String,
    /// For finding the same amenity under another spelling.
    pub folded: String,
    pub description: String,
    pub icon: String,
    pub created_at: DateTimeUtc,
    /// How many there are, as clients of the replaced system say it.
    pub number: Option<u32>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
