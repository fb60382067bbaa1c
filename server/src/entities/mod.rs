//! SeaORM entities, one module for each table; the columns' meaning stands here, their widths in `migration`.
//!
//! Keys and unique columns are what the rules rest on; there are no foreign keys in the database.

pub mod amenities;
pub mod blocks;
pub mod booking_events;
pub mod bookings;
pub mod disputes;
pub mod email_links;
pub mod exchange_rates;
pub mod fingerprints;
pub mod idempotency_keys;
pub mod imports;
pub mod ledger_entries;
pub mod legacy_ids;
pub mod listing_amenities;
pub mod listings;
pub mod mails;
pub mod nights;
pub mod outbox;
pub mod payments;
pub mod payouts;
pub mod personal_tokens;
pub mod photos;
pub mod places;
pub mod quotes;
pub mod rate_counts;
pub mod refresh_tokens;
pub mod refunds;
pub mod reports;
pub mod reviews;
pub mod sandbox_disputes;
pub mod sandbox_events;
pub mod sandbox_faults;
pub mod sandbox_intents;
pub mod sandbox_refunds;
pub mod sessions;
pub mod users;
pub mod webhook_events;
