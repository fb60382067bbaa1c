//! Taking money through a provider: the gateway, the one step that advances a booking, and the built-in Sandbox.

mod advance;
mod around;
mod breaker;
mod compare;
mod disputes;
pub mod effects;
mod gateway;
pub(crate) mod ledger;
mod look;
mod overview;
pub mod payouts;
mod reconcile;
pub mod refunds;
pub mod sandbox;
mod settle;
pub mod signature;
pub mod stripe;
mod timeline;
mod units;
pub mod webhooks;

pub use advance::advance;
pub use breaker::Guarded;
pub use compare::{Comparison, compare, daily, report};
pub use gateway::{
    DisputeStatus, Intent, IntentStatus, NewIntent, NewRefund, PaymentGateway, ProviderDispute,
    ProviderRefund, RefundAnswer, RefundStatus, Touched,
};
pub use ledger::Accounts;
pub use look::{Seen, is_known, look};
pub use overview::{FailedRefund, OpenDispute, Overlap, Overview, Report, overview};
pub use reconcile::reconcile;
pub use settle::settle;
pub use timeline::{Movement, timeline, timeline_csv};
pub(crate) use units::to_provider;
