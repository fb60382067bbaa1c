//! Money on its way back to guests.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "refunds")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub booking_id: Uuid,
    /// The provider's id of the payment; empty when it is given back by hand.
    pub intent_id: String,
    /// Minor units; the three parts add up to it.
    pub amount: i64,
    pub currency: String,
    pub host_part: i64,
    pub platform_part: i64,
    pub tax_part: i64,
    /// "cancellation", "admin", "mismatch" or "provider" (made in its dashboard).
    pub origin: String,
    pub reason: String,
    /// "guest", "host" or "system".
    pub asked_by: String,
    pub asked_by_id: Option<Uuid>,
    /// "queued", "pending", "succeeded", "failed" or "by_hand".
    pub state: String,
    /// The provider's id, once it has one.
    pub provider_id: Option<String>,
    /// Why it failed, in the provider's words.
    pub failure: Option<String>,
    /// Every change is a compare-and-set on it.
    pub version: u32,
    pub created_at: DateTimeUtc,
    pub settled_at: Option<DateTimeUtc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
