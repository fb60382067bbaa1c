//! Stories of bookings: from hold to stay or to a cancellation, every refusal on the way, and what the payment provider does meanwhile.

mod answers;
mod asks;
mod cancels;
mod cents;
mod claims;
mod ending;
mod ends;
mod hold;
mod intents;
mod limits;
mod lost_commit;
mod meanwhile;
mod outbox;
mod pay;
mod races;
mod strays;
mod trips;
mod unreachable;
mod waiting;
mod webhooks;
mod whole;
