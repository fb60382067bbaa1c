//! What the API adds: tokens, limits, repeated requests, reviews, and what came from the replaced system.

use sea_orm_migration::{
    async_trait,
    prelude::{DbErr, DeriveMigrationName, MigrationTrait, SchemaManager},
};

use crate::{
    schema::{boolean, bytes, count, instant, string, text, uuid},
    table::{self, Table},
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        extend(manager).await?;
        tokens(manager).await?;
        requests(manager).await?;
        reviews(manager).await
    }
}

async fn extend(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let users = [
        count("token_version").zero(),
        instant("banned_at").null(),
        instant("imported_at").null(),
    ];
    table::extend(manager, "users", users).await?;
    let bookings = [
        boolean("imported").zero(),
        boolean("overlaps").zero(),
        instant("claimed_at").null(),
    ];
    table::extend(manager, "bookings", bookings).await?;
    let listings = [
        instant("imported_at").null(),
        instant("confirmed_at").null(),
    ];
    table::extend(manager, "listings", listings).await?;
    table::extend(manager, "amenities", [count("number").null()]).await
}

async fn tokens(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    Table::new("refresh_tokens")
        .columns([
            bytes("id_hash", 32),
            uuid("family"),
            uuid("user_id"),
            count("token_version"),
            instant("issued_at"),
            instant("expires_at"),
            instant("used_at").null(),
            instant("ended_at").null(),
        ])
        .primary_key(&["id_hash"])
        .index(&["family"])
        .index(&["user_id"])
        .index(&["expires_at"])
        .create(manager)
        .await?;
    Table::new("personal_tokens")
        .columns([
            uuid("id"),
            uuid("user_id"),
            string("name", 80),
            bytes("token_hash", 32),
            string("scopes", 300),
            instant("created_at"),
            instant("expires_at").null(),
            instant("last_used_at").null(),
            instant("revoked_at").null(),
        ])
        .primary_key(&["id"])
        .unique(&["token_hash"])
        .index(&["user_id"])
        .create(manager)
        .await
}

async fn requests(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    Table::new("idempotency_keys")
        .columns([
            string("owner", 80),
            bytes("key_hash", 32),
            bytes("request_hash", 32),
            count("status").null(),
            text("headers").null(),
            text("body").null(),
            instant("leased_until").null(),
            instant("created_at"),
        ])
        .primary_key(&["owner", "key_hash"])
        .index(&["created_at"])
        .create(manager)
        .await?;
    Table::new("rate_counts")
        .columns([
            string("bucket", 120),
            instant("window_start"),
            count("count"),
        ])
        .primary_key(&["bucket"])
        .index(&["window_start"])
        .create(manager)
        .await
}

async fn reviews(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    Table::new("reviews")
        .columns([
            uuid("id"),
            uuid("listing_id"),
            uuid("author_id"),
            uuid("booking_id").null(),
            count("rating"),
            text("text"),
            boolean("imported"),
            instant("created_at"),
            instant("updated_at"),
            instant("archived_at").null(),
        ])
        .primary_key(&["id"])
        .unique(&["booking_id"])
        .index(&["listing_id", "created_at"])
        .index(&["author_id"])
        .create(manager)
        .await
}
