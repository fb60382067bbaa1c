//! Stories of money: refunds, disputes, the ledger and the provider, whatever happens between them.

#[path = "../support/mod.rs"]
mod support;

// What guests do is shared with the stories of bookings; not all of it is done here.
#[allow(dead_code)]
#[path = "../bookings/stage.rs"]
mod stage;

mod breaker;
mod comparing;
mod disputes;
mod given_back;
mod payouts;
mod refunds;
mod scene;
mod timeline;
