//! Answers to requests that carried an `Idempotency-Key`, for a day.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "idempotency_keys")]
pub struct Model {
    /// Who asked: a user, or the address of somebody without an account.
    #[sea_orm(primary_key, auto_increment = false)]
    pub owner: String,
    /// SHA-256 of the key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub key_hash: Vec<u8>,
    /// SHA-256 of method, path and body.
    pub request_hash: Vec<u8>,
    /// None while the request is in work.
    pub status: Option<u16>,
    /// JSON.
    pub headers: Option<String>,
    /// At most 64 KB.
    pub body: Option<String>,
    /// Until when whoever is at work may be at work.
    pub leased_until: Option<DateTimeUtc>,
    pub created_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
