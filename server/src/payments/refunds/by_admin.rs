//! The site's owner gives money back, or sends again what failed.

use domain::{
    bookings::{State, reason},
    hosting::amount,
    money::{Currency, Money},
};
use uuid::Uuid;

use super::{Origin, Standing, owe::Refund};
use crate::{
    Context, Result,
    bookings::{By, records},
    database,
    payments::to_provider,
};

/// Gives back `typed_amount`, in major units of the booking's currency, for a reason that guest and host read. What a
/// failed refund still owes is sent first. Returns the refund's id and amount; it is sent by the outbox.
///
/// `NotFound` for a booking that there is not, `Invalid` at `amount` and `reason`, `Refused` for a booking without a
/// payment, for more than is left of it, and for thousandths, which cards do not take.
pub async fn by_admin(
    ctx: &Context,
    booking: Uuid,
    typed_amount: &str,
    typed_reason: &str,
) -> Result<(Uuid, Money)> {
    let row = records::booking(&ctx.db, booking).await?;
    let currency = Currency::parse(&row.currency)?;
    let wanted = amount("amount", typed_amount, currency)?;
    let reason = reason("reason", typed_reason)?;
    if !row.imported {
        to_provider(Money::new(wanted, currency))?;
    }
    let now = ctx.clock.now();
    let id = database::transaction(&ctx.db, async |txn| {
        let booking = records::booking_locked(&txn, booking).await?;
        let standing = Standing::of(&txn, &booking).await?;
        let most = standing.stuck() + standing.free();
        let taken = matches!(
            records::state(&booking)?,
            State::Confirmed | State::Completed | State::Cancelled
        );
        if !taken || wanted < 1 || wanted > most {
            let most = if taken { most } else { 0 };
            return Err(too_much(Money::new(most, currency)).into());
        }
        let refund = Refund {
            amount: wanted,
            back: standing.split((wanted - standing.stuck()).max(0)),
            origin: Origin::Admin,
            reason: &reason,
            by: By::System,
        };
        refund.queue(&txn, &booking, now).await
    })
    .await?;
    ctx.wake.notify_one();
    Ok((id, Money::new(wanted, currency)))
}

fn too_much(most: Money) -> domain::Error {
    let sentence = match most.minor {
        0 => "Nothing of this payment can be given back.".to_owned(),
        _ => format!(
            "Between {} and {most} of this payment can be given back.",
            Money::new(1, most.currency)
        ),
    };
    domain::Error::Refused(sentence)
}
