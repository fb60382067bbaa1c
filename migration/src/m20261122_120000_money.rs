//! What requests, cancelling, refunds, disputes, payouts and mail add.

use sea_orm_migration::{
    async_trait,
    prelude::{DbErr, DeriveMigrationName, MigrationTrait, SchemaManager},
};

use crate::{
    schema::{big, boolean, bytes, count, date, instant, string, text, uuid},
    table::{self, Table},
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        bookings(manager).await?;
        refunds(manager).await?;
        payouts(manager).await?;
        mail(manager).await?;
        sandbox(manager).await
    }
}

async fn bookings(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let bookings = [
        boolean("instant_book").null(),
        count("check_in_until").null(),
        instant("respond_by").null(),
        instant("cancel_asked_at").null(),
        string("cancel_asked_by", 16).null(),
        string("cancel_reason", 300).null(),
        instant("disputed_at").null(),
    ];
    table::extend(manager, "bookings", bookings).await?;
    table::add_index(manager, "bookings", &["state", "respond_by"]).await?;
    table::extend(manager, "quotes", [text("rules").null()]).await?;
    table::extend(manager, "payments", [big("disputed").null()]).await?;
    let events = [
        string("provider", 16).null(),
        string("object_id", 120).null(),
        instant("handled_at").null(),
    ];
    table::extend(manager, "webhook_events", events).await
}

async fn refunds(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    Table::new("refunds")
        .columns([
            uuid("id"),
            uuid("booking_id"),
            string("intent_id", 120),
            big("amount"),
            string("currency", 3),
            big("host_part"),
            big("platform_part"),
            big("tax_part"),
            string("origin", 16),
            string("reason", 300),
            string("asked_by", 16),
            uuid("asked_by_id").null(),
            string("state", 16),
            string("provider_id", 120).null(),
            text("failure").null(),
            count("version"),
            instant("created_at"),
            instant("settled_at").null(),
        ])
        .primary_key(&["id"])
        .unique(&["provider_id"])
        .index(&["booking_id"])
        .index(&["state", "created_at"])
        .create(manager)
        .await?;
    Table::new("disputes")
        .columns([
            string("id", 120),
            uuid("booking_id"),
            big("amount"),
            string("currency", 3),
            string("status", 24),
            string("reason", 120),
            boolean("refundable"),
            instant("opened_at"),
            instant("closed_at").null(),
        ])
        .primary_key(&["id"])
        .index(&["booking_id"])
        .create(manager)
        .await
}

async fn payouts(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    Table::new("payouts")
        .columns([
            uuid("booking_id"),
            uuid("host_id"),
            string("currency", 3),
            big("amount"),
            instant("paid_at"),
            uuid("paid_by"),
            string("note", 300),
        ])
        .primary_key(&["booking_id"])
        .index(&["host_id", "paid_at"])
        .create(manager)
        .await?;
    Table::new("reports")
        .columns([
            uuid("id"),
            string("kind", 24),
            date("day"),
            count("checked"),
            count("differences"),
            text("body"),
            instant("at"),
        ])
        .primary_key(&["id"])
        .unique(&["kind", "day"])
        .create(manager)
        .await
}

async fn mail(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    table::extend(manager, "users", [instant("email_confirmed_at").null()]).await?;
    Table::new("email_links")
        .columns([
            bytes("id_hash", 32),
            uuid("user_id"),
            string("purpose", 16),
            string("email", 254),
            instant("expires_at"),
            instant("used_at").null(),
            instant("created_at"),
        ])
        .primary_key(&["id_hash"])
        .index(&["user_id"])
        .create(manager)
        .await?;
    Table::new("mails")
        .columns([
            uuid("id"),
            string("recipient", 254),
            string("subject", 300),
            text("body"),
            instant("created_at"),
        ])
        .primary_key(&["id"])
        .index(&["created_at"])
        .create(manager)
        .await
}

async fn sandbox(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let intents = [
        string("client_secret", 120).null(),
        string("payment_method", 64).null(),
    ];
    table::extend(manager, "sandbox_intents", intents).await?;
    table::extend(manager, "sandbox_events", [string("object_id", 64).null()]).await?;
    Table::new("sandbox_refunds")
        .columns([
            string("id", 64),
            string("idempotency_key", 120),
            string("intent_id", 64),
            uuid("refund_id").null(),
            big("amount"),
            string("status", 24),
            string("failure", 120).null(),
            instant("created_at"),
            instant("updated_at"),
        ])
        .primary_key(&["id"])
        .unique(&["idempotency_key"])
        .index(&["intent_id"])
        .create(manager)
        .await?;
    Table::new("sandbox_disputes")
        .columns([
            string("id", 64),
            string("intent_id", 64),
            big("amount"),
            string("status", 24),
            string("reason", 120),
            instant("created_at"),
            instant("updated_at"),
        ])
        .primary_key(&["id"])
        .index(&["intent_id"])
        .create(manager)
        .await?;
    Table::new("sandbox_faults")
        .columns([
            uuid("id"),
            string("operation", 24),
            string("mode", 16),
            count("remaining"),
            count("millis"),
            instant("created_at"),
        ])
        .primary_key(&["id"])
        .index(&["operation"])
        .create(manager)
        .await
}
