//! The Sandbox provider's own books: payments.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "sandbox_intents")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    pub idempotency_key: String,
    pub booking_id: Uuid,
    /// Minor units.
    pub amount: i64,
    pub currency: String,
    pub status: String,
    pub return_url: String,
    pub last_error: Option<String>,
    /// Minor units.
    pub captured: i64,
    /// Minor units.
    pub refunded: i64,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
    /// Lets a browser or a script pay without a session.
    pub client_secret: Option<String>,
    /// The test payment method that was used last, "pm_card_visa".
    pub payment_method: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
