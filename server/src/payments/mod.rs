//! Taking money through a provider: the gateway, the one step that advances a booking, and the built-in Sandbox.

mod advance;
pub mod effects;
mod gateway;
mod ledger;
mod reconcile;
pub mod sandbox;
mod units;
pub mod webhooks;

pub use advance::advance;
pub use gateway::{
    DisputeStatus, Intent, IntentStatus, NewIntent, NewRefund, PaymentGateway, ProviderDispute,
    ProviderRefund, RefundAnswer, RefundStatus, Touched,
};
pub(crate) use ledger::{charged, refunded};
pub use reconcile::reconcile;
pub(crate) use units::to_provider;
