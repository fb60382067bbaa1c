//! The sentences that tell a refund and its deadline.

use chrono::{DateTime, Datelike, Utc};

use super::{Terms, refund::Rule};
use crate::{
    Money, Quote,
    pricing::LineKind,
    stays::{clock_time, minutes_in, month_name, today_in, weekday_name},
};

/// What is kept or comes back from `start` to `next`; `first` for the step that holds now.
///
/// `Free until Tuesday 3 June, 15:00 in Edinburgh. After that one night is kept.`
pub(super) fn sentence(
    terms: &Terms,
    quote: &Quote,
    start: DateTime<Utc>,
    next: Option<DateTime<Utc>>,
    first: bool,
) -> String {
    let now = terms.kept(quote, start);
    match next {
        Some(next) if terms.rule(start) == Rule::Everything => {
            format!(
                "Free until {}. After that {}.",
                terms.deadline(next),
                terms.kept(quote, next)
            )
        }
        Some(next) => format!("Until {}, {now}.", terms.deadline(next)),
        None if first => format!("From now on {now}."),
        None => format!("After that {now}."),
    }
}

/// What comes back up to `next`, as a date and money; the year is said when it is not that of `now`.
///
/// `Until 3 June, 15:00 Edinburgh time: £412.00 back`
pub(super) fn line(
    terms: &Terms,
    now: DateTime<Utc>,
    next: Option<DateTime<Utc>>,
    first: bool,
    refund: Money,
) -> String {
    let back = match refund.minor {
        0 => "nothing back".to_owned(),
        _ => format!("{refund} back"),
    };
    match next {
        Some(next) => format!("Until {}: {back}", terms.moment(next, now)),
        None if first => format!("From now on: {back}"),
        None => format!("After that: {back}"),
    }
}

impl Terms {
    /// `3 June, 15:00 Edinburgh time`
    fn moment(&self, at: DateTime<Utc>, now: DateTime<Utc>) -> String {
        let date = today_in(self.timezone, at);
        let year = match date.year() == today_in(self.timezone, now).year() {
            true => String::new(),
            false => format!(" {}", date.year()),
        };
        format!(
            "{} {}{year}, {} {} time",
            date.day(),
            month_name(date),
            clock_time(minutes_in(self.timezone, at)),
            self.whose()
        )
    }

    /// The name of the place whose time is meant.
    fn whose(&self) -> String {
        self.place.clone().unwrap_or_else(|| city_of(self.timezone))
    }

    /// What the guest does not get back at `at`, or, where that is shorter, what they do.
    pub(super) fn kept(&self, quote: &Quote, at: DateTime<Utc>) -> &'static str {
        match self.rule(at) {
            Rule::Everything => "nothing is kept",
            Rule::AllButOneNight => "one night is kept",
            Rule::HalfOfNights => "half of the nights is kept",
            Rule::NothingOfNights if quote.sum_of(LineKind::CleaningFee) > 0 => {
                "only the cleaning fee comes back"
            }
            Rule::HalfOfNightsNotBegun if self.standing(at).1.is_some() => {
                "half of the nights not begun comes back"
            }
            Rule::NothingOfNights | Rule::HalfOfNightsNotBegun | Rule::NothingUnderWay => {
                "nothing comes back"
            }
        }
    }

    /// `Tuesday 3 June, 15:00 in Edinburgh`
    fn deadline(&self, at: DateTime<Utc>) -> String {
        let date = today_in(self.timezone, at);
        let time = clock_time(minutes_in(self.timezone, at));
        format!(
            "{} {} {}, {time} in {}",
            weekday_name(date),
            date.day(),
            month_name(date),
            self.whose()
        )
    }
}

/// `America/Argentina/Buenos_Aires` as `Buenos Aires`.
fn city_of(timezone: chrono_tz::Tz) -> String {
    let name = timezone.name();
    name.rsplit('/').next().unwrap_or(name).replace('_', " ")
}
