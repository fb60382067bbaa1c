//! Bookings and money through the API: the old flow made safe, lists, answers of the host, calendars, prices; each with wrong
//! people, wrong states, and everything sent twice.

mod calendar;
mod claim;
mod ends;
mod host;
mod lists;
mod looks;
mod pay;
mod price;
pub mod world;
