//! What the Sandbox is told to do wrong, for tests.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "sandbox_faults")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// "create", "capture", "cancel", "refund", "retrieve" or "webhook".
    pub operation: String,
    /// "late", "lost", "doubled" or "down".
    pub mode: String,
    /// How many more times.
    pub remaining: u32,
    /// How late, in milliseconds.
    pub millis: u32,
    pub created_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
