//! The other stays: day after day from a year ago to half a year ahead somebody arrives, or nobody does.

use chrono::{Datelike, NaiveDate};
use uuid::Uuid;

use super::{Ended, FUTURE, Kept, PAST, Plan, Planned, calendar::Calendar, custom};
use crate::seed::{days::date, dice::Dice, homes::Home, houses::House, travellers::Travellers};

/// Of a thousand arrivals, how many are cancelled again, or never paid for. Their nights go to somebody else.
const CANCELLED: i64 = 45;
const UNPAID: i64 = 30;

/// What hosts write beside nights that they keep.
const NOTES: [&str; 10] = [
    "Family here",
    "Ours this week",
    "Painting",
    "Plumber",
    "New mattresses come",
    "Friends from far away",
    "Deep clean",
    "My birthday",
    "The neighbours' building work",
    "Electrician",
];

/// Adds the stays of the house at `index`, around those that the plan has.
pub fn add(
    plan: &mut Plan,
    houses: &[House],
    index: usize,
    travellers: &mut Travellers,
    today: NaiveDate,
) {
    let House { home, town, .. } = &houses[index];
    let mut dice = Dice::of(home.key);
    let mut calendar = taken(plan, index);
    keep_some(plan, index, &mut calendar, &mut dice);
    let liking = dice.between(800, 1150);
    let mut day = -PAST;
    while day < FUTURE {
        let on = date(today, day);
        let busy = i64::from(town.busy[on.month0() as usize]) * 10 * liking / 1000;
        let busy = busy.min(930) * custom::booked_by_now(day) / 1000;
        let room = calendar.free(day, i64::from(home.max_nights));
        let comes = room >= i64::from(home.min_nights)
            && dice.chance(chance(busy, custom::usual_length(home), on));
        if !comes {
            day += 1;
            continue;
        }
        let nights = custom::length(home, on.weekday(), &mut dice).min(room);
        let guest = travellers.somebody_at_home(day, nights, &mut dice);
        let stay = stay(home, index, guest, (day, nights), &mut dice);
        if stay.ended == Ended::Paid {
            calendar.take(day, nights);
            travellers.away(guest, day, nights);
            day += nights;
        } else {
            day += 1;
        }
        plan.stays.push(stay);
    }
}

fn stay(
    home: &Home,
    house: usize,
    guest: Uuid,
    (starts, nights): (i64, i64),
    dice: &mut Dice,
) -> Planned {
    let stay = Planned {
        guest,
        house,
        starts,
        nights,
        guests: custom::party(home, dice),
        ahead: custom::ahead(dice),
        minute: dice.between(6 * 60, 18 * 60),
        ended: Ended::Paid,
    };
    let ended = came_to_nothing(&stay, dice);
    Planned {
        ended: ended.unwrap_or(stay.ended),
        ..stay
    }
}

/// In thousandths: as many arrivals as keep the home busy, more of them before weekends.
fn chance(busy: i64, length: i64, on: NaiveDate) -> i64 {
    let every_day = busy * 1000 / (busy + length * (1000 - busy)).max(1);
    every_day * custom::arrivals(on.weekday()) / 1000
}

fn taken(plan: &Plan, index: usize) -> Calendar {
    let mut calendar = Calendar::new();
    let of_this = plan.stays.iter().filter(|stay| stay.house == index);
    for stay in of_this.filter(|stay| stay.state().occupies_nights()) {
        calendar.take(stay.starts, stay.nights);
    }
    for kept in plan.kept.iter().filter(|kept| kept.house == index) {
        calendar.take(kept.starts, kept.nights);
    }
    calendar
}

/// Two or three times a year the host needs the place.
fn keep_some(plan: &mut Plan, index: usize, calendar: &mut Calendar, dice: &mut Dice) {
    for (from, to) in [(-PAST, -190), (-180, -10), (20, 150)] {
        let (starts, nights) = (dice.between(from, to), dice.between(1, 7));
        let note = NOTES[dice.below(NOTES.len() as u32) as usize];
        if dice.chance(750) && calendar.free(starts, nights) == nights {
            calendar.take(starts, nights);
            plan.kept.push(Kept {
                house: index,
                starts,
                nights,
                note,
            });
        }
    }
}

/// A stay is cancelled between booking and arrival, and before today.
fn came_to_nothing(stay: &Planned, dice: &mut Dice) -> Option<Ended> {
    let from_booking = stay.starts - stay.booked();
    let earliest = stay.starts.max(0) + 1;
    if dice.chance(CANCELLED) && from_booking > earliest {
        let before = dice.between(earliest, from_booking - 1);
        return Some(Ended::Cancelled { before });
    }
    let unpaid = dice.chance(UNPAID);
    let let_go = dice.chance(500);
    unpaid.then_some(if let_go { Ended::LetGo } else { Ended::RanOut })
}
