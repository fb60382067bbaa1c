//! What follows for a booking whose payment is with another provider than today's, because the site's owner has changed it meanwhile:
//! nothing of that payment can be looked at, taken or ended here any more.

use domain::bookings::State;

use super::follow::payment_failed;
use crate::{
    Context, Result,
    bookings::{By, records, transition},
    database,
    entities::payments,
};

const REASON: &str = "Payments are taken by another provider now.";

/// Ends what only waits for its payment, and frees its nights; everything else stays as it is. Returns where the booking stands.
pub(super) async fn follow(ctx: &Context, payment: &payments::Model) -> Result<State> {
    let now = ctx.clock.now();
    database::repeatable(&ctx.db, async |txn| {
        let booking = records::booking_locked(&txn, payment.booking_id).await?;
        let (id, by) = (booking.id, By::System);
        let booking = match records::state(&booking)? {
            State::Expiring => transition(&txn, booking, State::Expired, by, REASON, now).await?,
            State::Capturing => {
                tracing::error!(booking = %id, provider = payment.provider, "a payment cannot be taken: it is with another provider");
                payment_failed(&txn, booking, REASON, now).await?
            }
            _ => booking,
        };
        records::state(&booking)
    })
    .await
}
