//! The Sandbox provider's own books.

use sea_orm_migration::{
    async_trait,
    prelude::{DbErr, DeriveMigrationName, MigrationTrait, SchemaManager},
};

use crate::{
    schema::{big, count, instant, string, uuid},
    table::Table,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        Table::new("sandbox_intents")
            .columns([
                string("id", 64),
                string("idempotency_key", 120),
                uuid("booking_id"),
                big("amount"),
                string("currency", 3),
                string("status", 24),
                string("return_url", 500),
                string("last_error", 120).null(),
                big("captured"),
                big("refunded"),
                instant("created_at"),
                instant("updated_at"),
            ])
            .primary_key(&["id"])
            .unique(&["idempotency_key"])
            .index(&["booking_id"])
            .create(manager)
            .await?;
        Table::new("sandbox_events")
            .columns([
                string("id", 64),
                string("intent_id", 64),
                string("kind", 60),
                instant("delivered_at").null(),
                count("attempts"),
                instant("created_at"),
            ])
            .primary_key(&["id"])
            .index(&["delivered_at", "created_at"])
            .create(manager)
            .await?;
        Ok(())
    }
}
