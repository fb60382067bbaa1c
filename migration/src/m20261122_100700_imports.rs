//! What came from elsewhere, and under which ids.

use sea_orm_migration::{
    async_trait,
    prelude::{DbErr, DeriveMigrationName, MigrationTrait, SchemaManager},
};

use crate::{
    schema::{count, instant, string, uuid},
    table::Table,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        Table::new("legacy_ids")
            .columns([string("kind", 24), string("old_id", 100), uuid("id")])
            .primary_key(&["kind", "old_id"])
            .index(&["id"])
            .create(manager)
            .await?;
        Table::new("imports")
            .columns([
                uuid("id"),
                string("source", 40),
                string("file", 300),
                count("rows"),
                count("accepted"),
                count("refused"),
                instant("at"),
            ])
            .primary_key(&["id"])
            .create(manager)
            .await?;
        Ok(())
    }
}
