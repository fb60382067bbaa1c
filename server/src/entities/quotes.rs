//! Prices as they were promised; never changed.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "quotes")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub listing_id: Uuid,
    pub guest_id: Uuid,
    pub check_in: Date,
    pub check_out: Date,
    pub guests: u32,
    pub currency: String,
    /// Minor units.
    pub total: i64,
    /// JSON of the `domain::pricing::Line`s.
    pub lines: String,
    pub pricing_version: u32,
    pub created_at: DateTimeUtc,
    /// JSON of `domain::pricing::Rules`: what a refund needs besides the lines. None: no tax and no fees.
    pub rules: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
