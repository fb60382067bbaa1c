//! What the ledger says of one booking.

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};

use uuid::Uuid;

use super::{Accounts, Kind};
use crate::{
    Result,
    entities::{bookings, ledger_entries},
};

/// The sums of a booking's entries in one currency.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Sums {
    /// Of every entry.
    pub balance: Accounts,
    /// Of what was earned: without what was paid out.
    pub earned: Accounts,
    /// What the provider has of this booking: captured, less what went back and what disputes took.
    pub at_provider: i64,
}

impl Sums {
    pub(crate) fn of(entries: &[ledger_entries::Model]) -> Self {
        let mut sums = Self::default();
        for entry in entries {
            sums.balance.add(&entry.account, entry.amount);
            let kind = Kind::parse(&entry.kind);
            if !matches!(kind, Some(Kind::Payout | Kind::PayoutKept)) {
                sums.earned.add(&entry.account, entry.amount);
            }
            let moved = kind.is_some_and(|kind| Kind::AT_PROVIDER.contains(&kind));
            if moved && entry.account == "provider" {
                sums.at_provider -= entry.amount;
            }
        }
        sums
    }
}

/// As they are now; in a transaction that has locked the booking nobody changes them until its end.
pub(crate) async fn sums(conn: &impl ConnectionTrait, booking: &bookings::Model) -> Result<Sums> {
    sums_in(conn, booking.id, &booking.currency).await
}

/// The same in any currency: a payment that was not the booking's may have had another.
pub(crate) async fn sums_in(
    conn: &impl ConnectionTrait,
    booking: Uuid,
    currency: &str,
) -> Result<Sums> {
    let entries = ledger_entries::Entity::find()
        .filter(ledger_entries::Column::BookingId.eq(booking))
        .filter(ledger_entries::Column::Currency.eq(currency))
        .lock_exclusive()
        .all(conn)
        .await?;
    Ok(Sums::of(&entries))
}
