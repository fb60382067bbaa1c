//! What comes back, reckoned again from the table of the policies: hours before check-in and whole nights, in June, in Edinburgh.

use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, TimeZone, Utc};
use domain::{Stay, cancellation::Policy};

/// A night, and cleaning once, in minor units; the town takes a twentieth of the nights.
pub const NIGHTLY: i64 = 10_000;
pub const CLEANING: i64 = 3_000;
pub const TAX_OF_A_NIGHT: i64 = 500;

/// Whose how much is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Split {
    pub host: i64,
    pub tax: i64,
}

impl Split {
    pub fn total(self) -> i64 {
        self.host + self.tax
    }

    /// So many half nights and cleaning, or not.
    fn of(half_nights: i64, cleaning: bool) -> Self {
        Self {
            host: half_nights * NIGHTLY / 2 + if cleaning { CLEANING } else { 0 },
            tax: half_nights * TAX_OF_A_NIGHT / 2,
        }
    }
}

pub fn price(stay: Stay) -> Split {
    Split::of(2 * i64::from(stay.nights()), true)
}

/// Three in the afternoon at the home, an hour before Greenwich.
pub fn night_begins(night: NaiveDate) -> DateTime<Utc> {
    Utc.from_utc_datetime(&night.and_time(at(14)))
}

/// Eleven in the morning at the home.
pub fn ends(stay: Stay) -> DateTime<Utc> {
    Utc.from_utc_datetime(&stay.check_out.and_time(at(10)))
}

fn at(hour: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, 0, 0).expect("a time")
}

/// What is kept when the host cancels at `now`: the nights that have begun, and with the first of them the cleaning.
pub fn kept_by_host(stay: Stay, now: DateTime<Utc>) -> Split {
    let begun = begun(stay, now);
    Split::of(2 * begun, begun > 0)
}

/// What is kept when the guest cancels at `now` a stay that was confirmed at `confirmed`.
pub fn kept(policy: Policy, stay: Stay, confirmed: DateTime<Utc>, now: DateTime<Utc>) -> Split {
    let begins = night_begins(stay.check_in);
    let nights = i64::from(stay.nights());
    let begun = begun(stay, now);
    if begun > 0 {
        let half = matches!(policy, Policy::Flexible | Policy::Moderate);
        let of_the_rest = if half { 1 } else { 2 };
        return Split::of(2 * begun + of_the_rest * (nights - begun), true);
    }
    let left = begins - now;
    let early = begins - confirmed;
    let since = now - confirmed;
    let all_back = match policy {
        Policy::Flexible => left > TimeDelta::hours(24),
        Policy::Moderate => left > TimeDelta::days(5),
        Policy::Standard => left > TimeDelta::hours(48),
        Policy::Strict => early >= TimeDelta::days(14) && since < TimeDelta::hours(48),
    };
    let in_grace = early >= TimeDelta::hours(72) && since < TimeDelta::hours(24);
    if all_back || in_grace {
        return Split::default();
    }
    Split::of(
        match policy {
            Policy::Flexible => 2,
            Policy::Moderate => nights,
            Policy::Strict if left > TimeDelta::days(7) => nights,
            Policy::Standard | Policy::Strict => 2 * nights,
        },
        false,
    )
}

fn begun(stay: Stay, now: DateTime<Utc>) -> i64 {
    let nights = stay.dates().filter(|night| night_begins(*night) <= now);
    i64::try_from(nights.count()).unwrap_or_default()
}

/// The nights from tomorrow on: what is gone nobody can want.
pub fn coming(nights: impl Iterator<Item = NaiveDate>, now: DateTime<Utc>) -> Vec<NaiveDate> {
    // An hour before Greenwich all summer.
    let today = (now + TimeDelta::hours(1)).date_naive();
    let tomorrow = today + Days::new(1);
    nights.filter(|night| *night >= tomorrow).collect()
}
