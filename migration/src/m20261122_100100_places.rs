//! Places, and the rates that compare prices between them.

use sea_orm_migration::{
    async_trait,
    prelude::{DbErr, DeriveMigrationName, MigrationTrait, SchemaManager},
};

use crate::{
    schema::{big, count, date, float, string, uuid},
    table::Table,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        Table::new("places")
            .columns([
                uuid("id"),
                string("kind", 16),
                string("name", 160),
                string("folded", 160),
                string("path", 400),
                string("country_code", 2),
                uuid("parent_id").null(),
                float("latitude"),
                float("longitude"),
                string("timezone", 64).null(),
                count("listings"),
            ])
            .primary_key(&["id"])
            .index(&["folded"])
            .index(&["path"])
            .index(&["parent_id"])
            .create(manager)
            .await?;
        Table::new("exchange_rates")
            .columns([string("currency", 3), big("rate_micro"), date("as_of")])
            .primary_key(&["currency"])
            .create(manager)
            .await?;
        Ok(())
    }
}
