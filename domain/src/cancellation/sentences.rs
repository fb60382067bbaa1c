//! The sentences that tell a refund and its deadline.

use chrono::{DateTime, Datelike, Utc};

use super::{Terms, refund::Rule};
use crate::{
    Quote,
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

impl Terms {
    /// What the guest does not get back at `at`, or, where that is shorter, what they do.
    fn kept(&self, quote: &Quote, at: DateTime<Utc>) -> &'static str {
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
        let place = self.place.clone().unwrap_or_else(|| city_of(self.timezone));
        format!(
            "{} {} {}, {time} in {place}",
            weekday_name(date),
            date.day(),
            month_name(date)
        )
    }
}

/// `America/Argentina/Buenos_Aires` as `Buenos Aires`.
fn city_of(timezone: chrono_tz::Tz) -> String {
    let name = timezone.name();
    name.rsplit('/').next().unwrap_or(name).replace('_', " ")
}
