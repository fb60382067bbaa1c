//! The built-in payment provider: no money moves. It has its own tables and transactions, as if it were somebody else's.

mod books;
mod cards;
mod confirm;
mod delivery;
mod disputes;
mod faults;
mod gateway;
mod owner;
mod page;
mod refunds;
pub mod signature;

pub use cards::Card;
pub use confirm::{Confirmed, confirm};
pub use faults::{Fault, arm};
pub use gateway::Sandbox;
pub use owner::{close_dispute, give_back, open_dispute};
pub use page::{IntentView, Next, authenticate, intent, pay_with, submit_card};
