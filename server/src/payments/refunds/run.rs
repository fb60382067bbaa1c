//! The effect that sends a refund.

use chrono::{DateTime, Utc};
use domain::refunds::RefundState;
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, PaginatorTrait, QueryFilter};
use uuid::Uuid;

use super::{known, record, update};
use crate::{
    Context, Error, Result,
    bookings::records,
    database,
    entities::{disputes, outbox, refunds},
    interruptions,
    mail::{self, Mail},
    payments::{
        DisputeStatus, NewRefund, ProviderRefund, RefundAnswer, effects::REFUND, settle,
        to_provider,
    },
};

/// Sends the refund that the effect names, unless the provider has it already. Keys lapse after a day, so its refunds
/// are looked through first. One that a dispute bars waits, without an effect, until the dispute is settled.
pub(in crate::payments) async fn run(ctx: &Context, effect: &outbox::Model) -> Result<()> {
    let id = effect
        .payload
        .parse::<Uuid>()
        .map_err(|_| Error::Internal("an effect without its refund".to_owned()))?;
    let missing = || Error::Internal(format!("no such refund: {id}"));
    let refund = refunds::Entity::find_by_id(id).one(&ctx.db).await?;
    let refund = refund.ok_or_else(missing)?;
    if refund.state != RefundState::Queued.as_str() || is_barred(ctx, &refund).await? {
        return Ok(());
    }
    let made = ctx.gateway.refunds(&refund.intent_id).await?;
    let ours = made.into_iter().find(|made| made.refund == Some(id));
    let answer = match ours {
        Some(made) => RefundAnswer::Made(made),
        None => ctx.gateway.refund(effect.id, asked(&refund)?).await?,
    };
    interruptions::reach(REFUND, "answered").await;
    match answer {
        RefundAnswer::Made(made) => keep(ctx, &refund, &made).await,
        RefundAnswer::Refused(why) => {
            // Whatever was given back meanwhile is taken in first: it may be what was owed here.
            settle(ctx, refund.booking_id).await?;
            fail(ctx, &refund, &why).await
        }
        RefundAnswer::Barred => {
            settle(ctx, refund.booking_id).await?;
            match is_barred(ctx, &refund).await? {
                true => Ok(()),
                false => Err(Error::Gateway("a dispute bars the refund".to_owned())),
            }
        }
    }
}

fn asked(refund: &refunds::Model) -> Result<NewRefund> {
    let currency = domain::money::Currency::parse(&refund.currency)?;
    Ok(NewRefund {
        intent_id: refund.intent_id.clone(),
        refund: refund.id,
        amount: to_provider(domain::money::Money::new(refund.amount, currency))?,
    })
}

/// Whether an open dispute stands in the way.
async fn is_barred(ctx: &Context, refund: &refunds::Model) -> Result<bool> {
    let open = disputes::Entity::find()
        .filter(disputes::Column::BookingId.eq(refund.booking_id))
        .filter(disputes::Column::Status.eq(DisputeStatus::Open.as_str()))
        .filter(disputes::Column::Refundable.eq(false))
        .count(&ctx.db)
        .await?;
    Ok(open > 0)
}

/// Writes down what the provider answered.
async fn keep(ctx: &Context, refund: &refunds::Model, made: &ProviderRefund) -> Result<()> {
    let now = ctx.clock.now();
    database::repeatable(&ctx.db, async |txn| {
        let booking = records::booking_locked(&txn, refund.booking_id).await?;
        let payment = records::payment_locked(&txn, booking.id).await?;
        record(&txn, &booking, &payment, made, now).await?;
        settle::sums_of(&txn, &booking, now).await
    })
    .await
}

/// The provider will not make it, so it stays owed, as far as it still is.
async fn fail(ctx: &Context, refund: &refunds::Model, why: &str) -> Result<()> {
    let now = ctx.clock.now();
    database::repeatable(&ctx.db, async |txn| {
        let booking = records::booking_locked(&txn, refund.booking_id).await?;
        let current = known(&txn, refund.id).await?;
        if current.state == RefundState::Queued.as_str() {
            give_up(&txn, current, why, now).await?;
            mail::queue(&txn, Mail::RefundFailed(refund.id), &booking, now).await?;
        }
        Ok(())
    })
    .await
}

/// Ends a refund that was not made.
pub(in crate::payments) async fn give_up(
    txn: &DatabaseTransaction,
    refund: refunds::Model,
    why: &str,
    now: DateTime<Utc>,
) -> Result<()> {
    let next = refunds::Model {
        state: RefundState::Failed.as_str().to_owned(),
        failure: Some(why.to_owned()),
        settled_at: Some(now),
        version: refund.version + 1,
        ..refund
    };
    update(txn, &next).await
}
