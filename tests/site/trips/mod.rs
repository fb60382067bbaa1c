//! What a guest does with a booking through the browser's forms: withdraw a request, cancel a stay, read where the money
//! is; with wrong guests, wrong states, and everything sent twice.

mod cancel;
mod money;
mod request;
mod whose;
