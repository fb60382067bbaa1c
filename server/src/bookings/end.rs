//! Ending a booking, whatever it is by now: a hold is let go, a request withdrawn or declined, a stay cancelled.

use domain::bookings::{State, Who};
use uuid::Uuid;

use super::{cancel, cancel_preview, decline, history, records, release, withdraw};
use crate::{Context, Result, accounts::Actor, entities::bookings};

/// Ends the booking for its guest or the host of its home. `shown_refund`, in minor units, is what they were told comes back of
/// a stay; without it, it is what the policy says now. `reason` is why; of a host who does not say, the guest reads that they cancelled.
/// Ending twice is one.
///
/// # Errors
/// Those of what it comes to: letting go, withdrawing, declining or cancelling. Another's is not found.
pub async fn end(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
    shown_refund: Option<i64>,
    reason: Option<&str>,
) -> Result<()> {
    let booking = records::of_either(&ctx.db, actor, id).await?;
    let who = records::side(&booking, actor);
    let unsaid = match who {
        Who::Host => history::cancelled(who),
        _ => "",
    };
    let reason = reason.unwrap_or(unsaid);
    match (who, records::state(&booking)?) {
        (Who::Guest, State::Held) => release(ctx, actor, id).await,
        (Who::Guest, State::Authorized | State::Withdrawn) => withdraw(ctx, actor, id).await,
        (Who::Host, State::Authorized | State::Declined) => decline(ctx, actor, id, reason).await,
        (_, state) => {
            let refund = match shown_refund {
                Some(shown) => shown,
                None if is_cancelled(&booking, state) => 0,
                None => cancel_preview(ctx, actor, id).await?.refund.minor,
            };
            cancel(ctx, actor, id, refund, reason).await.map(drop)
        }
    }
}

/// The same for the host of its home alone: of a stay where they are the guest it is not found, too.
///
/// # Errors
/// As [`end`].
pub async fn end_by_host(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
    shown_refund: i64,
    reason: &str,
) -> Result<()> {
    let booking = records::of_either(&ctx.db, actor, id).await?;
    if records::side(&booking, actor) != Who::Host {
        return Err(domain::Error::NotFound("Booking").into());
    }
    end(ctx, actor, id, Some(shown_refund), Some(reason)).await
}

/// Then there is nothing left to look at, and cancelling again changes nothing.
fn is_cancelled(booking: &bookings::Model, state: State) -> bool {
    state == State::Cancelled || booking.cancel_asked_at.is_some()
}
