//! The one step that advances a booking. The provider's webhook, the guest's return, the reconciler and the worker all
//! come here: the payment is fetched again, compared, and the booking moves on by compare-and-set.

mod elsewhere;
mod follow;
mod record;

use chrono::{DateTime, Utc};
use domain::{
    bookings::State,
    money::{Currency, Money},
};
use sea_orm::DatabaseTransaction;
use uuid::Uuid;

use super::{Intent, IntentStatus, effects, refunds, to_provider};
use crate::{
    Context, Error, Result,
    bookings::{By, lapse, records, transition},
    database,
    entities::{bookings, payments},
    interruptions,
};

/// How often a payment is fetched again because somebody else wrote news of it meanwhile.
const LOOKS: u32 = 5;

/// Fetches the payment of the booking and does what follows from it; safe to call at any time, any number of times.
/// Returns where the booking stands afterwards.
pub async fn advance(ctx: &Context, id: Uuid) -> Result<State> {
    for _ in 0..LOOKS {
        if let Some(state) = look(ctx, id).await? {
            ctx.wake.notify_one();
            return Ok(state);
        }
    }
    Err(Error::Gateway("news of the payment keep coming".to_owned()))
}

/// One look; `None` when somebody else wrote news since it began: what was fetched may be older than they.
async fn look(ctx: &Context, id: Uuid) -> Result<Option<State>> {
    let payment = records::payment(&ctx.db, id).await?;
    let Some(intent_id) = payment.intent_id.as_deref() else {
        return records::state(&records::booking(&ctx.db, id).await?).map(Some);
    };
    if payment.provider != ctx.gateway.name() {
        return elsewhere::follow(ctx, &payment).await.map(Some);
    }
    let unknown = || Error::Gateway(format!("the provider does not know {intent_id}"));
    let intent = ctx.gateway.retrieve(intent_id).await?.ok_or_else(unknown)?;
    let now = ctx.clock.now();
    let state = database::repeatable(&ctx.db, async |txn| {
        let booking = records::booking_locked(&txn, id).await?;
        let current = records::payment_locked(&txn, id).await?;
        if current.version != payment.version {
            return Ok(None);
        }
        let state = apply(&txn, booking, &current, &intent, now).await?;
        interruptions::reach(state.as_str(), "written").await;
        Ok(Some(state))
    })
    .await?;
    if let Some(state) = state {
        interruptions::reach(state.as_str(), "committed").await;
    }
    Ok(state)
}

async fn apply(
    txn: &DatabaseTransaction,
    booking: bookings::Model,
    payment: &payments::Model,
    intent: &Intent,
    now: DateTime<Utc>,
) -> Result<State> {
    if !matches(&booking, payment, intent)? {
        record_end(txn, payment, intent, now).await?;
        return refuse(txn, booking, intent, now).await;
    }
    record::news(txn, payment, intent, now).await?;
    let booking = record::declines(txn, booking, intent).await?;
    let booking = follow::follow(txn, booking, intent, now).await?;
    records::state(&booking)
}

/// Of a payment that does not match only its end is kept, so that nobody looks at it again and again.
async fn record_end(
    txn: &DatabaseTransaction,
    payment: &payments::Model,
    intent: &Intent,
    now: DateTime<Utc>,
) -> Result<()> {
    if !matches!(
        intent.status,
        IntentStatus::Canceled | IntentStatus::Succeeded
    ) {
        return Ok(());
    }
    // Units of another currency are not ours to count.
    let ours = intent.currency.eq_ignore_ascii_case(&payment.currency);
    let seen = Intent {
        captured: if ours { intent.captured } else { 0 },
        ..intent.clone()
    };
    record::news(txn, payment, &seen, now).await
}

/// Whether the provider speaks of this booking's payment, to the last unit; what was taken was taken whole.
fn matches(booking: &bookings::Model, payment: &payments::Model, intent: &Intent) -> Result<bool> {
    let amount = Money::new(payment.amount, Currency::parse(&payment.currency)?);
    let whole = intent.status != IntentStatus::Succeeded || intent.captured == intent.amount;
    Ok(whole
        && payment.intent_id.as_deref() == Some(intent.id.as_str())
        && intent.booking_id == booking.id
        && intent.amount == to_provider(amount)?
        && intent.currency.eq_ignore_ascii_case(&payment.currency)
        && payment.amount == booking.total)
}

/// A payment that is not what was agreed is ended or given back, and with it the booking that waits for it. A stay that was
/// confirmed before stands: whatever was changed at the provider since is for the operator to look at.
async fn refuse(
    txn: &DatabaseTransaction,
    booking: bookings::Model,
    intent: &Intent,
    now: DateTime<Utc>,
) -> Result<State> {
    let state = records::state(&booking)?;
    if intent.status != IntentStatus::Canceled {
        tracing::error!(booking = %booking.id, intent = intent.id, "a payment does not match its booking");
    }
    if matches!(
        state,
        State::Confirmed | State::Completed | State::Cancelled
    ) {
        return Ok(state);
    }
    let (by, reason) = (By::System, "The payment was not the one agreed.");
    match intent.status {
        IntentStatus::Canceled => {}
        IntentStatus::Succeeded => refunds::whole(txn, &booking, intent, reason, now).await?,
        _ => effects::void(txn, booking.id, &intent.id, now).await?,
    }
    let booking = match state {
        State::Held => follow::end(txn, booking, reason, now).await?,
        State::Expiring => transition(txn, booking, State::Expired, by, reason, now).await?,
        State::Authorized => lapse(txn, booking, reason, now).await?,
        State::Capturing => follow::payment_failed(txn, booking, reason, now).await?,
        _ => booking,
    };
    records::state(&booking)
}
