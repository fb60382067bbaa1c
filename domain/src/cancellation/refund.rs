//! Which rule is in force at an instant.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use super::{Policy, Terms};
use crate::stays::{days_before, local_to_utc, today_in, wall_to_utc};

/// Which rule is in force. Each holds up to, and not including, the instant at which the next begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rule {
    Everything,
    AllButOneNight,
    HalfOfNights,
    NothingOfNights,
    /// Under way: half of the nights that have not begun.
    HalfOfNightsNotBegun,
    NothingUnderWay,
}

impl Terms {
    /// The rule in force at `at`.
    pub(super) fn rule(&self, at: DateTime<Utc>) -> Rule {
        let under_way = at >= self.begins();
        match self.policy {
            Policy::Flexible | Policy::Moderate if under_way => Rule::HalfOfNightsNotBegun,
            Policy::Standard | Policy::Strict if under_way => Rule::NothingUnderWay,
            _ if self.everything_until(at).is_some_and(|until| at < until) => Rule::Everything,
            Policy::Flexible => Rule::AllButOneNight,
            Policy::Moderate => Rule::HalfOfNights,
            Policy::Strict if at < self.before_check_in(7) => Rule::HalfOfNights,
            Policy::Standard | Policy::Strict => Rule::NothingOfNights,
        }
    }

    /// The end of the full refund, were it confirmed at `now` when it is not yet; `None` when there never was one.
    pub fn everything_until(&self, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let confirmed = self.confirmed_at.unwrap_or(now);
        let grace = (confirmed <= self.before_check_in(3)).then(|| self.after(confirmed, 1));
        let by_policy = match self.policy {
            Policy::Flexible => Some(self.before_check_in(1)),
            Policy::Moderate => Some(self.before_check_in(5)),
            Policy::Standard => Some(self.before_check_in(2)),
            Policy::Strict => {
                (confirmed <= self.before_check_in(14)).then(|| self.after(confirmed, 2))
            }
        };
        by_policy.max(grace)
    }

    /// The check-in time on the day of arrival.
    pub(super) fn begins(&self) -> DateTime<Utc> {
        self.before_check_in(0)
    }

    /// The check-in time as many days before arrival: the same wall time, however the clocks were changed between.
    pub(super) fn before_check_in(&self, days: u64) -> DateTime<Utc> {
        self.night_begins(days_before(self.stay.check_in, days))
    }

    pub(super) fn night_begins(&self, night: NaiveDate) -> DateTime<Utc> {
        local_to_utc(self.timezone, night, self.check_in_minutes)
    }

    /// The same wall time as many days later.
    fn after(&self, instant: DateTime<Utc>, days: i64) -> DateTime<Utc> {
        wall_to_utc(
            self.timezone,
            instant.with_timezone(&self.timezone).naive_local() + TimeDelta::days(days),
        )
    }

    /// The rule and, where it matters, the first night that has not begun: what a refund depends on.
    pub(super) fn standing(&self, at: DateTime<Utc>) -> (Rule, Option<NaiveDate>) {
        let rule = self.rule(at);
        let by_night = rule == Rule::HalfOfNightsNotBegun;
        let first = by_night.then(|| self.first_not_begun(at));
        (rule, first.filter(|night| *night < self.stay.check_out))
    }

    /// The first date, in the stay or after it, whose night has not begun: yesterday's at the earliest.
    pub(super) fn first_not_begun(&self, at: DateTime<Utc>) -> NaiveDate {
        let yesterday = days_before(today_in(self.timezone, at), 1);
        let mut dates = yesterday.iter_days();
        dates
            .find(|night| at < self.night_begins(*night))
            .unwrap_or(NaiveDate::MAX)
    }
}
