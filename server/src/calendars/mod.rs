//! A home's calendar for its host: the nights of a month, and keeping nights free.

mod view;

pub use view::{Block, CalendarView, Day, DayState, StayBar};
