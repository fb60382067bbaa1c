//! The ledger: every movement of money as entries that sum to zero, never changed afterwards.

use chrono::{DateTime, Utc};
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait};
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
    let transaction = Uuid::new_v5(&booking.id, b"charge");
    let entries = [("guest", -booking.total), ("host", booking.total)].map(|(account, amount)| {
        ledger_entries::ActiveModel {
            transaction_id: Set(transaction),
            account: Set(account.to_owned()),
            kind: Set("charge".to_owned()),
            booking_id: Set(booking.id),
            currency: Set(booking.currency.clone()),
            amount: Set(amount),
            at: Set(now),
        }
    });
    ledger_entries::Entity::insert_many(entries)
        .exec_without_returning(conn)
        .await?;
    Ok(())
}
