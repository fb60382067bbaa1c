//! How much of a payment went back, is on its way, is owed, and can still be promised.

use domain::{cancellation::Back, refunds::RefundState};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};

use crate::{
    Result,
    entities::{bookings, disputes, payments, refunds},
    payments::{
        DisputeStatus,
        ledger::{Accounts, sums},
    },
};

/// Where a booking's money stands, in minor units of its currency.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Standing {
    pub captured: i64,
    /// Refunds that arrived.
    pub returned: i64,
    /// Of those, what was given back by hand: it did not come out of the payment.
    pub by_hand: i64,
    /// Refunds that wait or are on their way.
    pub under_way: i64,
    /// What disputes that are open have taken.
    pub disputed: i64,
    /// What disputes that were lost have taken.
    pub lost: i64,
    /// The ledger, without what was paid out.
    pub earned: Accounts,
}

impl Standing {
    /// As it is now. A transaction has locked the booking; a preview need not.
    pub(crate) async fn of(conn: &impl ConnectionTrait, booking: &bookings::Model) -> Result<Self> {
        let mut standing = Self {
            captured: captured(conn, booking).await?,
            earned: sums(conn, booking).await?.earned,
            ..Self::default()
        };
        for refund in of_booking(conn, booking).await? {
            match RefundState::parse(&refund.state) {
                Some(RefundState::Succeeded) => standing.arrived(&refund),
                Some(state) if state.is_open() => standing.under_way += refund.amount,
                _ => {}
            }
        }
        let disputes = disputes::Entity::find()
            .filter(disputes::Column::BookingId.eq(booking.id))
            .lock_exclusive()
            .all(conn)
            .await?;
        for dispute in disputes.into_iter().filter(|dispute| !dispute.refundable) {
            match DisputeStatus::parse(&dispute.status) {
                Some(DisputeStatus::Open) => standing.disputed += dispute.amount,
                Some(DisputeStatus::Lost) => standing.lost += dispute.amount,
                _ => {}
            }
        }
        Ok(standing)
    }

    fn arrived(&mut self, refund: &refunds::Model) {
        self.returned += refund.amount;
        if refund.intent_id.is_empty() {
            self.by_hand += refund.amount;
        }
    }

    /// What is owed to the guest and has not arrived. What an open dispute took comes back to us or was given back by it.
    pub(crate) fn owed(&self) -> i64 {
        (self.earned.guest + self.disputed).max(0)
    }

    /// What is owed to the guest and nobody has sent: refunds that failed.
    pub(crate) fn stuck(&self) -> i64 {
        (self.owed() - self.under_way).max(0)
    }

    /// What of the payment can still be given back at all.
    pub(crate) fn rest(&self) -> i64 {
        (self.captured - self.returned - self.lost).max(0)
    }

    /// What of the payment is still at the provider, and can be taken by a dispute.
    pub(crate) fn at_provider(&self) -> i64 {
        (self.captured - self.returned + self.by_hand - self.lost).max(0)
    }

    /// What can be promised beyond what is owed already.
    pub(crate) fn free(&self) -> i64 {
        (self.rest() - self.owed()).max(0)
    }

    /// Takes an amount out of the three shares, each by how much it still has; what cannot be divided is the host's.
    pub(crate) fn split(&self, amount: i64) -> Back {
        let earned = [self.earned.host, self.earned.platform, self.earned.tax];
        let [host, platform, tax] = earned.map(|share| i128::from(share.max(0)));
        let whole = (host + platform + tax).max(1);
        let part = |share: i128| i64::try_from(i128::from(amount) * share / whole).unwrap_or(0);
        let (platform, tax) = (part(platform), part(tax));
        Back {
            total: amount,
            host: amount - platform - tax,
            platform,
            tax,
        }
    }
}

/// As it is now, also for a transaction that began before the money was taken and waited for the booking.
async fn captured(conn: &impl ConnectionTrait, booking: &bookings::Model) -> Result<i64> {
    let found = payments::Entity::find()
        .filter(payments::Column::BookingId.eq(booking.id))
        .lock_exclusive()
        .one(conn)
        .await?;
    Ok(found.map_or(0, |payment| payment.captured))
}

/// Refunds of what belongs to the booking, in its currency.
async fn of_booking(
    conn: &impl ConnectionTrait,
    booking: &bookings::Model,
) -> Result<Vec<refunds::Model>> {
    Ok(refunds::Entity::find()
        .filter(refunds::Column::BookingId.eq(booking.id))
        .filter(refunds::Column::Currency.eq(&booking.currency))
        .lock_exclusive()
        .all(conn)
        .await?)
}
