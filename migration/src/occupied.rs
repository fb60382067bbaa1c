//! A database that another system lives in is left as it is.

use sea_orm_migration::{MigratorTrait, prelude::SchemaManager, sea_orm::DatabaseConnection};

use crate::{Error, Migrator};

/// Every table of ours, whichever step makes it.
pub const TABLES: [&str; 36] = [
    "amenities",
    "blocks",
    "booking_events",
    "bookings",
    "disputes",
    "email_links",
    "exchange_rates",
    "fingerprints",
    "idempotency_keys",
    "imports",
    "ledger_entries",
    "legacy_ids",
    "listing_amenities",
    "listings",
    "mails",
    "nights",
    "outbox",
    "payments",
    "payouts",
    "personal_tokens",
    "photos",
    "places",
    "quotes",
    "rate_counts",
    "refresh_tokens",
    "refunds",
    "reports",
    "reviews",
    "sandbox_disputes",
    "sandbox_events",
    "sandbox_faults",
    "sandbox_intents",
    "sandbox_refunds",
    "sessions",
    "users",
    "webhook_events",
];

/// Refuses a database that has one of these tables and none of our steps: every step takes a table that is there for its own, and would
/// change it. Our steps are written down before the first table is made, so a start that was interrupted is not refused.
pub async fn check(db: &DatabaseConnection) -> Result<(), Error> {
    let schema = SchemaManager::new(db);
    let steps = Migrator::migration_table_name().to_string();
    if schema.has_table(steps).await? {
        return Ok(());
    }
    for table in TABLES {
        if schema.has_table(table).await? {
            return Err(Error::Occupied);
        }
    }
    Ok(())
}
