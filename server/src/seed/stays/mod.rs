//! Who stayed where, who is coming, and which nights hosts keep free; counted in days from the demo's today.

mod calendar;
mod custom;
mod invented;
mod told;

use std::collections::HashMap;

use domain::bookings::State;
use uuid::Uuid;

use super::{homes::Home, houses::House, travellers::Travellers};
use crate::{Error, Result};
use told::{KEPT, TOLD};

/// How many days back and ahead the demo's stays reach.
pub const PAST: i64 = 364;
pub const FUTURE: i64 = 183;

/// A booking of the demo.
pub struct Planned {
    pub guest: Uuid,
    /// Where its home is among the houses.
    pub house: usize,
    /// Days from today to the check-in.
    pub starts: i64,
    pub nights: i64,
    pub guests: u32,
    /// Days from the booking to the check-in, or to today when the check-in is still to come.
    pub ahead: i64,
    /// Minutes since midnight, UTC, at which it was booked.
    pub minute: i64,
    pub ended: Ended,
}

/// What became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ended {
    /// Paid: confirmed, and completed when the check-out is over.
    Paid,
    /// The guest let the hold go.
    LetGo,
    /// Nobody paid within fifteen minutes.
    RanOut,
    /// Paid, and cancelled by the guest so many days before the check-in.
    Cancelled { before: i64 },
}

impl Planned {
    /// The state today.
    pub fn state(&self) -> State {
        match self.ended {
            Ended::Paid if self.starts + self.nights < 0 => State::Completed,
            Ended::Paid => State::Confirmed,
            Ended::LetGo => State::Withdrawn,
            Ended::RanOut => State::Expired,
            Ended::Cancelled { .. } => State::Cancelled,
        }
    }

    /// Days from today to the booking; before today.
    pub fn booked(&self) -> i64 {
        self.starts.min(0) - self.ahead
    }
}

/// Nights that a host keeps free.
pub struct Kept {
    pub house: usize,
    /// Days from today to the first night.
    pub starts: i64,
    pub nights: i64,
    pub note: &'static str,
}

/// All stays and all nights kept free. Those of the cast come first, the others are fitted around them.
pub struct Plan {
    pub stays: Vec<Planned>,
    pub kept: Vec<Kept>,
}

/// # Errors
/// A stay of the cast names a home that does not exist.
pub fn plan(
    houses: &[House],
    travellers: &mut Travellers,
    today: chrono::NaiveDate,
) -> Result<Plan> {
    let mut plan = told(houses)?;
    for index in 0..houses.len() {
        invented::add(&mut plan, houses, index, travellers, today);
    }
    Ok(plan)
}

fn told(houses: &[House]) -> Result<Plan> {
    let by_key: HashMap<&str, usize> = (0..)
        .zip(houses)
        .map(|(index, House { home, .. }): (usize, &House)| (home.key, index))
        .collect();
    let house = |key: &str| {
        let unknown = || Error::Internal(format!("no such home: {key}"));
        by_key.get(key).copied().ok_or_else(unknown)
    };
    let stays = TOLD.iter().map(|told| {
        Ok(Planned {
            guest: told.guest.id(),
            house: house(told.home)?,
            starts: told.starts,
            nights: told.nights,
            guests: told.guests,
            ahead: told.ahead,
            minute: 0,
            ended: told.ended,
        })
    });
    let kept = KEPT.iter().map(|kept| {
        Ok(Kept {
            house: house(kept.home)?,
            starts: kept.starts,
            nights: kept.nights,
            note: kept.note,
        })
    });
    Ok(Plan {
        stays: stays.collect::<Result<_>>()?,
        kept: kept.collect::<Result<_>>()?,
    })
}

/// Whether the home takes guests for a month and longer.
fn takes_long_stays(home: &Home) -> bool {
    home.max_nights > 28
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use chrono::{NaiveDate, TimeDelta};
    use domain::pricing::Fees;

    use super::*;
    use crate::seed::houses;

    /// The demo must load on whatever day it is.
    #[test]
    fn on_no_day_of_the_year_do_stays_meet() {
        let new_year = NaiveDate::from_ymd_opt(2027, 1, 1).unwrap();
        let houses = houses::all(new_year, Fees::default()).unwrap();
        for days in (0..366).step_by(23) {
            let today = new_year + TimeDelta::days(days);
            let plan = plan(&houses, &mut Travellers::all(), today).unwrap();
            let mut taken = HashSet::new();
            let mut asked = HashSet::new();
            for stay in &plan.stays {
                if stay.state().occupies_nights() {
                    let nights = stay.starts..stay.starts + stay.nights;
                    assert!(
                        nights
                            .into_iter()
                            .all(|night| taken.insert((stay.house, night)))
                    );
                } else {
                    assert!(asked.insert((stay.house, stay.starts, stay.guest)));
                }
                assert!(stay.booked() < 0 && stay.ahead >= 1);
            }
            for kept in &plan.kept {
                let nights = kept.starts..kept.starts + kept.nights;
                assert!(
                    nights
                        .into_iter()
                        .all(|night| taken.insert((kept.house, night)))
                );
            }
        }
    }
}
