//! The built-in payment provider: no money moves. It has its own tables and transactions, as if it were somebody else's.

mod books;
mod cards;
mod delivery;
mod gateway;
mod page;
pub mod signature;

pub use cards::Card;
pub use gateway::Sandbox;
pub use page::{IntentView, Next, authenticate, intent, submit_card};
