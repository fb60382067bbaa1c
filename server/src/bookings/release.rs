//! Letting a hold go.

use chrono::{DateTime, Utc};
use domain::bookings::State;
use sea_orm::DatabaseTransaction;
use uuid::Uuid;

use super::{By, history::LET_GO, records, transition};
use crate::{
    Context, Result,
    accounts::Actor,
    database,
    entities::bookings,
    interruptions,
    payments::{advance, effects},
};

/// The guest lets the hold go: the nights are free at once, the payment ends at the provider. A card that was
/// authorised meanwhile wins, and the hold can no longer be let go (`Refused`). Letting go twice is one.
pub async fn release(ctx: &Context, actor: &Actor, id: Uuid) -> Result<()> {
    records::own(&ctx.db, actor, id).await?;
    // The provider may know of an authorisation that has not reached us.
    match advance(ctx, id).await? {
        State::Held => {}
        State::Withdrawn => return Ok(()),
        State::Authorized => {
            return Err(refused(
                "Your request is on its way to the host. You can withdraw it under Trips.",
            ));
        }
        State::Expiring | State::Expired => {
            return Err(refused(
                "The time of this hold is over, and its nights are being freed.",
            ));
        }
        _ => {
            return Err(refused(
                "This stay is paid for already, so it cannot simply be let go.",
            ));
        }
    }
    let (now, guest) = (ctx.clock.now(), By::Guest(actor.user_id));
    database::transaction(&ctx.db, async |txn| {
        let booking = records::booking_locked(&txn, id).await?;
        if records::state(&booking)? == State::Withdrawn {
            return Ok(());
        }
        let_go(&txn, booking, guest, LET_GO, now).await
    })
    .await?;
    interruptions::reach("release", "committed").await;
    ctx.wake.notify_one();
    Ok(())
}

/// Ends a hold, which the transaction has locked. The payment, if there is one, is ended at the provider later: without our
/// capture it moves nothing.
pub(crate) async fn let_go(
    txn: &DatabaseTransaction,
    booking: bookings::Model,
    by: By,
    reason: &str,
    now: DateTime<Utc>,
) -> Result<()> {
    let booking = transition(txn, booking, State::Withdrawn, by, reason, now).await?;
    match records::payment_locked(txn, booking.id).await?.intent_id {
        Some(_) => effects::cancel(txn, &booking, now).await,
        None => Ok(()),
    }
}

fn refused(sentence: &str) -> crate::Error {
    domain::Error::Refused(sentence.to_owned()).into()
}
