//! A request for a home: its host accepts or declines it in time, its guest withdraws it, or the time to answer runs out.

use chrono::{DateTime, Utc};
use domain::bookings::{State, reason};
use sea_orm::DatabaseTransaction;
use uuid::Uuid;

use super::{By, history, imported, pay::taken, records, release::release, transition};
use crate::{
    Context, Error, Result,
    accounts::Actor,
    database,
    entities::bookings,
    interruptions,
    jobs::outbox,
    mail::{self, Mail},
    payments::effects,
};

/// Tenths of a second that a host who accepted waits for the payment.
const A_MOMENT: u32 = 20;

/// The host accepts a request for a home of theirs, and the money is taken at once where that is possible. Returns where the
/// booking stands: `Capturing` or further, which may be an end ([`nothing_to_answer`]). Accepting twice is one.
///
/// `Refused` when the time to answer is over, and when the request has ended; another host's is not found.
pub async fn accept(ctx: &Context, actor: &Actor, id: Uuid) -> Result<State> {
    let now = ctx.clock.now();
    database::repeatable(&ctx.db, async |txn| {
        let booking = records::hosted_locked(&txn, actor, id).await?;
        match records::state(&booking)? {
            State::Authorized => in_time(&booking, now)?,
            State::Capturing | State::Confirmed | State::Completed => return Ok(()),
            state => return Err(nothing_to_answer(state).into()),
        }
        let by = By::Host(actor.user_id);
        if booking.imported {
            return imported::accept(&txn, booking, by, now).await;
        }
        let reason = "The host accepted.";
        let booking = transition(&txn, booking, State::Capturing, by, reason, now).await?;
        effects::capture(&txn, id, now).await?;
        mail::queue(&*txn, Mail::Accepted, &booking, now).await?;
        interruptions::reach("accept", "written").await;
        Ok(())
    })
    .await?;
    interruptions::reach("accept", "committed").await;
    let state = take_money(ctx, id).await?;
    // A worker may be at it just now; what it cannot do in a moment it does later.
    Ok(taken(ctx, id, state, A_MOMENT).await.unwrap_or(state))
}

/// Does what is queued for the booking, so that the next page can say how it went; what fails now the worker tries again.
pub(super) async fn take_money(ctx: &Context, id: Uuid) -> Result<State> {
    ctx.wake.notify_one();
    if let Err(error) = outbox::run_due(ctx, Some(id)).await {
        tracing::warn!(booking = %id, %error, "what is queued could not be done at once");
    }
    records::state(&records::booking(&ctx.db, id).await?)
}

/// The host declines a request for a home of theirs, and the guest reads why: the nights are free at once, and the authorisation
/// is let go. Declining twice is one.
///
/// `Invalid` at `reason`, which is typed. `Refused` when the time to answer is over, and when the request has ended or was
/// accepted; another host's is not found.
pub async fn decline(ctx: &Context, actor: &Actor, id: Uuid, typed: &str) -> Result<()> {
    let now = ctx.clock.now();
    database::repeatable(&ctx.db, async |txn| {
        let booking = records::hosted_locked(&txn, actor, id).await?;
        match records::state(&booking)? {
            State::Authorized => in_time(&booking, now)?,
            State::Declined => return Ok(()),
            state => return Err(nothing_to_answer(state).into()),
        }
        let reason = reason("reason", typed)?;
        let by = By::Host(actor.user_id);
        let booking = bookings::Model {
            cancel_reason: Some(reason.clone()),
            ..booking
        };
        let booking = transition(&txn, booking, State::Declined, by, &reason, now).await?;
        let_go(&txn, &booking, &reason, by, now).await?;
        mail::queue(&*txn, Mail::Declined, &booking, now).await?;
        interruptions::reach("decline", "written").await;
        Ok(())
    })
    .await?;
    ctx.wake.notify_one();
    Ok(())
}

/// The guest withdraws a request that nobody has answered, or lets go a hold: the nights are free at once, and nothing is
/// charged. Withdrawing twice is one.
///
/// `Refused` when the host has accepted meanwhile: then it can be cancelled, with what the preview says; and when it has
/// ended. Another guest's is not found.
pub async fn withdraw(ctx: &Context, actor: &Actor, id: Uuid) -> Result<()> {
    let booking = records::own(&ctx.db, actor, id).await?;
    if records::state(&booking)? == State::Held {
        return release(ctx, actor, id).await;
    }
    let now = ctx.clock.now();
    database::repeatable(&ctx.db, async |txn| {
        let booking = records::booking_locked(&txn, id).await?;
        match records::state(&booking)? {
            State::Authorized => {}
            State::Withdrawn => return Ok(()),
            state => return Err(too_late(state)),
        }
        let by = By::Guest(actor.user_id);
        let reason = history::WITHDRAWN;
        let booking = transition(&txn, booking, State::Withdrawn, by, reason, now).await?;
        let_go(&txn, &booking, reason, by, now).await?;
        interruptions::reach("withdraw", "written").await;
        Ok(())
    })
    .await?;
    ctx.wake.notify_one();
    Ok(())
}

/// Ends a request that nobody answered, which the transaction has locked: the nights are free at once.
pub(crate) async fn lapse(
    txn: &DatabaseTransaction,
    booking: bookings::Model,
    reason: &str,
    now: DateTime<Utc>,
) -> Result<bookings::Model> {
    let booking = transition(txn, booking, State::Expired, By::System, reason, now).await?;
    let_go(txn, &booking, reason, By::System, now).await?;
    mail::queue(txn, Mail::Expired, &booking, now).await?;
    Ok(booking)
}

/// The authorisation ends at the provider; what the replaced system took is given back by hand.
async fn let_go(
    txn: &DatabaseTransaction,
    booking: &bookings::Model,
    reason: &str,
    by: By,
    now: DateTime<Utc>,
) -> Result<()> {
    match booking.imported {
        true => imported::give_back(txn, booking, reason, by, now).await,
        false => effects::cancel(txn, booking, now).await,
    }
}

fn in_time(booking: &bookings::Model, now: DateTime<Utc>) -> Result<()> {
    match booking.respond_by {
        Some(until) if until <= now => Err(nothing_to_answer(State::Expired).into()),
        _ => Ok(()),
    }
}

/// Why there is nothing for the host to answer.
pub fn nothing_to_answer(state: State) -> domain::Error {
    let sentence = match state {
        State::Held | State::Expiring => {
            "The guest has not paid yet, so there is nothing to answer."
        }
        State::Withdrawn => "The guest has withdrawn this request.",
        State::Authorized | State::Expired => {
            "The time to answer this request is over. Nothing was charged."
        }
        State::Declined => "You have declined this request already.",
        State::Capturing | State::Confirmed => {
            "You have accepted this request already. You can only cancel the stay now."
        }
        State::Completed => "This stay is over.",
        State::Cancelled => "This stay was cancelled.",
        State::PaymentFailed => "The payment could not be taken, so there is nothing to answer.",
    };
    domain::Error::Refused(sentence.to_owned())
}

/// Why there is nothing for the guest to withdraw.
fn too_late(state: State) -> Error {
    refused(match state {
        State::Capturing | State::Confirmed => {
            "The host has accepted your request. You can still cancel: first look at what comes back."
        }
        State::Declined => "The host has declined this request. Nothing was charged.",
        State::Held | State::Authorized | State::Withdrawn => {
            "This request has just changed. Look at it again."
        }
        State::Expiring | State::Expired => "This request has ended already. Nothing was charged.",
        State::PaymentFailed => "The payment could not be taken, so this request has ended.",
        State::Completed => "This stay is over.",
        State::Cancelled => "This stay was cancelled already.",
    })
}

fn refused(sentence: &str) -> Error {
    domain::Error::Refused(sentence.to_owned()).into()
}
