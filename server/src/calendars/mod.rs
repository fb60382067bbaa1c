//! A home's calendar for its host: the nights of a month, and keeping nights free.

mod block;
mod free;
mod homes;
mod month;
mod nights;
mod rows;
mod view;

pub use block::block;
pub use free::free;
pub use month::month;
pub use view::{Block, CalendarView, Day, DayState, StayBar};
