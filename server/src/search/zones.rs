//! In which time zones a stay can still begin on a day.

use std::collections::BTreeMap;

use chrono::{DateTime, Days, NaiveDate, Timelike, Utc};
use domain::listings::DAYS_AHEAD;
use sea_orm::{
    ColumnTrait, Condition,
    sea_query::{Expr, ExprTrait},
};

use crate::entities::listings::Column;

/// True for listings where a stay can begin on `check_in`: it is not past there, not too far ahead, and if it is today,
/// the listing's cut-off has not come. `None` when that holds everywhere, which for most days it does.
pub(super) fn can_begin(check_in: NaiveDate, now: DateTime<Utc>) -> Option<Condition> {
    if holds_everywhere(check_in, now) {
        return None;
    }
    let zones = Zones::on(check_in, now);
    let mut any = Condition::any().add(one_of(zones.open));
    for (minutes, names) in zones.today {
        any = any.add(one_of(names).and(Column::Cutoff.gt(minutes)));
    }
    Some(any)
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
    open: Vec<&'static str>,
    /// Where the day is today, by the minutes that have passed of it.
    today: BTreeMap<u32, Vec<&'static str>>,
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
            } else if check_in == today {
                let minutes = local.hour() * 60 + local.minute();
                zones.today.entry(minutes).or_default().push(zone.name());
            } else {
                zones.open.push(zone.name());
            }
        }
        zones
    }
}

fn one_of(names: Vec<&'static str>) -> Expr {
    Column::Timezone.is_in(names)
}
