//! What any payment provider must be able to do.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::Result;

/// A payment provider. Calls are made outside database transactions, with the id of the effect as idempotency key:
/// the same effect again gives the same answer and moves money once.
#[async_trait::async_trait]
pub trait PaymentGateway: Send + Sync {
    /// "sandbox" or "stripe".
    fn name(&self) -> &'static str;

    /// A payment that a card can authorise and that is captured later.
    async fn create_intent(&self, effect: Uuid, intent: NewIntent) -> Result<Intent>;

    /// The provider's own word on a payment; `None` when it knows no such id.
    async fn retrieve(&self, id: &str) -> Result<Option<Intent>>;

    /// Takes the authorised money. The answer tells what the intent has become: it need not be `Succeeded`.
    async fn capture(&self, effect: Uuid, id: &str) -> Result<Intent>;

    /// Ends a payment that was not captured. The answer tells what the intent has become.
    async fn cancel(&self, effect: Uuid, id: &str) -> Result<Intent>;

    /// What a provider inside this process has to do now and then; a real one has nothing to do here.
    async fn tend(&self) -> Result<()> {
        Ok(())
    }
}

/// What a new payment is for.
#[derive(Debug, Clone)]
pub struct NewIntent {
    pub booking_id: Uuid,
    /// In the provider's units of the currency.
    pub amount: i64,
    /// ISO 4217, upper case.
    pub currency: String,
    /// Path on our site where the guest comes back.
    pub return_path: String,
}

/// A payment as the provider knows it.
#[derive(Debug, Clone, PartialEq)]
pub struct Intent {
    pub id: String,
    pub booking_id: Uuid,
    /// In the provider's units of the currency.
    pub amount: i64,
    pub currency: String,
    pub status: IntentStatus,
    /// In the provider's units.
    pub captured: i64,
    /// How many cards were declined so far.
    pub declined_cards: u32,
    pub last_error: Option<String>,
    /// Where the guest enters the card.
    pub page: String,
    /// When the authorisation lapses; only when there is one.
    pub capture_before: Option<DateTime<Utc>>,
}

/// Stripe's words for where a payment stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IntentStatus {
    RequiresPaymentMethod,
    RequiresAction,
    RequiresCapture,
    Succeeded,
    Canceled,
}

impl IntentStatus {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::RequiresPaymentMethod => "requires_payment_method",
            Self::RequiresAction => "requires_action",
            Self::RequiresCapture => "requires_capture",
            Self::Succeeded => "succeeded",
            Self::Canceled => "canceled",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        [
            Self::RequiresPaymentMethod,
            Self::RequiresAction,
            Self::RequiresCapture,
            Self::Succeeded,
            Self::Canceled,
        ]
        .into_iter()
        .find(|status| status.as_str() == text)
    }
}
