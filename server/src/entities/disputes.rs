//! Payments that a guest's bank disputes.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "disputes")]
pub struct Model {
    /// The provider's.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    pub booking_id: Uuid,
    /// Minor units.
    pub amount: i64,
    pub currency: String,
    /// "open", "won" or "lost".
    pub status: String,
    pub reason: String,
    /// Whether the provider still allows refunds of the payment.
    pub refundable: bool,
    pub opened_at: DateTimeUtc,
    pub closed_at: Option<DateTimeUtc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
