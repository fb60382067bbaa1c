//! In which time zones a stay can still begin on a day.

use std::collections::BTreeMap;

use chrono::{DateTime, Days, NaiveDate, Timelike, Utc};
use domain::listings::DAYS_AHEAD;
use sea_orm::{
    ColumnTrait,
    sea_query::{CaseStatement, Expr, ExprTrait},
};

use crate::entities::listings::Column;

/// Later than any cut-off.
const NEVER: u32 = 100_000;

/// True for listings where a stay can begin on `check_in`: it is not past there, not too far ahead, and if it is today,
/// the listing's cut-off has not come. `None` when that holds everywhere, which for most days it does.
///
/// One CASE over all zones rather than a condition for each: databases take conditions apart, and there are hundreds.
pub(super) fn can_begin(check_in: NaiveDate, now: DateTime<Utc>) -> Option<Expr> {
    if holds_everywhere(check_in, now) {
        return None;
    }
    let zones = Zones::on(check_in, now);
    let mut least = CaseStatement::new();
    for (minutes, names) in zones.cutoffs {
        least = least.case(Column::Timezone.is_in(names), minutes);
    }
    Some(Column::Cutoff.into_expr().gte(least.finally(NEVER)))
}

/// No zone is more than a day away from UTC's date.
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

#[derive(Default)]
struct Zones {
    /// Where a stay can begin, by the earliest cut-off that has not come, in minutes since midnight.
    cutoffs: BTreeMap<u32, Vec<&'static str>>,
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
                let least = if check_in == today { passed + 1 } else { 0 };
                zones.cutoffs.entry(least).or_default().push(zone.name());
            }
        }
        zones
    }
}
