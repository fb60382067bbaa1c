//! What the provider says of a refund: ours moves on, and one that we did not make is adopted.

use chrono::{DateTime, Utc};
use domain::{cancellation::Back, refunds::RefundState};
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use super::{
    Origin, Standing, insert,
    owe::{Refund, write_due},
    update,
};
use crate::{
    Error, Result,
    bookings::By,
    entities::{bookings, payments, refunds},
    mail::{self, Mail},
    payments::{
        ProviderRefund, RefundStatus,
        ledger::{self, Accounts, Kind, Transaction},
        units,
    },
};

/// Takes in the provider's word on one refund. News only lead forward, so that old ones change nothing. The transaction
/// has locked the booking.
pub(in crate::payments) async fn record(
    txn: &DatabaseTransaction,
    booking: &bookings::Model,
    payment: &payments::Model,
    news: &ProviderRefund,
    now: DateTime<Utc>,
) -> Result<()> {
    let refund = match find(txn, booking.id, news).await? {
        Some(refund) => refund,
        None => adopt(txn, booking, payment, news, now).await?,
    };
    let from = match RefundState::parse(&refund.state) {
        // It was given up here before the provider was heard, and was made all the same.
        Some(RefundState::Failed) if refund.provider_id.is_none() => RefundState::Queued,
        Some(state) => state,
        None => return Err(unknown(&refund.state)),
    };
    let to = state(news.status);
    let is_known = refund.provider_id.as_deref() == Some(news.id.as_str());
    if rank(to) <= rank(from) && is_known {
        return Ok(());
    }
    let to = if rank(to) > rank(from) { to } else { from };
    let next = refunds::Model {
        state: to.as_str().to_owned(),
        provider_id: Some(news.id.clone()),
        failure: news.failure.clone(),
        settled_at: (!to.is_open()).then_some(now),
        version: refund.version + 1,
        ..refund
    };
    update(txn, &next).await?;
    moved(txn, &next, (from, to), now).await?;
    if (to, from == to) == (RefundState::Failed, false) {
        mail::queue(txn, Mail::RefundFailed(next.id), booking, now).await?;
    }
    Ok(())
}

/// The ledger follows the money: it has gone when the provider says so, and is here again when it came back.
async fn moved(
    txn: &DatabaseTransaction,
    refund: &refunds::Model,
    (from, to): (RefundState, RefundState),
    now: DateTime<Utc>,
) -> Result<()> {
    let (kind, amount) = match (from, to) {
        (RefundState::Queued | RefundState::Pending, RefundState::Succeeded) => {
            (Kind::Refund, -refund.amount)
        }
        (RefundState::Succeeded, RefundState::Failed) => (Kind::RefundReturned, refund.amount),
        _ => return Ok(()),
    };
    let moved = Transaction {
        source: refund.id,
        kind,
        booking: refund.booking_id,
        currency: &refund.currency,
        amounts: Accounts::paid(amount),
        at: now,
    };
    ledger::write(txn, &moved).await
}

/// Ours, by the provider's id or by the id that we gave it; not when that was given to another before.
async fn find(
    txn: &DatabaseTransaction,
    booking: Uuid,
    news: &ProviderRefund,
) -> Result<Option<refunds::Model>> {
    use refunds::Column as C;
    let of_booking = || refunds::Entity::find().filter(C::BookingId.eq(booking));
    let known = of_booking()
        .filter(C::ProviderId.eq(&news.id))
        .lock_exclusive()
        .one(txn)
        .await?;
    let Some(ours) = news.refund.filter(|_| known.is_none()) else {
        return Ok(known);
    };
    Ok(of_booking()
        .filter(C::Id.eq(ours))
        .filter(C::ProviderId.is_null())
        .lock_exclusive()
        .one(txn)
        .await?)
}

/// A refund that somebody made in the provider's dashboard. It pays what is owed first; the rest is taken out of
/// everybody's share.
async fn adopt(
    txn: &DatabaseTransaction,
    booking: &bookings::Model,
    payment: &payments::Model,
    news: &ProviderRefund,
    now: DateTime<Utc>,
) -> Result<refunds::Model> {
    let intent = payment.intent_id.clone().unwrap_or_default();
    let currency = domain::money::Currency::parse(&payment.currency)?;
    let amount = units::from_provider(news.amount, currency);
    let standing = Standing::of(txn, booking).await?;
    let back = match news.status {
        RefundStatus::Failed => Back::default(),
        _ => standing.split((amount - standing.stuck()).clamp(0, standing.free())),
    };
    tracing::warn!(booking = %booking.id, refund = news.id, "a refund that was not made here is adopted");
    let refund = Refund {
        amount,
        back,
        origin: Origin::Provider,
        reason: "It was made at the payment provider.",
        by: By::System,
    };
    // Derived, so that two who adopt it at once cannot both do so.
    let id = Uuid::new_v5(&booking.id, news.id.as_bytes());
    let refund = refund.row(id, booking.id, intent, &payment.currency, now);
    write_due(txn, &refund, &back, now).await?;
    insert(txn, refund.clone()).await?;
    Ok(refund)
}

fn unknown(state: &str) -> Error {
    Error::Internal(format!("no such state of a refund: {state}"))
}

fn state(status: RefundStatus) -> RefundState {
    match status {
        RefundStatus::Pending => RefundState::Pending,
        RefundStatus::Succeeded => RefundState::Succeeded,
        RefundStatus::Failed => RefundState::Failed,
    }
}

/// A refund that succeeded may fail later, when the card's bank sends the money back; never the other way.
fn rank(state: RefundState) -> u8 {
    match state {
        RefundState::Queued | RefundState::ByHand => 0,
        RefundState::Pending => 1,
        RefundState::Succeeded => 2,
        RefundState::Failed => 3,
    }
}
