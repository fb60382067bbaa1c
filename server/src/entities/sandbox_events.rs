//! The Sandbox provider's own books: webhooks to be delivered.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "sandbox_events")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    pub intent_id: String,
    pub kind: String,
    pub delivered_at: Option<DateTimeUtc>,
    pub attempts: u32,
    pub created_at: DateTimeUtc,
    /// The refund or dispute that the event is about; none when it is the payment.
    pub object_id: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    #[sea_orm(
        belongs_to = "super::sandbox_intents::Entity",
        from = "Column::IntentId",
        to = "super::sandbox_intents::Column::Id"
    )]
    Intent,
}

impl Related<super::sandbox_intents::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Intent.def()
    }
}

impl ActiveModelBehavior for ActiveModel {}
