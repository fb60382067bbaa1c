//! What "today" is for each booking: a date of its home's zone, in SQL.

use chrono::{DateTime, Days, NaiveDate, Utc};
use sea_orm::{
    ColumnTrait,
    sea_query::{CaseStatement, Expr},
};

use crate::entities::bookings::Column;

/// The date that the calendar on the home's wall shows: that of UTC but for the zones, told by name, where it is
/// yesterday's or tomorrow's.
pub(crate) fn today(now: DateTime<Utc>) -> Expr {
    let date = now.date_naive();
    let mut today = CaseStatement::new();
    for other in [date - Days::new(1), date + Days::new(1)] {
        let zones = zones_on(other, now);
        if !zones.is_empty() {
            today = today.case(Column::Timezone.is_in(zones), Expr::value(other));
        }
    }
    today.finally(Expr::value(date)).into()
}

fn zones_on(date: NaiveDate, now: DateTime<Utc>) -> Vec<&'static str> {
    chrono_tz::TZ_VARIANTS
        .iter()
        .filter(|zone| now.with_timezone(*zone).date_naive() == date)
        .map(|zone| zone.name())
        .collect()
}
