//! What hosting adds: drawn pictures, a cover that cards can show without another statement, archived homes, and the terms
//! that a booking keeps.

use sea_orm_migration::{
    async_trait,
    prelude::{DbErr, DeriveMigrationName, MigrationTrait, SchemaManager},
};

use crate::{
    schema::{big, count, instant, string, text},
    table,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let photos = [string("drawing", 80).null(), big("bytes").null()];
        table::extend(manager, "photos", photos).await?;
        let listings = [
            string("cover_alt", 300).null(),
            string("cover_placeholder", 600).null(),
            string("cover_drawing", 80).null(),
            string("cover_widths", 40).null(),
            instant("archived_at").null(),
        ];
        table::extend(manager, "listings", listings).await?;
        let bookings = [
            count("check_out_minutes").null(),
            text("house_rules").null(),
        ];
        table::extend(manager, "bookings", bookings).await?;
        table::add_index(manager, "bookings", &["host_id", "check_in"]).await
    }
}
