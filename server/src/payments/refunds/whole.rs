//! Giving back all of a payment that is not the booking's.

use chrono::{DateTime, Utc};
use domain::{cancellation::Back, money::Currency};
use sea_orm::{DatabaseTransaction, EntityTrait, QuerySelect};
use uuid::Uuid;

use super::{Origin, insert, owe::Refund};
use crate::{
    Result,
    bookings::By,
    entities::{bookings, refunds},
    payments::{
        Intent, effects,
        ledger::{self, Accounts, Kind, Transaction},
        units,
    },
};

async fn is_known(txn: &DatabaseTransaction, id: Uuid) -> Result<bool> {
    let known = refunds::Entity::find_by_id(id).lock_exclusive();
    Ok(known.one(txn).await?.is_some())
}

/// Gives back all that was captured of a payment that does not match its booking, or whose booking had ended: nothing
/// was charged for, so all of it is the guest's. Once for each payment, however often it is asked for.
pub async fn whole(
    txn: &DatabaseTransaction,
    booking: &bookings::Model,
    intent: &Intent,
    reason: &str,
    now: DateTime<Utc>,
) -> Result<()> {
    let currency = Currency::parse(&intent.currency)?;
    let captured = units::from_provider(intent.captured, currency);
    let id = Uuid::new_v5(&booking.id, intent.id.as_bytes());
    if captured <= 0 || is_known(txn, id).await? {
        return Ok(());
    }
    let paid = Transaction {
        source: id,
        kind: Kind::Payment,
        booking: booking.id,
        currency: currency.code(),
        amounts: Accounts::paid(captured),
        at: now,
    };
    ledger::write(txn, &paid).await?;
    let refund = Refund {
        amount: captured,
        back: Back::default(),
        origin: Origin::Mismatch,
        reason,
        by: By::System,
    };
    let refund = refund.row(id, booking.id, intent.id.clone(), currency.code(), now);
    effects::refund(txn, &refund, now).await?;
    insert(txn, refund).await
}
