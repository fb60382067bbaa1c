//! What the provider's own page shows and takes: the card, and the authentication step.

use domain::{
    error::FieldError,
    money::{Currency, Money},
};
use uuid::Uuid;

use super::{
    Card,
    books::{self, Change, DECLINED},
    cards::{Answer, Method},
};
use crate::{
    Context, Error, Result,
    entities::sandbox_intents,
    payments::{IntentStatus, units},
};

/// The payment as the provider's page shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct IntentView {
    pub id: String,
    pub booking_id: Uuid,
    pub amount: Money,
    pub status: IntentStatus,
    /// Where the guest goes on when this page has nothing more to ask.
    pub return_url: String,
    pub last_error: Option<String>,
}

/// What the page does after the form was sent.
#[derive(Debug, Clone, PartialEq)]
pub enum Next {
    /// Back to our site.
    Return(String),
    /// The card's bank wants to know that it is you: show the authentication step (the same page).
    Authenticate,
    /// Typing mistakes and declined cards; fields "number", "expiry", "cvc", "name".
    Refused(Vec<FieldError>),
}

/// The payment with this id, if the Sandbox is the provider and knows it.
pub async fn intent(ctx: &Context, id: &str) -> Result<Option<IntentView>> {
    match find(ctx, id).await? {
        Some(row) => {
            let currency = Currency::parse(&row.currency)?;
            Ok(Some(IntentView {
                amount: Money {
                    minor: units::from_provider(row.amount, currency),
                    currency,
                },
                status: books::status(&row),
                id: row.id,
                booking_id: row.booking_id,
                return_url: row.return_url,
                last_error: row.last_error,
            }))
        }
        None => Ok(None),
    }
}

/// Tries a card. Once the payment is authorised or over, the guest is only sent back.
pub async fn submit_card(ctx: &Context, id: &str, card: Card) -> Result<Next> {
    let row = known(ctx, id).await?;
    match books::status(&row) {
        IntentStatus::RequiresPaymentMethod => {}
        IntentStatus::RequiresAction => return Ok(Next::Authenticate),
        _ => return Ok(Next::Return(row.return_url)),
    }
    match card.method(ctx.clock.now()) {
        Err(mistakes) => Ok(Next::Refused(mistakes)),
        Ok(method) => try_method(ctx, row, method).await,
    }
}

/// Pays with a test payment method by its name, "pm_card_visa", as a script does; `NotFound` for a name that there is not.
pub async fn pay_with(ctx: &Context, id: &str, method: &str) -> Result<Next> {
    let row = known(ctx, id).await?;
    let method = Method::named(method).ok_or(domain::Error::NotFound("Payment method"))?;
    match books::status(&row) {
        IntentStatus::RequiresPaymentMethod => try_method(ctx, row, method).await,
        IntentStatus::RequiresAction => Ok(Next::Authenticate),
        _ => Ok(Next::Return(row.return_url)),
    }
}

async fn try_method(
    ctx: &Context,
    row: sandbox_intents::Model,
    method: &'static Method,
) -> Result<Next> {
    let row = sandbox_intents::Model {
        payment_method: Some(method.name.to_owned()),
        ..row
    };
    match method.answer {
        Answer::Authorised => {
            authorise(ctx, &row, IntentStatus::RequiresPaymentMethod).await?;
            Ok(Next::Return(row.return_url))
        }
        Answer::AsksTheGuest => {
            let ask = Change {
                from: IntentStatus::RequiresPaymentMethod,
                to: IntentStatus::RequiresAction,
                event: "payment_intent.requires_action",
                last_error: None,
            };
            tell(ctx, &row, ask).await?;
            Ok(Next::Authenticate)
        }
        Answer::Declined(why) => {
            decline(ctx, &row, IntentStatus::RequiresPaymentMethod, why).await?;
            Ok(Next::Refused(vec![FieldError::new("number", why)]))
        }
    }
}

/// Ends the authentication step: approved, or refused and another card may be tried.
pub async fn authenticate(ctx: &Context, id: &str, approve: bool) -> Result<Next> {
    let row = known(ctx, id).await?;
    if books::status(&row) != IntentStatus::RequiresAction {
        return Ok(Next::Return(row.return_url));
    }
    if approve {
        authorise(ctx, &row, IntentStatus::RequiresAction).await?;
        return Ok(Next::Return(row.return_url));
    }
    let why = "Your bank could not confirm that it was you. Try again or use another card.";
    decline(ctx, &row, IntentStatus::RequiresAction, why).await?;
    Ok(Next::Refused(vec![FieldError::new("number", why)]))
}

async fn authorise(ctx: &Context, row: &sandbox_intents::Model, from: IntentStatus) -> Result<()> {
    let authorise = Change {
        from,
        to: IntentStatus::RequiresCapture,
        event: "payment_intent.amount_capturable_updated",
        last_error: None,
    };
    tell(ctx, row, authorise).await
}

async fn decline(
    ctx: &Context,
    row: &sandbox_intents::Model,
    from: IntentStatus,
    why: &str,
) -> Result<()> {
    let decline = Change {
        from,
        to: IntentStatus::RequiresPaymentMethod,
        event: DECLINED,
        last_error: Some(why),
    };
    tell(ctx, row, decline).await
}

/// A change that comes too late changes nothing: the page then shows what the payment has become.
async fn tell(ctx: &Context, row: &sandbox_intents::Model, change: Change<'_>) -> Result<()> {
    books::change(&ctx.db, row, change, ctx.clock.now()).await?;
    ctx.wake.notify_one();
    Ok(())
}

async fn find(ctx: &Context, id: &str) -> Result<Option<sandbox_intents::Model>> {
    if ctx.gateway.name() != "sandbox" {
        return Ok(None);
    }
    books::find(&ctx.db, id, ctx.clock.now()).await
}

async fn known(ctx: &Context, id: &str) -> Result<sandbox_intents::Model> {
    let unknown = || Error::User(domain::Error::NotFound("Payment"));
    find(ctx, id).await?.ok_or_else(unknown)
}
