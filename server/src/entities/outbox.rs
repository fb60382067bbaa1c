//! Effects to be done outside, once each: written with what causes them, done by a leased worker.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "outbox")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub kind: String,
    pub booking_id: Option<Uuid>,
    /// Unique: asking twice for the same effect is one effect.
    pub dedupe_key: String,
    /// JSON.
    pub payload: String,
    /// `pending`, `done` or `dead`.
    pub state: String,
    pub attempts: u32,
    pub run_at: DateTimeUtc,
    pub lease_owner: Option<Uuid>,
    pub lease_until: Option<DateTimeUtc>,
    /// Grows with each lease: a worker that lost its lease cannot finish.
    pub fence: i64,
    pub last_error: Option<String>,
    pub created_at: DateTimeUtc,
    pub done_at: Option<DateTimeUtc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
