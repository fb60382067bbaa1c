//! Which bookings a list holds, as the address of its page says.

use chrono::{DateTime, Utc};
use domain::{bookings::State, reservations::When, stays::parse_date};
use sea_orm::{
    ColumnTrait, Condition, Value,
    sea_query::{Expr, ExprTrait},
};
use uuid::Uuid;

use super::{Filter, ReservationCard, days};
use crate::{bookings::is_open_or_was_paid_for, cursors, entities::bookings::Column};

/// Bookings that are on their way to a confirmation.
const UNDER_PAYMENT: [&str; 4] = ["held", "authorized", "capturing", "expiring"];

/// Bookings that came to no stay.
const CAME_TO_NOTHING: [&str; 5] = [
    "cancelled",
    "declined",
    "payment_failed",
    "expired",
    "withdrawn",
];

/// Where a page of requests ends that have none: they came when HBnB moved.
const NO_DEADLINE: &str = "none";

impl Default for Filter {
    fn default() -> Self {
        Self {
            when: When::Upcoming,
            home: None,
            after: None,
        }
    }
}

impl Filter {
    /// The bookings of this list, as long as they are the host's.
    pub(super) fn condition(&self, now: DateTime<Utc>) -> Condition {
        let confirmed = || Column::State.eq(State::Confirmed.as_str());
        let (check_in, check_out) = (Column::CheckIn.into_expr(), Column::CheckOut.into_expr());
        let listed = match self.when {
            When::Requests => Condition::all()
                .add(Column::State.eq(State::Authorized.as_str()))
                .add(
                    Column::RespondBy
                        .is_not_null()
                        .or(Column::Imported.eq(true)),
                ),
            When::Upcoming => Condition::any()
                .add(Column::State.is_in(UNDER_PAYMENT))
                .add(confirmed().and(check_in.gt(days::today(now)))),
            When::Current => Condition::all()
                .add(confirmed())
                .add(check_in.lte(days::today(now)))
                .add(check_out.gte(days::today(now))),
            When::Past => Condition::any()
                .add(Column::State.eq(State::Completed.as_str()))
                .add(confirmed().and(check_out.lt(days::today(now)))),
            When::Cancelled => Condition::all()
                .add(Column::State.is_in(CAME_TO_NOTHING))
                .add(is_open_or_was_paid_for()),
        };
        let of_home = self.home.map(|home| Column::ListingId.eq(home));
        Condition::all().add(listed).add_option(of_home)
    }

    /// Whether the earliest arrival comes first.
    pub(super) fn soonest_first(&self) -> bool {
        matches!(self.when, When::Requests | When::Upcoming | When::Current)
    }

    /// Refuses, at `cursor`, a place after which nothing can come. Without this a list begins anew.
    pub fn check(&self) -> domain::Result<()> {
        match self.after.is_none() || self.beyond().is_some() {
            true => Ok(()),
            false => Err(cursors::nowhere()),
        }
    }

    /// What comes after the cursor, if there is one that can be read.
    pub(super) fn beyond(&self) -> Option<Expr> {
        let (place, id) = self.after.as_deref()?.rsplit_once('.')?;
        let id: Uuid = id.parse().ok()?;
        let (column, value) = match self.when {
            // Those without a deadline come first.
            When::Requests if place == NO_DEADLINE => {
                let dated = Column::RespondBy.is_not_null();
                return Some(dated.or(Column::Id.gt(id)));
            }
            When::Requests => {
                let until = DateTime::from_timestamp_micros(place.parse().ok()?);
                let until = until.filter(|until| cursors::is_known(*until))?;
                (Column::RespondBy, Value::from(until))
            }
            _ => {
                let day = parse_date("after", place).ok()?;
                (Column::CheckIn, Value::from(day))
            }
        };
        let same = column.eq(value.clone());
        Some(if self.soonest_first() {
            column.gt(value).or(same.and(Column::Id.gt(id)))
        } else {
            column.lt(value).or(same.and(Column::Id.lt(id)))
        })
    }

    /// What a list is in the order of: requests by their deadline, all others by arrival.
    pub(super) fn order(&self) -> Column {
        match self.when {
            When::Requests => Column::RespondBy,
            _ => Column::CheckIn,
        }
    }

    /// Where a page ends: `2026-06-03.` and the booking's id; of requests the deadline's microseconds and the id.
    pub(super) fn cursor(&self, card: &ReservationCard) -> String {
        let place = match (self.when, card.respond_by) {
            (When::Requests, Some(until)) => until.timestamp_micros().to_string(),
            (When::Requests, None) => NO_DEADLINE.to_owned(),
            _ => card.stay.check_in.to_string(),
        };
        format!("{place}.{}", card.id.simple())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn states_are_named_as_they_are_kept() {
        for word in UNDER_PAYMENT.into_iter().chain(CAME_TO_NOTHING) {
            assert!(State::parse(word).is_some(), "{word}");
        }
        let named = UNDER_PAYMENT.len() + CAME_TO_NOTHING.len();
        assert_eq!(
            named + 2,
            State::ALL.len(),
            "confirmed and completed besides"
        );
    }

    #[test]
    fn a_cursor_that_cannot_be_read_is_none() {
        let id = Uuid::from_u128(7).simple();
        let (day, instant) = (format!("2026-06-03.{id}"), format!("1780000000000000.{id}"));
        for when in When::ALL {
            let read = |after: &str| {
                let after = Some(after.to_owned());
                let filter = Filter {
                    when: *when,
                    home: None,
                    after,
                };
                filter.beyond().is_some()
            };
            let by_deadline = *when == When::Requests;
            assert_eq!((read(&day), read(&instant)), (!by_deadline, by_deadline));
            // Of the year 202000, which SQLite would take.
            let far = format!("6311390400000000000.{id}");
            for odd in [
                "",
                ".",
                "2026-06-03",
                "2026-06-03.7",
                "-262143-01-01.",
                &far,
            ] {
                assert!(!read(odd), "{odd}");
            }
        }
    }
}
