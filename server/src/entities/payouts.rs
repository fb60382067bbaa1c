//! What the site's owner has paid to hosts; what is due is reckoned from the ledger.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "payouts")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub booking_id: Uuid,
    pub host_id: Uuid,
    pub currency: String,
    /// Minor units.
    pub amount: i64,
    pub paid_at: DateTimeUtc,
    pub paid_by: Uuid,
    pub note: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
