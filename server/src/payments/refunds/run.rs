//! The effect that sends a refund.

use chrono::{DateTime, Utc};
use domain::refunds::RefundState;
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use super::{known, record, update};
use crate::{
    Context, Error, Result,
    bookings::records,
    database,
    entities::{disputes, outbox, refunds},
    interruptions,
    jobs::outbox::done,
    mail::{self, Mail},
    payments::{
        DisputeStatus, NewRefund, ProviderRefund, RefundAnswer, effects::REFUND, settle,
        to_provider,
    },
};

/// Sends the refund that the effect names, unless the provider has it already. One that a dispute bars waits, without an effect, until
/// the dispute is settled; one that can never be sent has failed, and is told as that.
pub(in crate::payments) async fn run(ctx: &Context, effect: &outbox::Model) -> Result<()> {
    let id = effect
        .payload
        .parse::<Uuid>()
        .map_err(|_| Error::Internal("an effect without its refund".to_owned()))?;
    let missing = || Error::Internal(format!("no such refund: {id}"));
    let refund = refunds::Entity::find_by_id(id).one(&ctx.db).await?;
    let refund = refund.ok_or_else(missing)?;
    if refund.state != RefundState::Queued.as_str() {
        return Ok(());
    }
    let payment = records::payment(&ctx.db, refund.booking_id).await?;
    if payment.provider != ctx.gateway.name() {
        let why = format!(
            "The payment is with {}: give it back there.",
            payment.provider
        );
        return fail(ctx, &refund, &why).await;
    }
    if waits(ctx, effect, &refund).await? {
        return Ok(());
    }
    let answer = match send(ctx, effect, &refund).await {
        Err(Error::Internal(why)) => {
            fail(ctx, &refund, &why).await?;
            return Err(Error::Internal(why));
        }
        answer => answer?,
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
            match waits(ctx, effect, &refund).await? {
                true => Ok(()),
                false => Err(Error::Gateway("a dispute bars the refund".to_owned())),
            }
        }
    }
}

/// What the provider says to the refund. Keys lapse after a day, so the refunds that it has made are looked through first.
async fn send(
    ctx: &Context,
    effect: &outbox::Model,
    refund: &refunds::Model,
) -> Result<RefundAnswer> {
    let made = ctx.gateway.refunds(&refund.intent_id).await?;
    let ours = made.into_iter().find(|made| made.refund == Some(refund.id));
    match (ours, asked(refund)) {
        (Some(made), _) => Ok(RefundAnswer::Made(made)),
        (None, Ok(asked)) => ctx.gateway.refund(effect.id, asked).await,
        (None, Err(Error::User(why))) => Ok(RefundAnswer::Refused(why.to_string())),
        (None, Err(error)) => Err(error),
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

/// Whether an open dispute stands in the way. The effect is then done before the booking's lock is let go: whoever settles the dispute
/// sees that nobody has the refund in hand, and that it is to be sent again.
async fn waits(ctx: &Context, effect: &outbox::Model, refund: &refunds::Model) -> Result<bool> {
    let now = ctx.clock.now();
    database::repeatable(&ctx.db, async |txn| {
        records::booking_locked(&txn, refund.booking_id).await?;
        let open = disputes::Entity::find()
            .filter(disputes::Column::BookingId.eq(refund.booking_id))
            .filter(disputes::Column::Status.eq(DisputeStatus::Open.as_str()))
            .filter(disputes::Column::Refundable.eq(false))
            .lock_exclusive()
            .one(&*txn)
            .await?;
        if open.is_some() {
            done(&*txn, effect, now).await?;
        }
        Ok(open.is_some())
    })
    .await
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
