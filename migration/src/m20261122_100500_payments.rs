//! Payments, the ledger, the outbox, and webhooks taken in.

use sea_orm_migration::{
    async_trait,
    prelude::{DbErr, DeriveMigrationName, MigrationTrait, SchemaManager},
};

use crate::{
    schema::{big, count, instant, string, text, uuid},
    table::Table,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        Table::new("payments")
            .columns([
                uuid("id"),
                uuid("booking_id"),
                string("provider", 16),
                string("intent_id", 120).null(),
                big("amount"),
                string("currency", 3),
                string("status", 24),
                instant("authorized_at").null(),
                instant("capture_before").null(),
                big("captured"),
                big("refunded"),
                text("last_error").null(),
                count("version"),
                instant("created_at"),
                instant("updated_at"),
            ])
            .primary_key(&["id"])
            .unique(&["booking_id"])
            .unique(&["intent_id"])
            .create(manager)
            .await?;
        Table::new("ledger_entries")
            .columns([
                uuid("transaction_id"),
                string("account", 16),
                string("kind", 24),
                uuid("booking_id"),
                string("currency", 3),
                big("amount"),
                instant("at"),
            ])
            .primary_key(&["transaction_id", "account", "kind"])
            .index(&["booking_id", "at"])
            .create(manager)
            .await?;
        Table::new("outbox")
            .columns([
                uuid("id"),
                string("kind", 40),
                uuid("booking_id").null(),
                string("dedupe_key", 120),
                text("payload"),
                string("state", 8),
                count("attempts"),
                instant("run_at"),
                uuid("lease_owner").null(),
                instant("lease_until").null(),
                big("fence"),
                text("last_error").null(),
                instant("created_at"),
                instant("done_at").null(),
            ])
            .primary_key(&["id"])
            .unique(&["dedupe_key"])
            .index(&["booking_id"])
            .index(&["state", "run_at"])
            .create(manager)
            .await?;
        Table::new("webhook_events")
            .columns([
                string("id", 120),
                string("kind", 60),
                instant("received_at"),
            ])
            .primary_key(&["id"])
            .create(manager)
            .await?;
        Ok(())
    }
}
