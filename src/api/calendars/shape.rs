//! A month of a home's calendar as its host's programs read it.

use chrono::NaiveDate;
use domain::calendars::Nights;
use serde::Serialize;
use server::calendars::{Block, CalendarView, Day, DayState, StayBar};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::api::money::major;

/// A month of a home's calendar.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Calendar)]
pub(super) struct CalendarBody {
    place_id: Uuid,
    /// IANA name.
    timezone: String,
    /// Today at the home.
    today: NaiveDate,
    #[schema(example = "2027-06")]
    month: String,
    /// None where the calendar begins.
    previous: Option<String>,
    /// None where it ends.
    next: Option<String>,
    days: Vec<DayBody>,
    bookings: Vec<StayBody>,
    blocks: Vec<BlockBody>,
}

/// The night that begins on a day.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CalendarDay)]
struct DayBody {
    date: NaiveDate,
    /// "free", "past", "blocked", "booked", "held" (a booking that is not confirmed yet) or "elsewhere" (another calendar).
    #[schema(example = "free")]
    state: String,
    booking_id: Option<Uuid>,
    block_id: Option<Uuid>,
    /// Major units; none for what is over, and without a price.
    price: Option<f64>,
    price_minor: Option<i64>,
    currency: Option<String>,
}

/// A booking that has a night or its departure in the month.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CalendarBooking)]
struct StayBody {
    id: Uuid,
    /// The guest's first name.
    guest: String,
    check_in_date: NaiveDate,
    check_out_date: NaiveDate,
    guests: u32,
    status: String,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CalendarBlock)]
struct BlockBody {
    id: Uuid,
    first_night: NaiveDate,
    last_night: NaiveDate,
    note: String,
}

/// Nights in a row, the last one among them.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Nights)]
pub(super) struct NightsBody {
    first_night: NaiveDate,
    last_night: NaiveDate,
}

impl From<Nights> for NightsBody {
    fn from(nights: Nights) -> Self {
        Self {
            first_night: nights.first,
            last_night: nights.last,
        }
    }
}

impl From<CalendarView> for CalendarBody {
    fn from(view: CalendarView) -> Self {
        Self {
            place_id: view.home.id,
            timezone: view.timezone.name().to_owned(),
            today: view.today,
            month: view.month.slug(),
            previous: view.previous.map(|month| month.slug()),
            next: view.next.map(|month| month.slug()),
            days: view.days.into_iter().map(DayBody::from).collect(),
            bookings: view.stays.into_iter().map(StayBody::from).collect(),
            blocks: view.blocks.into_iter().map(BlockBody::from).collect(),
        }
    }
}

impl From<Day> for DayBody {
    fn from(day: Day) -> Self {
        let (state, booking_id, block_id) = match day.state {
            DayState::Free => ("free", None, None),
            DayState::Past => ("past", None, None),
            DayState::Blocked { block } => ("blocked", None, Some(block)),
            DayState::Booked { booking } => ("booked", Some(booking), None),
            DayState::Held { booking } => ("held", Some(booking), None),
            DayState::Elsewhere => ("elsewhere", None, None),
        };
        Self {
            date: day.date,
            state: state.to_owned(),
            booking_id,
            block_id,
            price: day.price.map(major),
            price_minor: day.price.map(|price| price.minor),
            currency: day.price.map(|price| price.currency.code().to_owned()),
        }
    }
}

impl From<StayBar> for StayBody {
    fn from(bar: StayBar) -> Self {
        Self {
            id: bar.booking,
            guest: bar.guest,
            check_in_date: bar.stay.check_in,
            check_out_date: bar.stay.check_out,
            guests: bar.guests,
            status: bar.state.status().as_str().to_owned(),
        }
    }
}

impl From<Block> for BlockBody {
    fn from(block: Block) -> Self {
        Self {
            id: block.id,
            first_night: block.nights.first,
            last_night: block.nights.last,
            note: block.note,
        }
    }
}
