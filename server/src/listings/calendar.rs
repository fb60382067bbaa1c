//! The calendar of one home: which nights are free, and on which days a stay can begin.

use std::collections::BTreeSet;

use chrono::{DateTime, Datelike, Days, Months, NaiveDate, Utc};
use domain::{
    Stay,
    listings::{DAYS_AHEAD, StayRules, check_stay},
    stays::{month_name, today_in},
};

use super::view::{Day, DayState, Month};

/// Today's month and the twelve after it: every day on which a stay can begin.
const MONTHS: u32 = 13;

/// The taken nights of one home, its rules, and what time it is.
pub(super) struct Calendar<'a> {
    pub taken: &'a BTreeSet<NaiveDate>,
    pub rules: &'a StayRules,
    pub now: DateTime<Utc>,
}

impl Calendar<'_> {
    /// Today at the home.
    pub fn today(&self) -> NaiveDate {
        today_in(self.rules.timezone, self.now)
    }

    /// The last day on which a stay can begin.
    pub fn last_check_in(&self) -> NaiveDate {
        self.today() + Days::new(DAYS_AHEAD)
    }

    pub fn is_free(&self, stay: &Stay) -> bool {
        self.taken
            .range(stay.check_in..stay.check_out)
            .next()
            .is_none()
    }

    /// The home takes such a stay, and nobody else has a night of it.
    pub fn is_bookable(&self, stay: &Stay) -> bool {
        check_stay(self.rules, stay, 1, self.now).is_ok() && self.is_free(stay)
    }

    pub fn months(&self) -> Vec<Month> {
        let first = first_of_month(self.today());
        (0..MONTHS)
            .map(|ahead| self.month(first + Months::new(ahead)))
            .collect()
    }

    fn month(&self, first: NaiveDate) -> Month {
        let next = first + Months::new(1);
        let days = first.iter_days().take_while(|date| *date < next);
        Month {
            first,
            label: format!("{} {}", month_name(first), first.year()),
            days: days.map(|date| self.day(date)).collect(),
        }
    }

    fn day(&self, date: NaiveDate) -> Day {
        let state = if date < self.today() {
            DayState::Past
        } else if date > self.last_check_in() {
            DayState::TooFar
        } else if self.taken.contains(&date) {
            DayState::Taken
        } else {
            DayState::Free
        };
        let shortest = Stay {
            check_in: date,
            check_out: date + Days::new(self.rules.min_nights.into()),
        };
        Day {
            date,
            state,
            arrival: state == DayState::Free && self.is_bookable(&shortest),
        }
    }
}

fn first_of_month(date: NaiveDate) -> NaiveDate {
    date - Days::new(date.day0().into())
}
