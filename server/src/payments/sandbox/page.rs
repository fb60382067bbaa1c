//! What the provider's own page shows and takes: the card, and the authentication step.

use domain::{FieldError, money::Money};
use uuid::Uuid;

use crate::{Context, Error, Result, payments::IntentStatus};

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

/// The card form as typed; never stored.
#[derive(Clone)]
pub struct Card {
    pub number: String,
    /// "MM/YY" or "MM/YYYY"
    pub expiry: String,
    pub cvc: String,
    pub name: String,
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
pub async fn intent(_ctx: &Context, _id: &str) -> Result<Option<IntentView>> {
    Err(Error::Internal("sandbox::intent".into()))
}

/// Tries a card.
pub async fn submit_card(_ctx: &Context, _id: &str, _card: Card) -> Result<Next> {
    Err(Error::Internal("sandbox::submit_card".into()))
}

/// Ends the authentication step: approved, or refused and another card may be tried.
pub async fn authenticate(_ctx: &Context, _id: &str, _approve: bool) -> Result<Next> {
    Err(Error::Internal("sandbox::authenticate".into()))
}
