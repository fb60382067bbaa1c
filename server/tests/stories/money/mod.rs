//! Stories of money: refunds, disputes, the ledger and the provider, whatever happens between them.

mod breaker;
mod changed;
mod comparing;
mod disputes;
mod given_back;
mod given_up;
mod payouts;
mod refunds;
mod scene;
mod still_owed;
mod timeline;
