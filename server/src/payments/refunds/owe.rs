//! Owing money to a guest: the refund, the ledger and the effect are one transaction with what causes them.

use chrono::{DateTime, Utc};
use domain::{cancellation::Back, refunds::RefundState};
use sea_orm::{ConnectionTrait, DatabaseTransaction};
use uuid::Uuid;

use super::{Origin, Standing, insert};
use crate::{
    Error, Result,
    bookings::{By, records},
    entities::{bookings, refunds},
    payments::{
        effects,
        ledger::{self, Accounts, Kind, Transaction},
    },
};

/// How much of the payment can still be promised to the guest, in minor units: captured, less what went back, is owed
/// already, or was lost in a dispute. Of a booking whose money was not taken yet, its total.
pub async fn left(conn: &impl ConnectionTrait, booking: &bookings::Model) -> Result<i64> {
    let standing = Standing::of(conn, booking).await?;
    Ok(match standing.captured {
        0 => booking.total,
        _ => standing.free(),
    })
}

/// Owes the guest what a cancellation gives back, and sends it; of a stay that the replaced system was paid for, the site's owner
/// gives it back by hand. Never more than [`left`]. The refund's id, or none when
/// nothing goes back. The transaction has locked the booking, and the ledger has its charge.
///
/// # Errors
/// The database's, and `Internal` for a booking whose payment the provider does not know.
pub async fn owe(
    txn: &DatabaseTransaction,
    booking: &bookings::Model,
    back: &Back,
    origin: Origin,
    reason: &str,
    by: By,
    now: DateTime<Utc>,
) -> Result<Option<Uuid>> {
    let standing = Standing::of(txn, booking).await?;
    let back = at_most(back, standing.free());
    if back.total <= 0 {
        return Ok(None);
    }
    let refund = Refund {
        amount: back.total,
        back,
        origin,
        reason,
        by,
    };
    refund.queue(txn, booking, now).await.map(Some)
}

/// A new refund.
pub(super) struct Refund<'a> {
    /// Minor units of the booking's currency.
    pub amount: i64,
    /// What of it is owed only from now on; the rest was owed before.
    pub back: Back,
    pub origin: Origin,
    pub reason: &'a str,
    pub by: By,
}

impl Refund<'_> {
    /// Writes it, with the ledger and the effect that sends it.
    pub(super) async fn queue(
        &self,
        txn: &DatabaseTransaction,
        booking: &bookings::Model,
        now: DateTime<Utc>,
    ) -> Result<Uuid> {
        let (intent, state) = how(txn, booking).await?;
        let refund = refunds::Model {
            state: state.as_str().to_owned(),
            ..self.row(Uuid::new_v4(), booking.id, intent, &booking.currency, now)
        };
        write_due(txn, &refund, &self.back, now).await?;
        if state == RefundState::Queued {
            effects::refund(txn, &refund, now).await?;
        }
        let id = refund.id;
        insert(txn, refund).await?;
        Ok(id)
    }

    /// Its row, before anybody has sent it.
    pub(super) fn row(
        &self,
        id: Uuid,
        booking: Uuid,
        intent: String,
        currency: &str,
        now: DateTime<Utc>,
    ) -> refunds::Model {
        refunds::Model {
            id,
            booking_id: booking,
            intent_id: intent,
            amount: self.amount,
            currency: currency.to_owned(),
            host_part: self.back.host,
            platform_part: self.back.platform,
            tax_part: self.back.tax,
            origin: self.origin.as_str().to_owned(),
            reason: self.reason.to_owned(),
            asked_by: self.by.who().as_str().to_owned(),
            asked_by_id: self.by.id(),
            state: RefundState::Queued.as_str().to_owned(),
            provider_id: None,
            failure: None,
            version: 1,
            created_at: now,
            settled_at: None,
        }
    }
}

/// The payment to refund, and whether its provider does it or somebody by hand.
async fn how(
    txn: &DatabaseTransaction,
    booking: &bookings::Model,
) -> Result<(String, RefundState)> {
    if booking.imported {
        return Ok((String::new(), RefundState::ByHand));
    }
    let unknown = || Error::Internal(format!("booking {} has no payment", booking.id));
    let payment = records::payment_locked(txn, booking.id).await?;
    let intent = payment.intent_id.ok_or_else(unknown)?;
    Ok((intent, RefundState::Queued))
}

/// Writes what is owed from now on, and out of whose share.
pub(super) async fn write_due(
    txn: &DatabaseTransaction,
    refund: &refunds::Model,
    back: &Back,
    now: DateTime<Utc>,
) -> Result<()> {
    let due = Transaction {
        source: refund.id,
        kind: Kind::RefundDue,
        booking: refund.booking_id,
        currency: &refund.currency,
        amounts: Accounts::owed(back),
        at: now,
    };
    ledger::write(txn, &due).await
}

/// The same in the same proportions, when there is not so much left.
fn at_most(back: &Back, left: i64) -> Back {
    if back.total <= left {
        return *back;
    }
    let whole = i128::from(back.total.max(1));
    let part =
        |share: i64| i64::try_from(i128::from(share) * i128::from(left) / whole).unwrap_or(0);
    let (platform, tax) = (part(back.platform), part(back.tax));
    Back {
        total: left,
        host: left - platform - tax,
        platform,
        tax,
    }
}
