//! What is customary: when people travel, for how long, and how early they book. In thousandths and days.

use chrono::Weekday;

use super::takes_long_stays;
use crate::seed::{dice::Dice, homes::Home};

/// How much of what will be booked is booked already, by days ahead.
const BOOKED_AHEAD: [(i64, i64); 8] = [
    (0, 900),
    (7, 700),
    (14, 600),
    (30, 490),
    (60, 350),
    (90, 240),
    (120, 170),
    (183, 100),
];

/// The share of a future night's guests that have booked by now, interpolated.
pub fn booked_by_now(ahead: i64) -> i64 {
    if ahead <= 0 {
        return 1000;
    }
    let after = BOOKED_AHEAD.iter().position(|(days, _)| ahead <= *days);
    match after {
        Some(0) | None => BOOKED_AHEAD[BOOKED_AHEAD.len() - 1].1,
        Some(at) => {
            let ((from, more), (to, less)) = (BOOKED_AHEAD[at - 1], BOOKED_AHEAD[at]);
            more - (more - less) * (ahead - from) / (to - from)
        }
    }
}

/// How many more or fewer arrive on that day of the week than on the usual one.
pub fn arrivals(weekday: Weekday) -> i64 {
    match weekday {
        Weekday::Fri => 1600,
        Weekday::Thu => 1200,
        Weekday::Sat => 1150,
        Weekday::Wed => 900,
        Weekday::Mon | Weekday::Tue => 800,
        Weekday::Sun => 650,
    }
}

/// About how long people stay, in nights: what a day's chance of an arrival is reckoned from.
pub fn usual_length(home: &Home) -> i64 {
    let longer = if takes_long_stays(home) { 2 } else { 0 };
    (i64::from(home.min_nights) + 3 + longer).min(i64::from(home.max_nights))
}

/// How long this guest stays; never shorter than the home asks for, never longer than it allows.
pub fn length(home: &Home, weekday: Weekday, dice: &mut Dice) -> i64 {
    let wanted = if takes_long_stays(home) && dice.chance(110) {
        dice.between(10, 28)
    } else if dice.chance(60) {
        dice.between(7, 12)
    } else {
        match weekday {
            Weekday::Fri if dice.chance(600) => 2,
            Weekday::Fri | Weekday::Thu => dice.between(3, 5),
            Weekday::Sat => dice.between(1, 6),
            _ => dice.between(2, 6),
        }
    };
    wanted.clamp(i64::from(home.min_nights), i64::from(home.max_nights))
}

/// How many come: most often two.
pub fn party(home: &Home, dice: &mut Dice) -> u32 {
    let most = home.capacity;
    match dice.below(10) {
        0 | 1 => 1,
        2..=5 => most.min(2),
        _ => 1 + dice.below(most),
    }
}

/// Days from booking to arrival.
pub fn ahead(dice: &mut Dice) -> i64 {
    match dice.below(20) {
        0..4 => dice.between(1, 6),
        4..11 => dice.between(7, 27),
        11..17 => dice.between(28, 59),
        _ => dice.between(60, 90),
    }
}
