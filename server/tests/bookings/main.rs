//! Stories of bookings: from hold to stay, every refusal on the way, and what the payment provider does meanwhile.

#[path = "../support/mod.rs"]
mod support;

mod ends;
mod hold;
mod limits;
mod lost_commit;
mod meanwhile;
mod outbox;
mod pay;
mod stage;
mod trips;
mod webhooks;
mod whole;
