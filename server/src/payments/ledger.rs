//! The ledger: every movement of money as entries that sum to zero, never changed afterwards.

use chrono::{DateTime, Utc};
use sea_orm::{ActiveModelTrait, ConnectionTrait, EntityTrait, IntoActiveModel};
use uuid::Uuid;

use crate::{
    Result,
    entities::{bookings, ledger_entries},
};

/// Writes that the guest paid the total and that it is owed to the host. The entries' ids are derived from the
/// booking, so that a second charge of the same booking breaks the primary key and with it the transaction.
pub(crate) async fn charge(
    conn: &impl ConnectionTrait,
    booking: &bookings::Model,
    now: DateTime<Utc>,
) -> Result<()> {
    let entries = charged(booking, now).map(|entry| entry.into_active_model().reset_all());
    ledger_entries::Entity::insert_many(entries)
        .exec_without_returning(conn)
        .await?;
    Ok(())
}

/// The entries of a charge.
pub(crate) fn charged(booking: &bookings::Model, at: DateTime<Utc>) -> [ledger_entries::Model; 2] {
    moved(booking, "charge", booking.total, at)
}

/// The entries of a refund of `amount`, in minor units: the guest gets back what the host was owed.
pub(crate) fn refunded(
    booking: &bookings::Model,
    amount: i64,
    at: DateTime<Utc>,
) -> [ledger_entries::Model; 2] {
    moved(booking, "refund", -amount, at)
}

/// From the guest to the host; the other way when `amount` is negative.
fn moved(
    booking: &bookings::Model,
    kind: &str,
    amount: i64,
    at: DateTime<Utc>,
) -> [ledger_entries::Model; 2] {
    [("guest", -amount), ("host", amount)].map(|(account, amount)| ledger_entries::Model {
        transaction_id: Uuid::new_v5(&booking.id, kind.as_bytes()),
        account: account.to_owned(),
        kind: kind.to_owned(),
        booking_id: booking.id,
        currency: booking.currency.clone(),
        amount,
        at,
    })
}
