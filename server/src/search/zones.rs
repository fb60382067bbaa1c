//! In which time zones a stay can still begin on a day, and from which hour where hosts answer each request.

use std::collections::BTreeMap;

use chrono::{DateTime, Days, NaiveDate, Timelike, Utc};
use domain::{bookings::earliest_check_in, listings::DAYS_AHEAD};
use sea_orm::{
    ColumnTrait,
    sea_query::{CaseStatement, Expr, ExprTrait},
};

use crate::entities::listings::Column;

/// True for listings where a stay can begin on `check_in`: it is not past there, not too far ahead, if it is today, the listing's
/// cut-off has not come, and where the host answers each request, there is time for it. `None` when that holds everywhere, which for
/// most days it does.
///
/// One CASE over all zones rather than a condition for each: databases take conditions apart, and there are hundreds.
pub(super) fn can_begin(check_in: NaiveDate, now: DateTime<Utc>) -> Option<Expr> {
    if holds_everywhere(check_in, now) {
        return None;
    }
    let mut begins = CaseStatement::new();
    for (earliest, names) in Zones::on(check_in, now).open {
        begins = begins.case(Column::Timezone.is_in(names), earliest.allows());
    }
    Some(begins.finally(false).into())
}

/// No zone is more than a day away from UTC's date, and no answer takes so long.
fn holds_everywhere(check_in: NaiveDate, now: DateTime<Utc>) -> bool {
    let today = now.date_naive();
    today + Days::new(2) <= check_in && check_in < today + Days::new(DAYS_AHEAD)
}

/// True in no zone: the day is past everywhere.
pub(super) fn past_everywhere(check_in: NaiveDate, now: DateTime<Utc>) -> bool {
    !holds_everywhere(check_in, now)
        && Zones::on(check_in, now).past == chrono_tz::TZ_VARIANTS.len()
}

/// True in no zone: the day is too far ahead everywhere.
pub(super) fn too_far_everywhere(check_in: NaiveDate, now: DateTime<Utc>) -> bool {
    !holds_everywhere(check_in, now)
        && Zones::on(check_in, now).too_far == chrono_tz::TZ_VARIANTS.len()
}

/// From which times of the day on a listing takes a stay that begins on it, in minutes since midnight.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Earliest {
    /// The first cut-off that has not come.
    cutoff: u32,
    /// The first check-in before which a host has time to answer, if there is one.
    answered: Option<u32>,
}

impl Earliest {
    fn allows(&self) -> Expr {
        let mut answered = Column::InstantBook.eq(true);
        if let Some(minutes) = self.answered {
            answered = answered.or(Column::CheckInFrom.gte(minutes));
        }
        Column::Cutoff.gte(self.cutoff).and(answered)
    }
}

#[derive(Default)]
struct Zones {
    /// Where a stay can begin.
    open: BTreeMap<Earliest, Vec<&'static str>>,
    past: usize,
    too_far: usize,
}

impl Zones {
    fn on(check_in: NaiveDate, now: DateTime<Utc>) -> Self {
        let mut zones = Self::default();
        for zone in chrono_tz::TZ_VARIANTS {
            let local = now.with_timezone(&zone);
            let today = local.date_naive();
            if check_in < today {
                zones.past += 1;
            } else if check_in > today + Days::new(DAYS_AHEAD) {
                zones.too_far += 1;
            } else {
                let passed = local.hour() * 60 + local.minute();
                let earliest = Earliest {
                    cutoff: if check_in == today { passed + 1 } else { 0 },
                    answered: earliest_check_in(now, zone, check_in),
                };
                zones.open.entry(earliest).or_default().push(zone.name());
            }
        }
        zones
    }
}
