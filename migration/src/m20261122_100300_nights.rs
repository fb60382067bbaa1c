//! The calendar: taken nights and hosts' blocks.

use sea_orm_migration::{
    async_trait,
    prelude::{DbErr, DeriveMigrationName, MigrationTrait, SchemaManager},
};

use crate::{
    schema::{date, instant, string, uuid},
    table::Table,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        Table::new("nights")
            .columns([
                uuid("listing_id"),
                date("night"),
                uuid("booking_id").null(),
                uuid("block_id").null(),
                string("kind", 8),
            ])
            .primary_key(&["listing_id", "night"])
            .index(&["booking_id"])
            .index(&["block_id"])
            .create(manager)
            .await?;
        Table::new("blocks")
            .columns([
                uuid("id"),
                uuid("listing_id"),
                date("first_night"),
                date("last_night"),
                string("note", 300),
                uuid("created_by"),
                instant("created_at"),
            ])
            .primary_key(&["id"])
            .index(&["listing_id", "first_night"])
            .create(manager)
            .await?;
        Ok(())
    }
}
