//! What a provider's library in the browser does: a card for a payment whose secret it was given.

use subtle::ConstantTimeEq;

use super::{IntentView, Next, books, cards::Method, intent, pay_with};
use crate::{Context, Error, Result};

/// What became of the payment.
#[derive(Debug, Clone, PartialEq)]
pub struct Confirmed {
    pub intent: IntentView,
    /// Why the card was not taken, as a sentence.
    pub declined: Option<String>,
}

/// Pays with a test payment method by its name, "pm_card_visa". Once the payment is authorised or over it is only shown.
///
/// # Errors
/// `Invalid` at `payment_method` for a name that there is not; `NotFound` for a payment that there is not, for another secret,
/// and when the Sandbox is not the provider.
pub async fn confirm(ctx: &Context, id: &str, secret: &str, method: &str) -> Result<Confirmed> {
    if ctx.gateway.name() != "sandbox" {
        return Err(unknown());
    }
    let row = books::find(&ctx.db, id, ctx.clock.now()).await?;
    let row = row.ok_or_else(unknown)?;
    let theirs = row.client_secret.unwrap_or_default();
    if theirs.is_empty() || !bool::from(theirs.as_bytes().ct_eq(secret.as_bytes())) {
        return Err(unknown());
    }
    if Method::named(method).is_none() {
        let sentence = "There is no test payment method of this name; pm_card_visa pays.";
        return Err(domain::Error::field("payment_method", sentence).into());
    }
    let declined = match pay_with(ctx, id, method).await? {
        Next::Refused(why) => why.into_iter().next().map(|why| why.message),
        Next::Return(_) | Next::Authenticate => None,
    };
    let intent = intent(ctx, id).await?.ok_or_else(unknown)?;
    Ok(Confirmed { intent, declined })
}

fn unknown() -> Error {
    domain::Error::NotFound("Payment").into()
}
