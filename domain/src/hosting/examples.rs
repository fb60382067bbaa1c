//! What some stays would cost: so that a host sees what a price comes to before guests do.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use crate::{
    Pricing, Quote, Result, Stay,
    pricing::{Ask, Fees, MONTH, WEEK, quote},
    text::count,
};

/// Days ahead at which neither an early nor a last-minute discount is meant to be seen.
const USUALLY_BOOKED: u64 = 61;

/// One example: what it shows, and its price or why there is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Example {
    /// `A weekend for 2 guests, Fri 7 – Sun 9 August`
    pub label: String,
    pub quote: Result<Quote>,
}

/// Which stays a home takes, and for how many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Room {
    /// 0 when it is not known yet.
    pub capacity: u32,
    pub min_nights: u32,
    pub max_nights: u32,
}

/// A kind of stay: its name, its first night, its nights and its guests.
type Wanted = (&'static str, NaiveDate, u32, u32);

/// A weekend, a week, a month, and a stay for each discount that hangs on the time of booking, as far as the home takes
/// such stays; otherwise its shortest. `today` is the home's.
pub fn examples(pricing: &Pricing, room: Room, fees: &Fees, today: NaiveDate) -> Vec<Example> {
    let example = |(name, check_in, nights, guests): Wanted| {
        let stay = Stay {
            check_in,
            check_out: check_in + Days::new(u64::from(nights)),
        };
        let ask = Ask {
            stay,
            guests,
            today,
        };
        Example {
            label: format!("{name} for {}, {}", count(guests, "guest"), stay.label()),
            quote: quote(pricing, &ask, fees),
        }
    };
    let wanted = wanted(pricing, room, today);
    wanted.into_iter().map(example).collect()
}

fn wanted(pricing: &Pricing, room: Room, today: NaiveDate) -> Vec<Wanted> {
    let all = room.capacity.max(1);
    let two = all.min(2);
    let later = today + Days::new(USUALLY_BOOKED);
    let (friday, monday) = (next(later, Weekday::Fri), next(later, Weekday::Mon));
    let mut wanted = vec![
        ("A weekend", friday, 2, two),
        ("A week", monday, WEEK, all),
        ("Four weeks", monday, MONTH, two),
    ];
    if let Some(early) = pricing.early {
        let ahead = today + Days::new(u64::from(early.days));
        wanted.push(("Booked early", next(ahead, Weekday::Mon), 3, two));
    }
    if pricing.last_minute.is_some() {
        wanted.push(("Booked for tomorrow", today + Days::new(1), 3, two));
    }
    wanted.retain(|(.., nights, _)| (room.min_nights..=room.max_nights.max(1)).contains(nights));
    if wanted.is_empty() {
        wanted.push(("The shortest stay", monday, room.min_nights.max(1), two));
    }
    wanted
}

/// The first such day of the week, from `date` on.
fn next(date: NaiveDate, weekday: Weekday) -> NaiveDate {
    let days = 7 + weekday.num_days_from_monday() - date.weekday().num_days_from_monday();
    date + Days::new(u64::from(days % 7))
}
