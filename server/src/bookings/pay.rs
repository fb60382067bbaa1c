//! Going to the payment provider and coming back.

use std::time::Duration;

use domain::{
    bookings::State,
    money::{Currency, Money},
};
use uuid::Uuid;

use super::{history, records};
use crate::{
    Context, Error, Result, accounts::Actor, entities::bookings, jobs::outbox, payments::advance,
};

/// How often we look whether another worker has finished what the guest waits for, and how long between.
const LOOKS: u32 = 50;
const BETWEEN: Duration = Duration::from_millis(100);

/// Makes sure that the provider knows of the payment and returns the address of its page, or of the trip when the
/// stay is paid for already. `shown_total` is what the button named, in minor units.
///
/// `TotalChanged` when the button named another total, `Refused` when the hold is over or the provider cannot be
/// reached: the hold then stays.
pub async fn pay(ctx: &Context, actor: &Actor, id: Uuid, shown_total: i64) -> Result<String> {
    let booking = records::own(&ctx.db, actor, id).await?;
    let booking = match records::state(&booking)? {
        State::Held => booking,
        State::Authorized | State::Capturing | State::Confirmed | State::Completed => {
            return Ok(format!("/trips/{id}"));
        }
        _ => return Err(over(history::ending(&ctx.db, &booking).await?)),
    };
    let currency = Currency::parse(&booking.currency)?;
    if booking.total != shown_total {
        let (shown, now) = (
            Money::new(shown_total, currency),
            Money::new(booking.total, currency),
        );
        return Err(domain::Error::TotalChanged { shown, now }.into());
    }
    if booking.hold_expires_at <= ctx.clock.now() {
        return Err(over(None));
    }
    provider_page(ctx, id).await
}

/// Runs the effect that creates the payment, or waits for the worker that is at it.
async fn provider_page(ctx: &Context, id: Uuid) -> Result<String> {
    for _ in 0..LOOKS {
        if let Some(intent) = records::payment(&ctx.db, id).await?.intent_id {
            let unknown = || Error::Gateway(format!("the provider does not know {intent}"));
            let intent = ctx.gateway.retrieve(&intent).await?.ok_or_else(unknown)?;
            // A provider without a page of its own takes the card on ours.
            return Ok(intent.page.unwrap_or_else(|| format!("/checkout/{id}")));
        }
        if outbox::run_due(ctx, Some(id)).await? == 0 {
            tokio::time::sleep(BETWEEN).await;
        }
    }
    let sentence = "The payment provider cannot be reached at the moment. Your hold stays: try again in a minute.";
    Err(domain::Error::Refused(sentence.to_owned()).into())
}

/// The guest came back from the provider: look at the payment, advance, and take the money at once, so that the next
/// page can say "confirmed". Returns where the booking stands now.
pub async fn returned(ctx: &Context, actor: &Actor, id: Uuid) -> Result<State> {
    records::own(&ctx.db, actor, id).await?;
    let mut state = advance(ctx, id).await?;
    for _ in 0..LOOKS {
        if !matches!(state, State::Capturing | State::Expiring) {
            break;
        }
        if outbox::run_due(ctx, Some(id)).await? == 0 {
            tokio::time::sleep(BETWEEN).await;
        }
        let booking: bookings::Model = records::booking(&ctx.db, id).await?;
        state = records::state(&booking)?;
    }
    Ok(state)
}

/// The refusal with the reason, which is the time when none is known.
fn over(reason: Option<String>) -> Error {
    let reason = reason.unwrap_or_else(|| "The fifteen minutes were over.".to_owned());
    let sentence =
        format!("This hold has ended. {reason} Choose your dates again: they may still be free.");
    domain::Error::Refused(sentence).into()
}
