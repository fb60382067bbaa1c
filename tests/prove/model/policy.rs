//! What comes back, reckoned again from the table of the policies: hours before check-in and whole nights, in June, in Edinburgh. And whose
//! how much is, from the rates of the fees and the tax.

use std::ops::Sub;

use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, TimeZone, Utc};
use domain::{Stay, cancellation::Policy};

/// A night, an odd penny in it so that halves are rounded, and cleaning once, in minor units.
pub const NIGHTLY: i64 = 10_001;
pub const CLEANING: i64 = 3_000;
/// Hundredths of a hundredth: of the nights for the town; of nights and cleaning from the guest, on top, and from the host, out of it.
pub const TAX: u32 = 500;
pub const GUEST_FEE: u32 = 1_175;
pub const HOST_FEE: u32 = 325;

/// Whose how much is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Split {
    pub host: i64,
    pub platform: i64,
    pub tax: i64,
}

impl Split {
    pub fn total(self) -> i64 {
        self.host + self.platform + self.tax
    }

    /// So many half nights and cleaning, or not. What is not kept of the nights is rounded up, for the guest.
    fn of(half_nights: i64, cleaning: bool) -> Self {
        let nights = half_nights * NIGHTLY / 2;
        let rent = nights + if cleaning { CLEANING } else { 0 };
        let from_host = rate(rent, HOST_FEE);
        Self {
            host: rent - from_host,
            platform: from_host + rate(rent, GUEST_FEE),
            tax: rate(nights, TAX),
        }
    }

    /// An amount taken out of everybody's, by how much each has; pennies that cannot be divided are the host's.
    pub fn share_out(self, amount: i64) -> Self {
        let [host, platform, tax] = [self.host, self.platform, self.tax].map(|each| each.max(0));
        let all = (host + platform + tax).max(1);
        let (platform, tax) = (amount * platform / all, amount * tax / all);
        Self {
            host: amount - platform - tax,
            platform,
            tax,
        }
    }
}

impl Sub for Split {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self {
            host: self.host - other.host,
            platform: self.platform - other.platform,
            tax: self.tax - other.tax,
        }
    }
}

/// The half penny is rounded up.
fn rate(amount: i64, rate: u32) -> i64 {
    (amount * i64::from(rate) + 5_000) / 10_000
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
