//! Cancelling a stay that is paid for, or being paid for: by its guest, by the policy; or by its host, with everything back.

mod due;
mod nights_kept;
mod preview;

use chrono::{DateTime, Utc};
use domain::{
    bookings::{State, Who, reason, reason_if_any},
    cancellation::Back,
    money::{Currency, Money},
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter, QuerySelect,
    sea_query::Expr,
};
use uuid::Uuid;

use super::{By, Cancelled, answer::take_money, history, nights, records, transition};
use crate::{
    Context, Error, Result,
    accounts::Actor,
    database,
    entities::{bookings, refunds as rows},
    interruptions,
    mail::{self, Mail},
    payments::refunds::{self, Origin},
};

pub use preview::cancel_preview;

/// Cancels the stay for the actor, who is its guest or its host, and owes the guest what comes back: `shown_refund` is what the
/// form said, in minor units, and `typed` why; a host must say. While the payment is being taken it is only noted: as soon
/// as it was taken, what comes back is what came back at this moment. Cancelling twice is one.
///
/// `RefundChanged` when something else comes back by now, and then nothing has happened. `Invalid` at `reason`. `Refused` when there is
/// nothing to cancel, or the other side has cancelled; another's is not found.
pub async fn cancel(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
    shown_refund: i64,
    typed: &str,
) -> Result<Cancelled> {
    let now = ctx.clock.now();
    let refund = database::repeatable(&ctx.db, async |txn| {
        let booking = records::of_either_locked(&txn, actor, id).await?;
        let currency = Currency::parse(&booking.currency)?;
        let who = records::side(&booking, actor);
        let refund = match already(&*txn, &booking, who).await? {
            Some(refund) => refund,
            None => once(&txn, booking, who, (shown_refund, typed), now).await?,
        };
        interruptions::reach("cancel", "written").await;
        Ok(Money::new(refund, currency))
    })
    .await?;
    interruptions::reach("cancel", "committed").await;
    let state = take_money(ctx, id).await?;
    Ok(Cancelled { refund, state })
}

/// What comes back, in minor units, when `shown` was shown for it.
async fn once(
    txn: &DatabaseTransaction,
    booking: bookings::Model,
    who: Who,
    (shown, typed): (i64, &str),
    now: DateTime<Utc>,
) -> Result<i64> {
    check_state(txn, &booking, now).await?;
    let reason = match who {
        Who::Host => reason("reason", typed)?,
        _ => reason_if_any("reason", typed)?,
    };
    let due = due::due(txn, &booking, who, now).await?;
    check_shown(&booking, shown, due.refund)?;
    let asked = bookings::Model {
        cancel_asked_at: Some(now),
        cancel_asked_by: Some(who.as_str().to_owned()),
        cancel_reason: Some(reason).filter(|reason| !reason.is_empty()),
        ..booking
    };
    match records::state(&asked)? {
        State::Capturing => note(txn, &asked).await?,
        _ => drop(end(txn, asked, due.back, now).await?),
    }
    Ok(due.refund)
}

/// Ends a stay whose money has just been taken, when somebody cancelled meanwhile: what comes back is what came back then.
pub(crate) async fn as_asked(
    txn: &DatabaseTransaction,
    booking: bookings::Model,
    now: DateTime<Utc>,
) -> Result<bookings::Model> {
    let (Some(at), Some(who)) = (booking.cancel_asked_at, records::cancelled_by(&booking)) else {
        return Ok(booking);
    };
    let due = due::due(txn, &booking, who, at).await?;
    end(txn, booking, due.back, now).await
}

/// What comes back already, in minor units, when this side has cancelled before. `Refused` when the other side has.
async fn already(
    conn: &impl ConnectionTrait,
    booking: &bookings::Model,
    who: Who,
) -> Result<Option<i64>> {
    let state = records::state(booking)?;
    let (Some(at), Some(by)) = (booking.cancel_asked_at, records::cancelled_by(booking)) else {
        return Ok(None);
    };
    if !matches!(state, State::Capturing | State::Cancelled) {
        return Ok(None);
    }
    if by != who {
        return Err(refused(match by {
            Who::Host => "The host has cancelled this stay already.",
            _ => "The guest has cancelled this stay already.",
        }));
    }
    if state == State::Capturing {
        return Ok(Some(due::due(conn, booking, who, at).await?.refund));
    }
    let made = rows::Entity::find()
        .filter(rows::Column::BookingId.eq(booking.id))
        .filter(rows::Column::Origin.eq(Origin::Cancellation.as_str()))
        .lock_exclusive()
        .all(conn)
        .await?;
    Ok(Some(made.iter().map(|refund| refund.amount).sum()))
}

/// Refuses what cannot be cancelled, or no longer.
async fn check_state(
    conn: &impl ConnectionTrait,
    booking: &bookings::Model,
    now: DateTime<Utc>,
) -> Result<()> {
    let sentence = match records::state(booking)? {
        State::Capturing if booking.cancel_asked_at.is_some() => {
            "This stay is being cancelled already."
        }
        State::Capturing => return Ok(()),
        State::Confirmed if now < due::ends(conn, booking).await? => return Ok(()),
        State::Confirmed | State::Completed => "This stay is over, so it cannot be cancelled.",
        State::Held => "This stay is not paid for yet: let the hold go instead.",
        State::Authorized => {
            "The host has not answered yet: the request is withdrawn or declined, not cancelled."
        }
        State::Cancelled => "This stay was cancelled already.",
        State::Expiring
        | State::Expired
        | State::Withdrawn
        | State::Declined
        | State::PaymentFailed => "This did not become a stay, so there is nothing to cancel.",
    };
    Err(refused(sentence))
}

fn check_shown(booking: &bookings::Model, shown: i64, refund: i64) -> Result<()> {
    if shown == refund {
        return Ok(());
    }
    let currency = Currency::parse(&booking.currency)?;
    Err(domain::Error::RefundChanged {
        shown: Money::new(shown, currency),
        now: Money::new(refund, currency),
    }
    .into())
}

/// Writes down who cancels, when and why. The state follows when the payment was taken or has failed.
async fn note(txn: &DatabaseTransaction, asked: &bookings::Model) -> Result<()> {
    use bookings::Column as C;
    bookings::Entity::update_many()
        .col_expr(C::CancelAskedAt, Expr::value(asked.cancel_asked_at))
        .col_expr(C::CancelAskedBy, Expr::value(asked.cancel_asked_by.clone()))
        .col_expr(C::CancelReason, Expr::value(asked.cancel_reason.clone()))
        .filter(C::Id.eq(asked.id))
        .filter(C::Version.eq(asked.version))
        .exec(txn)
        .await?;
    Ok(())
}

/// Ends a confirmed stay: its nights, what is owed to the guest, and the mails.
async fn end(
    txn: &DatabaseTransaction,
    booking: bookings::Model,
    back: Back,
    now: DateTime<Utc>,
) -> Result<bookings::Model> {
    let by = by(&booking)?;
    // One that came without nights keeps none.
    if let Some(kept) = nights_kept::of(&booking, by.who(), now)?.filter(|_| !booking.overlaps) {
        nights::keep(txn, &booking, kept, nights_kept::note(by.who()), now).await?;
    }
    let words = booking.cancel_reason.clone();
    let reason = words.unwrap_or_else(|| history::cancelled(by.who()).to_owned());
    let booking = transition(txn, booking, State::Cancelled, by, &reason, now).await?;
    refunds::owe(txn, &booking, &back, Origin::Cancellation, &reason, by, now).await?;
    mail::queue(txn, Mail::Cancelled, &booking, now).await?;
    Ok(booking)
}

fn by(booking: &bookings::Model) -> Result<By> {
    match (records::cancelled_by(booking), booking.host_id) {
        (Some(Who::Guest), _) => Ok(By::Guest(booking.guest_id)),
        (Some(Who::Host), Some(host)) => Ok(By::Host(host)),
        _ => Err(Error::Internal(format!(
            "nobody cancelled booking {}",
            booking.id
        ))),
    }
}

fn refused(sentence: &str) -> Error {
    domain::Error::Refused(sentence.to_owned()).into()
}
