//! Stays as bars, from the middle of the day of arrival to the middle of the day of departure. A bar that goes on in
//! the next week is drawn there again.

use chrono::{Datelike, Days, NaiveDate};
use domain::bookings::State;
use leptos::prelude::*;
use server::calendars::{CalendarView, Day, StayBar};

use super::begins;

/// The part of a bar that stands in one week of the month.
#[derive(Debug, PartialEq)]
struct Piece {
    /// It begins in the middle of its first day, since the guest arrives on it.
    arrives: bool,
    /// It ends in the middle of its last day, since the guest leaves on it.
    leaves: bool,
    /// Its length in half days.
    halves: i64,
}

/// The bars whose piece of this week begins on this day.
pub fn of(view: &CalendarView, day: &Day) -> AnyView {
    let bars = view
        .stays
        .iter()
        .filter(|bar| bar.stay.check_in <= day.date && day.date <= bar.stay.check_out)
        .filter(|bar| begins(view, day.date, bar.stay.check_in))
        .map(|bar| one(bar, day.date, view.month.last()));
    bars.collect_view().into_any()
}

fn one(bar: &StayBar, date: NaiveDate, last: NaiveDate) -> AnyView {
    let piece = piece(bar.stay.check_in, bar.stay.check_out, date, last);
    let look = match bar.state {
        State::Held | State::Authorized | State::Capturing | State::Expiring => "bar bar--held",
        State::Completed => "bar bar--over",
        _ => "bar",
    };
    let others = (bar.guests > 1).then(|| format!(" + {}", bar.guests - 1));
    let ends = match (piece.arrives, piece.leaves) {
        (true, true) => "both",
        (true, false) => "start",
        (false, true) => "end",
        (false, false) => "none",
    };
    let href = format!("/host/reservations/{}", bar.booking);
    view! {
        <a class=look data-halves=piece.halves data-ends=ends href=href>
            <span class="name"><span dir="auto">{bar.guest.clone()}</span><span class="others" aria-hidden="true">{others}</span></span>
        </a>
    }
    .into_any()
}

/// The Sunday of a date's week, or the last day of the month.
pub fn end_of_week(date: NaiveDate, last: NaiveDate) -> NaiveDate {
    let days = 6 - u64::from(date.weekday().num_days_from_monday());
    (date + Days::new(days)).min(last)
}

/// The piece that begins on `date`, in a month that ends on `last`.
fn piece(check_in: NaiveDate, check_out: NaiveDate, date: NaiveDate, last: NaiveDate) -> Piece {
    let end = end_of_week(date, last);
    let arrives = date == check_in;
    let leaves = check_out <= end;
    let days = (check_out.min(end) - date).num_days() + 1;
    Piece {
        arrives,
        leaves,
        halves: days * 2 - i64::from(arrives) - i64::from(leaves),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 12, day).expect("a day")
    }

    fn drawn(check_in: u32, check_out: u32, date: u32) -> (bool, bool, i64) {
        let piece = piece(day(check_in), day(check_out), day(date), day(31));
        (piece.arrives, piece.leaves, piece.halves)
    }

    #[test]
    fn a_bar_goes_from_the_middle_of_a_day_to_the_middle_of_another() {
        // December 2026 begins on a Tuesday.
        assert_eq!(drawn(8, 9, 8), (true, true, 2));
        assert_eq!(drawn(8, 11, 8), (true, true, 6));
    }

    #[test]
    fn a_bar_goes_on_in_the_next_week() {
        assert_eq!(drawn(12, 16, 12), (true, false, 3));
        assert_eq!(drawn(12, 16, 14), (false, true, 5));
        assert_eq!(drawn(1, 31, 7), (false, false, 14));
    }

    #[test]
    fn who_leaves_on_the_first_has_half_a_day_there() {
        let piece = piece(
            NaiveDate::from_ymd_opt(2026, 11, 28).expect("a day"),
            day(1),
            day(1),
            day(31),
        );
        assert_eq!((piece.leaves, piece.halves), (true, 1));
    }
}
