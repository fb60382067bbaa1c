//! Users and their sessions.

use sea_orm_migration::{
    async_trait,
    prelude::{DbErr, DeriveMigrationName, MigrationTrait, SchemaManager},
};

use crate::{
    schema::{boolean, bytes, count, instant, string, text, uuid},
    table::Table,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        Table::new("users")
            .columns([
                uuid("id"),
                string("email", 254),
                string("password_hash", 255),
                string("first_name", 60),
                string("last_name", 60),
                string("phone", 40).null(),
                string("home_location", 120).null(),
                text("about").null(),
                boolean("is_admin"),
                boolean("is_demo"),
                count("version"),
                instant("created_at"),
                instant("updated_at"),
                instant("archived_at").null(),
            ])
            .primary_key(&["id"])
            .unique(&["email"])
            .create(manager)
            .await?;
        Table::new("sessions")
            .columns([
                bytes("id_hash", 32),
                uuid("user_id").null(),
                text("data"),
                instant("created_at"),
                instant("expires_at"),
            ])
            .primary_key(&["id_hash"])
            .index(&["user_id"])
            .index(&["expires_at"])
            .create(manager)
            .await?;
        Ok(())
    }
}
