//! A month of a home's calendar, as its host sees it.

use chrono::NaiveDate;
use chrono_tz::Tz;
use domain::{
    Money,
    bookings::State,
    calendars::{Month, Nights},
    listings::Status,
    stays::Stay,
};
use uuid::Uuid;

use crate::bookings::Home;

#[derive(Debug, Clone, PartialEq)]
pub struct CalendarView {
    pub home: Home,
    pub status: Status,
    /// `listings.version`.
    pub version: u32,
    pub timezone: Tz,
    /// Today at the home.
    pub today: NaiveDate,
    /// The last night that can be kept free.
    pub last_night: NaiveDate,
    pub month: Month,
    /// `None` where the calendar begins or ends.
    pub previous: Option<Month>,
    pub next: Option<Month>,
    /// Every day of the month.
    pub days: Vec<Day>,
    /// Bookings that have a night or their departure in the month, the first arrival first.
    pub stays: Vec<StayBar>,
    /// Blocks that have a night in the month, the first one first.
    pub blocks: Vec<Block>,
}

/// A day, and the night that begins on it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Day {
    pub date: NaiveDate,
    pub state: DayState,
    /// Over, or beyond the last night: nothing can be done with it.
    pub fixed: bool,
    /// The booking whose guest arrives on this day; it is also that of the night.
    pub arrival: Option<Uuid>,
    /// The booking whose guest leaves on this day.
    pub departure: Option<Uuid>,
    /// Of the night; none when the home has no price yet.
    pub price: Option<Money>,
}

/// Who has the night.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayState {
    /// Nobody, and a guest can book it.
    Free,
    /// Nobody, and it is over.
    Past,
    /// The host keeps it free: a block of `CalendarView::blocks`.
    Blocked { block: Uuid },
    /// A stay of `CalendarView::stays` that is confirmed or over.
    Booked { booking: Uuid },
    /// A stay of `CalendarView::stays` that is not confirmed yet.
    Held { booking: Uuid },
    /// Taken by another calendar.
    Elsewhere,
}

/// A booking as a bar across the month.
#[derive(Debug, Clone, PartialEq)]
pub struct StayBar {
    pub booking: Uuid,
    /// The guest's first name.
    pub guest: String,
    pub stay: Stay,
    pub guests: u32,
    pub state: State,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    pub id: Uuid,
    /// All of its nights, also those outside the month.
    pub nights: Nights,
    /// For the host alone; may be empty.
    pub note: String,
}

impl CalendarView {
    /// The booking of a `DayState` or of a day's arrival or departure.
    pub fn stay(&self, booking: Uuid) -> Option<&StayBar> {
        self.stays.iter().find(|bar| bar.booking == booking)
    }

    pub fn block(&self, id: Uuid) -> Option<&Block> {
        self.blocks.iter().find(|block| block.id == id)
    }
}
