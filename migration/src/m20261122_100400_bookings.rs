//! Quotes, bookings and their history.

use sea_orm_migration::{
    async_trait,
    prelude::{DbErr, DeriveMigrationName, MigrationTrait, SchemaManager},
};

use crate::{
    schema::{big, count, date, instant, string, text, uuid},
    table::Table,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        Table::new("quotes")
            .columns([
                uuid("id"),
                uuid("listing_id"),
                uuid("guest_id"),
                date("check_in"),
                date("check_out"),
                count("guests"),
                string("currency", 3),
                big("total"),
                text("lines"),
                count("pricing_version"),
                instant("created_at"),
            ])
            .primary_key(&["id"])
            .index(&["listing_id"])
            .create(manager)
            .await?;
        Table::new("bookings")
            .columns([
                uuid("id"),
                uuid("listing_id"),
                uuid("guest_id"),
                uuid("host_id").null(),
                uuid("quote_id"),
                date("check_in"),
                date("check_out"),
                count("guests"),
                string("state", 16),
                count("version"),
                string("currency", 3),
                big("total"),
                string("timezone", 64),
                count("check_in_minutes"),
                string("policy", 16),
                instant("hold_expires_at"),
                count("declined_cards"),
                instant("confirmed_at").null(),
                instant("ended_at").null(),
                instant("created_at"),
                instant("updated_at"),
            ])
            .primary_key(&["id"])
            .index(&["guest_id", "check_in"])
            .index(&["listing_id", "check_in"])
            .index(&["state", "hold_expires_at"])
            .create(manager)
            .await?;
        Table::new("booking_events")
            .columns([
                uuid("booking_id"),
                count("version"),
                string("from_state", 16),
                string("to_state", 16),
                string("actor_kind", 16),
                uuid("actor_id").null(),
                string("reason", 300),
                instant("at"),
            ])
            .primary_key(&["booking_id", "version"])
            .create(manager)
            .await?;
        Ok(())
    }
}
