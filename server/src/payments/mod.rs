//! Taking money through a provider: the gateway, and the built-in Sandbox.

mod gateway;
pub mod sandbox;
pub mod webhooks;

pub use gateway::{Intent, IntentStatus, NewIntent, PaymentGateway};
