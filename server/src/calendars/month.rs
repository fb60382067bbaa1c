//! One month of a home's calendar, in two statements.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::{
    Money, Pricing,
    bookings::State,
    calendars::{Month, Nights, last_night},
    listings::Status,
    stays::{Stay, today_in},
};
use uuid::Uuid;

use super::{
    homes::not_found,
    rows::{self, Booking, Kept, Taken},
    view::{Block, CalendarView, Day, DayState, StayBar},
};
use crate::{Context, Error, Result, accounts::Actor, bookings::records};

/// How far back a calendar can be turned, in months.
const BACK: u32 = 24;

/// The month of `word` (`2026-12`) in the calendar of the actor's own home; another's is not found. Without a word, or
/// with one that is no month, it is today's; one outside of the calendar is its nearest end.
///
/// Two statements: the home, and its taken nights with who has them.
pub async fn month(
    ctx: &Context,
    actor: &Actor,
    listing: Uuid,
    word: Option<&str>,
) -> Result<CalendarView> {
    let head = rows::head(&ctx.db, actor, listing).await?;
    let head = head.ok_or_else(not_found)?;
    let unreadable =
        |column: &str| Error::Internal(format!("listing {listing}: {column} cannot be read"));
    let pricing: Pricing =
        serde_json::from_str(&head.pricing).map_err(|_| unreadable("pricing"))?;
    let timezone = records::timezone(&head.timezone)?;
    let today = today_in(timezone, ctx.clock.now());
    let pages = Pages::around(today);
    let month = word.and_then(Month::parse).unwrap_or(Month::of(today));
    let month = month.clamp(pages.first, pages.last);
    // The night before tells who leaves on the first.
    let wanted = Nights {
        first: month.first().pred_opt().unwrap_or(month.first()),
        last: month.last(),
    };
    let sheet = Sheet {
        month,
        today,
        last_night: last_night(today),
        pricing,
        taken: rows::taken(&ctx.db, listing, wanted).await?,
    };
    Ok(CalendarView {
        home: head.home.home(),
        status: Status::parse(&head.status).ok_or_else(|| unreadable("status"))?,
        version: head.version,
        timezone,
        today,
        last_night: sheet.last_night,
        month,
        previous: (month > pages.first).then(|| month.previous()),
        next: (month < pages.last).then(|| month.next()),
        days: sheet.days(),
        stays: sheet.stays()?,
        blocks: sheet.blocks(),
    })
}

/// The months that a calendar has.
struct Pages {
    first: Month,
    last: Month,
}

impl Pages {
    fn around(today: NaiveDate) -> Self {
        Self {
            first: Month::of(today).back(BACK),
            last: Month::of(last_night(today)),
        }
    }
}

/// A month's nights, and what they are read with.
struct Sheet {
    month: Month,
    today: NaiveDate,
    last_night: NaiveDate,
    pricing: Pricing,
    /// In their order, that before the month's first among them.
    taken: Vec<Taken>,
}

impl Sheet {
    fn days(&self) -> Vec<Day> {
        let by_night: BTreeMap<NaiveDate, &Taken> = self
            .taken
            .iter()
            .map(|taken| (taken.night, taken))
            .collect();
        let booked = |night: NaiveDate| by_night.get(&night).and_then(|row| row.booking.as_ref());
        let day = |date: NaiveDate| {
            let over = date < self.today;
            let left = date.pred_opt().and_then(booked);
            Day {
                date,
                state: match by_night.get(&date) {
                    Some(taken) => taken.state(),
                    None if over => DayState::Past,
                    None => DayState::Free,
                },
                fixed: over || date > self.last_night,
                arrival: id_if(booked(date), |booking| booking.check_in == date),
                departure: id_if(left, |booking| booking.check_out == date),
                price: self.price(date).filter(|_| !over),
            }
        };
        self.month.days().map(day).collect()
    }

    fn price(&self, night: NaiveDate) -> Option<Money> {
        let minor = self.pricing.nightly_on(night);
        (minor > 0).then(|| Money::new(minor, self.pricing.currency))
    }

    fn stays(&self) -> Result<Vec<StayBar>> {
        let mut stays: Vec<StayBar> = Vec::new();
        for booking in self.taken.iter().filter_map(|taken| taken.booking.as_ref()) {
            let seen = stays.iter().any(|bar| bar.booking == booking.booking_id);
            if !seen && booking.check_out >= self.month.first() {
                stays.push(booking.bar()?);
            }
        }
        Ok(stays)
    }

    fn blocks(&self) -> Vec<Block> {
        let mut blocks: Vec<Block> = Vec::new();
        for kept in self.taken.iter().filter_map(|taken| taken.block.as_ref()) {
            let seen = blocks.iter().any(|block| block.id == kept.block_id);
            if !seen && kept.last_night >= self.month.first() {
                blocks.push(kept.block());
            }
        }
        blocks
    }
}

fn id_if(booking: Option<&Booking>, holds: impl Fn(&Booking) -> bool) -> Option<Uuid> {
    booking
        .filter(|booking| holds(booking))
        .map(|booking| booking.booking_id)
}

impl Taken {
    fn state(&self) -> DayState {
        match (&self.booking, &self.block) {
            (Some(booking), _) if booking.is_confirmed() => DayState::Booked {
                booking: booking.booking_id,
            },
            (Some(booking), _) => DayState::Held {
                booking: booking.booking_id,
            },
            (None, Some(kept)) => DayState::Blocked {
                block: kept.block_id,
            },
            (None, None) => DayState::Elsewhere,
        }
    }
}

impl Booking {
    fn is_confirmed(&self) -> bool {
        let state = State::parse(&self.state);
        matches!(state, Some(State::Confirmed | State::Completed))
    }

    fn bar(&self) -> Result<StayBar> {
        let unknown = || Error::Internal(format!("no such booking state: {}", self.state));
        Ok(StayBar {
            booking: self.booking_id,
            guest: self.guest.clone(),
            stay: Stay {
                check_in: self.check_in,
                check_out: self.check_out,
            },
            guests: self.guests,
            state: State::parse(&self.state).ok_or_else(unknown)?,
        })
    }
}

impl Kept {
    fn block(&self) -> Block {
        Block {
            id: self.block_id,
            nights: Nights {
                first: self.first_night,
                last: self.last_night,
            },
            note: self.note.clone(),
        }
    }
}
