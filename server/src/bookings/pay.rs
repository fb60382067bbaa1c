//! Going to the payment provider and coming back.

use std::time::Duration;

use domain::{
    bookings::State,
    money::{Currency, Money},
};
use uuid::Uuid;

use super::{history, records};
use crate::{
    Context, Error, Result,
    accounts::Actor,
    entities::bookings,
    jobs::outbox,
    limits::{self, Account, Kind},
    payments::{Intent, IntentStatus, advance},
};

/// How often we look whether another worker has finished what the guest waits for, and how long between.
pub(super) const LOOKS: u32 = 50;
const BETWEEN: Duration = Duration::from_millis(100);

/// Makes sure that the provider knows of the payment and returns the address of its page, or of the trip when the
/// stay is paid for already. `shown_total` is what the button named, in minor units.
///
/// `TotalChanged` when the button named another total, `Refused` when the hold is over or the provider cannot be
/// reached: the hold then stays.
pub async fn pay(ctx: &Context, actor: &Actor, id: Uuid, shown_total: i64) -> Result<String> {
    match payable(ctx, actor, id, shown_total).await? {
        None => Ok(format!("/trips/{id}")),
        Some(intent) => intent.page.ok_or_else(|| {
            let sentence = "Paying by card needs JavaScript, because your card goes straight to the payment provider. Your hold stays.";
            domain::Error::Refused(sentence.to_owned()).into()
        }),
    }
}

/// The same for a card that is entered on our own page: what the browser needs for it, which is secret from everybody but
/// this guest; none when a card
/// was authorised already: then the payment is only to be looked at.
///
/// # Errors
/// As [`pay`].
pub async fn pay_by_card(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
    shown_total: i64,
) -> Result<Option<String>> {
    let intent = payable(ctx, actor, id, shown_total).await?;
    let open = intent.filter(|intent| {
        matches!(
            intent.status,
            IntentStatus::RequiresPaymentMethod | IntentStatus::RequiresAction
        )
    });
    Ok(open.and_then(|intent| intent.client_secret))
}

/// The open payment of a hold; none when the stay is paid for already. `TooMany` for who begins to pay too often.
async fn payable(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
    shown_total: i64,
) -> Result<Option<Intent>> {
    limits::spend(ctx, Kind::Payment, Some(Account::User(actor.user_id))).await?;
    let booking = records::own(&ctx.db, actor, id).await?;
    let booking = match records::state(&booking)? {
        State::Held => booking,
        State::Authorized | State::Capturing | State::Confirmed | State::Completed => {
            return Ok(None);
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
    let intent = at_the_provider(ctx, id).await;
    intent.map(Some).map_err(unreachable)
}

/// Runs the effect that creates the payment, or waits for the worker that is at it. `Gateway` when there is none in time.
pub(super) async fn at_the_provider(ctx: &Context, id: Uuid) -> Result<Intent> {
    for _ in 0..LOOKS {
        if let Some(intent) = records::payment(&ctx.db, id).await?.intent_id {
            let unknown = || Error::Gateway(format!("the provider does not know {intent}"));
            return ctx.gateway.retrieve(&intent).await?.ok_or_else(unknown);
        }
        if outbox::run_due(ctx, Some(id)).await? == 0 {
            tokio::time::sleep(BETWEEN).await;
        }
    }
    Err(Error::Gateway(
        "the payment was not created in time".to_owned(),
    ))
}

/// What a guest reads while the provider is down.
fn unreachable(error: Error) -> Error {
    match error {
        Error::Gateway(reason) => {
            tracing::warn!(reason, "the payment provider could not be reached");
            let sentence = "The payment provider cannot be reached at the moment. Your hold stays: try again in a minute.";
            domain::Error::Refused(sentence.to_owned()).into()
        }
        other => other,
    }
}

/// The guest came back from the provider: look at the payment, advance, and take the money at once, so that the next
/// page can say "confirmed". Returns where the booking stands now.
pub async fn returned(ctx: &Context, actor: &Actor, id: Uuid) -> Result<State> {
    records::own(&ctx.db, actor, id).await?;
    let state = match advance(ctx, id).await {
        Ok(state) => state,
        // The reconciler looks again; the page shows what is known.
        Err(Error::Gateway(reason)) => {
            tracing::warn!(booking = %id, reason, "the payment could not be looked at");
            records::state(&records::booking(&ctx.db, id).await?)?
        }
        Err(error) => return Err(error),
    };
    taken(ctx, id, state, LOOKS).await
}

/// Takes the money of a booking that stands at `state`, or waits for the worker that is at it, a tenth of a second for each look; where
/// it stands then.
pub(super) async fn taken(ctx: &Context, id: Uuid, mut state: State, looks: u32) -> Result<State> {
    for _ in 0..looks {
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
