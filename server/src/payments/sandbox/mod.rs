//! The built-in payment provider: no money moves. It has its own tables and transactions, as if it were somebody else's.

mod gateway;
mod page;

pub use gateway::Sandbox;
pub use page::{Card, IntentView, Next, authenticate, intent, submit_card};
