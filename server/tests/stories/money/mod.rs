//! Stories of money: refunds, disputes, the ledger and the provider, whatever happens between them.

mod breaker;
mod comparing;
mod disputes;
mod given_back;
mod payouts;
mod refunds;
mod scene;
mod timeline;
