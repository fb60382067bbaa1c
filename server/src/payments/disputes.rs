//! Payments that a guest's bank disputes: a flag on the booking that stops payouts, rows of the ledger, and a bar for
//! refunds as long as the provider bars them.

use chrono::{DateTime, Utc};
use domain::{money::Currency, refunds::RefundState};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, DatabaseTransaction, EntityTrait, IntoActiveModel, QueryFilter,
    QueryOrder, QuerySelect, sea_query::Expr,
};
use uuid::Uuid;

use super::{
    DisputeStatus, ProviderDispute, effects,
    ledger::{self, Accounts, Kind, Transaction},
    refunds::{Standing, give_up},
    units,
};
use crate::{
    Result,
    entities::{bookings, disputes, payments, refunds},
};

const GIVEN_BY_BANK: &str = "The guest's bank has given the money back.";

/// Takes in the provider's word on one dispute. News only lead forward. The transaction has locked the booking.
pub(super) async fn record(
    txn: &DatabaseTransaction,
    booking: &bookings::Model,
    payment: &payments::Model,
    news: &ProviderDispute,
    now: DateTime<Utc>,
) -> Result<()> {
    let known = disputes::Entity::find_by_id(&news.id)
        .lock_exclusive()
        .one(txn)
        .await?;
    let Some(next) = next(txn, booking, payment, news, known.as_ref(), now).await? else {
        return Ok(());
    };
    let row = next.clone().into_active_model().reset_all();
    match &known {
        None => disputes::Entity::insert(row)
            .exec_without_returning(txn)
            .await
            .map(drop)?,
        Some(_) => row.update(txn).await.map(drop)?,
    }
    // An inquiry takes nothing; only what was taken can come back or be lost.
    let taken = known.as_ref().is_some_and(|known| !known.refundable);
    if !next.refundable && !taken {
        write(txn, &next, Kind::Dispute, Accounts::paid(-next.amount), now).await?;
    }
    match DisputeStatus::parse(&next.status) {
        Some(DisputeStatus::Won) if !next.refundable => {
            write(
                txn,
                &next,
                Kind::DisputeWon,
                Accounts::paid(next.amount),
                now,
            )
            .await?;
        }
        Some(DisputeStatus::Lost) => {
            write(
                txn,
                &next,
                Kind::DisputeLost,
                Accounts::lost(next.amount),
                now,
            )
            .await?;
        }
        _ => {}
    }
    flag(txn, booking, now).await?;
    match next.closed_at {
        Some(_) => let_go(txn, booking, &next, now).await,
        None => Ok(()),
    }
}

/// The row as it shall be; none when nothing is new.
async fn next(
    txn: &DatabaseTransaction,
    booking: &bookings::Model,
    payment: &payments::Model,
    news: &ProviderDispute,
    known: Option<&disputes::Model>,
    now: DateTime<Utc>,
) -> Result<Option<disputes::Model>> {
    let closes = news.status != DisputeStatus::Open;
    // The money is taken by a dispute that is no inquiry, and by one that was lost, whenever we hear of it first.
    let refundable = match news.status {
        DisputeStatus::Lost => false,
        DisputeStatus::Open => news.refundable,
        DisputeStatus::Won => true,
    };
    let Some(known) = known else {
        return Ok(Some(disputes::Model {
            id: news.id.clone(),
            booking_id: booking.id,
            amount: amount(txn, booking, payment, news).await?,
            currency: payment.currency.clone(),
            status: news.status.as_str().to_owned(),
            reason: news.reason.clone(),
            refundable,
            opened_at: news.opened_at,
            closed_at: closes.then_some(now),
        }));
    };
    // An inquiry that was closed may still become a dispute; what was settled stays so.
    let reopened = known.refundable && news.status != DisputeStatus::Won;
    if known.closed_at.is_some() && !reopened {
        return Ok(None);
    }
    let next = disputes::Model {
        // What was given back while it only asked cannot be taken any more.
        amount: match known.refundable && !refundable {
            true => amount(txn, booking, payment, news).await?,
            false => known.amount,
        },
        status: news.status.as_str().to_owned(),
        refundable: known.refundable && refundable,
        closed_at: closes.then_some(now),
        ..known.clone()
    };
    let is_new = next.status != known.status || next.refundable != known.refundable;
    Ok(is_new.then_some(next))
}

/// How much it is about, in our minor units: never more than is left of the payment and not otherwise disputed.
async fn amount(
    txn: &DatabaseTransaction,
    booking: &bookings::Model,
    payment: &payments::Model,
    news: &ProviderDispute,
) -> Result<i64> {
    let standing = Standing::of(txn, booking).await?;
    let currency = Currency::parse(&payment.currency)?;
    let most = (standing.at_provider() - standing.disputed).max(0);
    Ok(units::from_provider(news.amount, currency).clamp(0, most))
}

async fn write(
    txn: &DatabaseTransaction,
    dispute: &disputes::Model,
    kind: Kind,
    amounts: Accounts,
    now: DateTime<Utc>,
) -> Result<()> {
    let moved = Transaction {
        source: Uuid::new_v5(&dispute.booking_id, dispute.id.as_bytes()),
        kind,
        booking: dispute.booking_id,
        currency: &dispute.currency,
        amounts,
        at: now,
    };
    ledger::write(txn, &moved).await
}

/// The booking is flagged as long as one of its disputes is open.
async fn flag(
    txn: &DatabaseTransaction,
    booking: &bookings::Model,
    now: DateTime<Utc>,
) -> Result<()> {
    let open = disputes::Entity::find()
        .filter(disputes::Column::BookingId.eq(booking.id))
        .filter(disputes::Column::Status.eq(DisputeStatus::Open.as_str()))
        .lock_exclusive()
        .all(txn)
        .await?;
    let since = (!open.is_empty()).then(|| booking.disputed_at.unwrap_or(now));
    bookings::Entity::update_many()
        .col_expr(bookings::Column::DisputedAt, Expr::value(since))
        .filter(bookings::Column::Id.eq(booking.id))
        .exec(txn)
        .await?;
    Ok(())
}

/// What waited for the dispute is sent; what was lost meanwhile is not owed a second time.
async fn let_go(
    txn: &DatabaseTransaction,
    booking: &bookings::Model,
    dispute: &disputes::Model,
    now: DateTime<Utc>,
) -> Result<()> {
    let mut rest = Standing::of(txn, booking).await?.rest();
    let waiting = refunds::Entity::find()
        .filter(refunds::Column::BookingId.eq(booking.id))
        .filter(refunds::Column::State.eq(RefundState::Queued.as_str()))
        .order_by_asc(refunds::Column::CreatedAt)
        .order_by_asc(refunds::Column::Id)
        .lock_exclusive()
        .all(txn)
        .await?;
    for refund in waiting {
        if refund.amount <= rest {
            rest -= refund.amount;
            effects::refund_again(txn, &refund, now).await?;
        } else {
            give_up(txn, refund, GIVEN_BY_BANK, now).await?;
        }
    }
    let standing = Standing::of(txn, booking).await?;
    let excess = standing.owed() - standing.rest();
    match excess > 0 {
        true => write(txn, dispute, Kind::RefundVoid, Accounts::lost(-excess), now).await,
        false => Ok(()),
    }
}
