//! What any payment provider must be able to do.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::Result;

/// A payment provider. Calls are made outside database transactions, with the id of the effect as idempotency key:
/// the same effect again gives the same answer and moves money once. Providers forget keys after a day.
///
/// # Errors
/// `Gateway` when the provider was not reached or could not do it just now: worth another attempt, and it counts for
/// the breaker. `Internal` when the call can never succeed. What the provider refuses is no error but an answer.
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

    /// Gives money back. After a day the key is forgotten, so whoever repeats a refund looks among `refunds` first.
    async fn refund(&self, effect: Uuid, refund: NewRefund) -> Result<RefundAnswer>;

    /// Every refund of the payment, whoever made it, oldest first.
    async fn refunds(&self, intent: &str) -> Result<Vec<ProviderRefund>>;

    /// Every dispute of the payment, oldest first.
    async fn disputes(&self, intent: &str) -> Result<Vec<ProviderDispute>>;

    /// A page of the payments that were made, refunded or disputed at `since` or later; the same one may come more
    /// than once. `after` is the `next` of the page before.
    async fn touched_since(&self, since: DateTime<Utc>, after: Option<&str>) -> Result<Touched>;

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
    /// Where the guest enters the card, when that is a page of the provider's.
    pub page: Option<String>,
    /// What the guest's browser needs to enter the card on our own page; secret from everybody else.
    pub client_secret: Option<String>,
    /// When the authorisation lapses; only when there is one.
    pub capture_before: Option<DateTime<Utc>>,
}

/// Money that shall go back.
#[derive(Debug, Clone)]
pub struct NewRefund {
    pub intent_id: String,
    /// Our id, kept by the provider with the refund.
    pub refund: Uuid,
    /// In the provider's units of the payment's currency.
    pub amount: i64,
}

/// What the provider says to a refund.
#[derive(Debug, Clone, PartialEq)]
pub enum RefundAnswer {
    Made(ProviderRefund),
    /// Not as long as the payment is disputed.
    Barred,
    /// Never: there is not so much left of the payment, or it was not captured. The sentence is the provider's.
    Refused(String),
}

/// A refund as the provider knows it.
#[derive(Debug, Clone, PartialEq)]
pub struct ProviderRefund {
    pub id: String,
    /// Our id; none when it was not made by us.
    pub refund: Option<Uuid>,
    /// In the provider's units.
    pub amount: i64,
    pub status: RefundStatus,
    /// Why it failed.
    pub failure: Option<String>,
    pub created_at: DateTime<Utc>,
}

/// A cancelled refund counts as failed: the money did not go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RefundStatus {
    Pending,
    Succeeded,
    Failed,
}

/// The guest's bank asks for the money back, or asks whether it must.
#[derive(Debug, Clone, PartialEq)]
pub struct ProviderDispute {
    pub id: String,
    /// In the provider's units.
    pub amount: i64,
    pub status: DisputeStatus,
    pub reason: String,
    /// Whether refunds are possible meanwhile: then it is only an inquiry, and the provider has not taken the money.
    pub refundable: bool,
    pub opened_at: DateTime<Utc>,
}

/// An inquiry that was closed without a dispute counts as won.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DisputeStatus {
    Open,
    Won,
    Lost,
}

/// A page of payments in which something happened.
#[derive(Debug, Clone, PartialEq)]
pub struct Touched {
    /// The provider's ids.
    pub intents: Vec<String>,
    /// Asks for the next page; none when this was the last.
    pub next: Option<String>,
}

impl RefundStatus {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Succeeded => "succeeded",
            Self::Failed => "failed",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        [Self::Pending, Self::Succeeded, Self::Failed]
            .into_iter()
            .find(|status| status.as_str() == text)
    }
}

impl DisputeStatus {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Won => "won",
            Self::Lost => "lost",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        [Self::Open, Self::Won, Self::Lost]
            .into_iter()
            .find(|status| status.as_str() == text)
    }
}

/// Stripe's words for where a payment stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IntentStatus {
    RequiresPaymentMethod,
    RequiresAction,
    RequiresCapture,
    /// The provider is at it: it may still become anything.
    Processing,
    Succeeded,
    Canceled,
}

impl IntentStatus {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::RequiresPaymentMethod => "requires_payment_method",
            Self::RequiresAction => "requires_action",
            Self::RequiresCapture => "requires_capture",
            Self::Processing => "processing",
            Self::Succeeded => "succeeded",
            Self::Canceled => "canceled",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        [
            Self::RequiresPaymentMethod,
            Self::RequiresAction,
            Self::RequiresCapture,
            Self::Processing,
            Self::Succeeded,
            Self::Canceled,
        ]
        .into_iter()
        .find(|status| status.as_str() == text)
    }
}
