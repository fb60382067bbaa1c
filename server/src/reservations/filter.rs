//! Which bookings a list holds, as the address of its page says.

use chrono::{DateTime, NaiveDate, Utc};
use domain::{bookings::State, reservations::When, stays::parse_date};
use sea_orm::{
    ColumnTrait, Condition,
    sea_query::{Expr, ExprTrait},
};
use uuid::Uuid;

use super::{Filter, days};
use crate::{bookings::is_open_or_was_paid_for, entities::bookings::Column};

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
                .add(Column::RespondBy.is_not_null()),
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

    /// What comes after the cursor, if there is one that can be read.
    pub(super) fn beyond(&self) -> Option<Expr> {
        let (date, id) = read_cursor(self.after.as_deref()?)?;
        let (check_in, booking) = (Column::CheckIn, Column::Id);
        let same_day = check_in.eq(date);
        Some(if self.soonest_first() {
            check_in.gt(date).or(same_day.and(booking.gt(id)))
        } else {
            check_in.lt(date).or(same_day.and(booking.lt(id)))
        })
    }
}

/// Where a page ends: `2026-06-03.` and the booking's id.
pub(super) fn cursor(check_in: NaiveDate, id: Uuid) -> String {
    format!("{check_in}.{}", id.simple())
}

fn read_cursor(text: &str) -> Option<(NaiveDate, Uuid)> {
    let (date, id) = text.split_once('.')?;
    Some((parse_date("after", date).ok()?, id.parse().ok()?))
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
    fn a_cursor_is_read_as_it_is_written() {
        let (date, id) = (NaiveDate::MIN, Uuid::from_u128(7));
        assert_eq!(
            read_cursor(&cursor(NaiveDate::default(), id)),
            Some((NaiveDate::default(), id))
        );
        for odd in ["", ".", "2026-06-03", "2026-06-03.7", &cursor(date, id)] {
            assert_eq!(read_cursor(odd), None, "{odd}");
        }
    }
}
