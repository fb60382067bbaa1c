//! Stories of payments through Stripe: against a fake of ours that can fail, against stripe-mock, which knows Stripe's OpenAPI
//! document, and on localstripe, which keeps books of its own.

mod faults;
mod gateway;
mod journeys;
mod local;
mod messages;
mod mock;
mod stage;

mod fake;
