//! Stripe as a payment provider, through async-stripe's requests: manual capture, cards only, the effect's id as
//! idempotency key. Answers are read by small structs of ours, which need no more of them than we use: Stripe may add to
//! its objects, and other servers that speak its language leave much of them out.

mod answers;
mod calls;
mod card;
mod gateway;
mod money_back;
mod settings;
mod touched;

pub use card::CardForm;
pub use gateway::Stripe;
pub use settings::StripeSettings;

/// The header in which Stripe signs its messages.
pub const SIGNATURE_HEADER: &str = "stripe-signature";
