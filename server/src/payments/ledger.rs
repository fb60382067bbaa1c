//! The ledger: every movement of money as entries of five accounts that sum to zero, never changed afterwards.
//!
//! An amount above zero is what we owe to the account. Money that the provider holds for us stands below zero at
//! `provider`; a guest who has paid and is owed nothing stands at zero.

mod kinds;
mod sums;

use chrono::{DateTime, Utc};
use domain::{cancellation::Back, pricing::Shares};
use sea_orm::{ActiveModelTrait, ConnectionTrait, EntityTrait, IntoActiveModel};
use uuid::Uuid;

use crate::{
    Error, Result,
    bookings::records,
    entities::{bookings, ledger_entries},
};

pub use kinds::Kind;
pub(crate) use sums::{sums, sums_in};

/// An amount for each account, in minor units; of one transaction they sum to zero.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Accounts {
    pub guest: i64,
    pub host: i64,
    pub platform: i64,
    pub tax: i64,
    pub provider: i64,
}

/// One movement of money of one booking.
pub(crate) struct Transaction<'a> {
    /// What moved it: the same source cannot move the same kind twice, that would break the primary key.
    pub source: Uuid,
    pub kind: Kind,
    pub booking: Uuid,
    pub currency: &'a str,
    pub amounts: Accounts,
    pub at: DateTime<Utc>,
}

impl Accounts {
    /// Each account with its name and amount.
    pub fn each(&self) -> [(&'static str, i64); 5] {
        [
            ("guest", self.guest),
            ("host", self.host),
            ("platform", self.platform),
            ("tax", self.tax),
            ("provider", self.provider),
        ]
    }

    /// Adds to the account of this name; other names are nobody's.
    pub(super) fn add(&mut self, account: &str, amount: i64) {
        match account {
            "guest" => self.guest += amount,
            "host" => self.host += amount,
            "platform" => self.platform += amount,
            "tax" => self.tax += amount,
            "provider" => self.provider += amount,
            _ => {}
        }
    }

    /// The guest pays the provider; below zero, the provider pays the guest.
    pub(super) fn paid(amount: i64) -> Self {
        Self {
            guest: amount,
            provider: -amount,
            ..Self::default()
        }
    }

    /// What a stay costs its guest, and whose it is.
    fn charged(shares: Shares) -> Self {
        Self {
            guest: -(shares.host + shares.platform + shares.tax),
            host: shares.host,
            platform: shares.platform,
            tax: shares.tax,
            provider: 0,
        }
    }

    /// What is owed to the guest again, and out of whose share.
    pub(super) fn owed(back: &Back) -> Self {
        Self {
            guest: back.total,
            host: -back.host,
            platform: -back.platform,
            tax: -back.tax,
            provider: 0,
        }
    }

    /// The loss of a stay's money is its host's.
    pub(super) fn lost(amount: i64) -> Self {
        Self {
            guest: amount,
            host: -amount,
            ..Self::default()
        }
    }
}

impl Transaction<'_> {
    /// The rows of it; an account that nothing happens to has none.
    pub(crate) fn entries(&self) -> Vec<ledger_entries::Model> {
        let moved = self.amounts.each().into_iter();
        let moved = moved.filter(|(_, amount)| *amount != 0);
        moved
            .map(|(account, amount)| ledger_entries::Model {
                transaction_id: Uuid::new_v5(&self.source, self.kind.as_str().as_bytes()),
                account: account.to_owned(),
                kind: self.kind.as_str().to_owned(),
                booking_id: self.booking,
                currency: self.currency.to_owned(),
                amount,
                at: self.at,
            })
            .collect()
    }
}

/// Writes the transaction; one that moves nothing leaves no row.
///
/// # Errors
/// `Internal` when its amounts do not sum to zero, and the database's when the same source moved the same before.
pub(crate) async fn write(conn: &impl ConnectionTrait, moved: &Transaction<'_>) -> Result<()> {
    let sum: i64 = moved.amounts.each().iter().map(|(_, amount)| amount).sum();
    if sum != 0 {
        let kind = moved.kind.as_str();
        return Err(Error::Internal(format!(
            "a {kind} of booking {} does not sum to zero: {sum}",
            moved.booking
        )));
    }
    let entries = moved.entries();
    if entries.is_empty() {
        return Ok(());
    }
    let rows = entries
        .into_iter()
        .map(|entry| entry.into_active_model().reset_all());
    ledger_entries::Entity::insert_many(rows)
        .exec_without_returning(conn)
        .await?;
    Ok(())
}

/// Writes what the stay costs and whose it is, and that the guest has paid it. A second charge of the same booking
/// breaks the primary key, and with it the transaction.
pub(crate) async fn charge(
    conn: &impl ConnectionTrait,
    booking: &bookings::Model,
    now: DateTime<Utc>,
) -> Result<()> {
    let shares = records::quote(conn, booking).await?.shares();
    for moved in charges(booking, shares, now) {
        write(conn, &moved).await?;
    }
    Ok(())
}

/// The opening entry of a stay that the replaced system was paid for: what it took is its host's, who got it there.
pub(crate) fn imported(booking: &bookings::Model) -> Transaction<'_> {
    Transaction {
        source: booking.id,
        kind: Kind::Imported,
        booking: booking.id,
        currency: &booking.currency,
        amounts: Accounts {
            host: booking.total,
            provider: -booking.total,
            ..Accounts::default()
        },
        at: booking.created_at,
    }
}

/// The two transactions of a stay that was paid for.
pub(crate) fn charges(
    booking: &bookings::Model,
    shares: Shares,
    at: DateTime<Utc>,
) -> [Transaction<'_>; 2] {
    let moved = |kind, amounts| Transaction {
        source: booking.id,
        kind,
        booking: booking.id,
        currency: &booking.currency,
        amounts,
        at,
    };
    [
        moved(Kind::Charge, Accounts::charged(shares)),
        moved(Kind::Payment, Accounts::paid(booking.total)),
    ]
}

/// The two transactions of a refund that has arrived.
pub(crate) fn refunds<'a>(
    booking: &'a bookings::Model,
    refund: Uuid,
    back: &Back,
    at: DateTime<Utc>,
) -> [Transaction<'a>; 2] {
    let moved = |kind, amounts| Transaction {
        source: refund,
        kind,
        booking: booking.id,
        currency: &booking.currency,
        amounts,
        at,
    };
    [
        moved(Kind::RefundDue, Accounts::owed(back)),
        moved(Kind::Refund, Accounts::paid(-back.total)),
    ]
}
