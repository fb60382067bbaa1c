//! What a host sees first: who waits for an answer, who comes, who is here, who leaves, the homes, and what was earned.

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use domain::{calendars::Month, listings::Status, money::Money, stays::Stay};
use uuid::Uuid;

use crate::bookings::Home;

#[derive(Debug, Clone, PartialEq)]
pub struct Dashboard {
    /// Empty for somebody who has never made a home. Published first, archived last; at most a hundred.
    pub homes: Vec<HomeCard>,
    /// Whether there are more homes than these.
    pub more_homes: bool,
    /// What waits for the host's answer, the one that lapses first at the top.
    pub requests: Vec<Request>,
    /// Confirmed stays whose check-in time comes within a week, the first one first.
    pub arrivals: Vec<Visit>,
    /// Confirmed stays under way: between check-in and check-out time, the first departure first.
    pub here: Vec<Visit>,
    /// Stays that end within a week, the first one first; those under way are in `here` too.
    pub departures: Vec<Visit>,
    /// Whether there are more stays than these lists hold (a hundred in all).
    pub more: bool,
    /// One for each currency that money ever came in, the code's order.
    pub earnings: Vec<Earnings>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct HomeCard {
    pub home: Home,
    pub status: Status,
    pub timezone: Tz,
    /// It came when HBnB moved, and its host has not said yet that what was filled in is right.
    pub to_confirm: bool,
}

/// A stay that touches these days.
#[derive(Debug, Clone, PartialEq)]
pub struct Visit {
    pub booking: Uuid,
    pub home_id: Uuid,
    pub home_title: String,
    /// The guest's first name.
    pub guest: String,
    pub guests: u32,
    pub stay: Stay,
    pub timezone: Tz,
    /// Today at the home.
    pub today: NaiveDate,
    /// Minutes since midnight, the home's own time, as promised at booking.
    pub check_in_from: u32,
    pub check_out_by: u32,
}

/// A guest who asks to come, and whose card is authorised.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    pub booking: Uuid,
    pub home_title: String,
    /// The guest's first name.
    pub guest: String,
    pub guests: u32,
    pub stay: Stay,
    /// What the guest pays.
    pub total: Money,
    pub timezone: Tz,
    /// Then it lapses; none for one that came when HBnB moved, which waits.
    pub answer_by: Option<DateTime<Utc>>,
}

/// The host's account of the ledger in one currency: what guests paid less what went back, whether or not it was paid out.
#[derive(Debug, Clone, PartialEq)]
pub struct Earnings {
    /// Since the beginning.
    pub total: Money,
    pub this_month: Money,
    /// The sum of `months`.
    pub last_year: Money,
    /// This month and the eleven before it, oldest first, by the day (UTC) on which money moved.
    pub months: Vec<MonthEarned>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MonthEarned {
    pub month: Month,
    pub amount: Money,
}
