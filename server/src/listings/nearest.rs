//! Other dates for a stay whose nights are taken.

use std::collections::BTreeSet;

use chrono::{DateTime, Days, NaiveDate, Utc};
use domain::{Stay, listings::StayRules};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, Select};
use uuid::Uuid;

use super::calendar::Calendar;
use crate::{Result, entities::nights};

/// How far before and after the wish is looked, in days.
const AROUND: i64 = 60;

/// How many other stays are offered.
const OFFERED: usize = 3;

/// At most three free stays of the same length that begin within sixty days of `stay`, the nearest ones, from the
/// earliest to the latest; one before and one after when there are such. One statement.
pub async fn nearest_free(
    db: &impl ConnectionTrait,
    listing_id: Uuid,
    stay: &Stay,
    rules: &StayRules,
    now: DateTime<Utc>,
) -> Result<Vec<Stay>> {
    let nights = taken(listing_id, searched(stay))
        .into_tuple::<NaiveDate>()
        .all(db)
        .await?;
    let taken: BTreeSet<NaiveDate> = nights.into_iter().collect();
    Ok(nearest(
        &Calendar {
            taken: &taken,
            rules,
            now,
        },
        stay,
    ))
}

/// The dates of the taken nights from the first up to, not including, the last.
pub(super) fn taken(
    listing_id: Uuid,
    (from, to): (NaiveDate, NaiveDate),
) -> Select<nights::Entity> {
    nights::Entity::find()
        .select_only()
        .column(nights::Column::Night)
        .filter(nights::Column::ListingId.eq(listing_id))
        .filter(nights::Column::Night.gte(from))
        .filter(nights::Column::Night.lt(to))
}

/// The nights that must be known to find the nearest free stays: from the first up to, not including, the last.
pub(super) fn searched(stay: &Stay) -> (NaiveDate, NaiveDate) {
    let around = Days::new(AROUND.unsigned_abs());
    (stay.check_in - around, stay.check_out + around)
}

pub(super) fn nearest(calendar: &Calendar<'_>, stay: &Stay) -> Vec<Stay> {
    let free = |days: i64| Some(moved(stay, days)).filter(|other| calendar.is_bookable(other));
    let before: Vec<Stay> = (1..=AROUND)
        .filter_map(|days| free(-days))
        .take(OFFERED)
        .collect();
    let after: Vec<Stay> = (1..=AROUND).filter_map(free).take(OFFERED).collect();
    let sides = before.iter().take(1).chain(after.iter().take(1));
    let mut rest: Vec<&Stay> = before.iter().skip(1).chain(after.iter().skip(1)).collect();
    rest.sort_by_key(|other| (other.check_in - stay.check_in).num_days().abs());
    let mut offered: Vec<Stay> = sides.chain(rest).take(OFFERED).copied().collect();
    offered.sort();
    offered
}

fn moved(stay: &Stay, days: i64) -> Stay {
    let by = chrono::TimeDelta::days(days);
    Stay {
        check_in: stay.check_in + by,
        check_out: stay.check_out + by,
    }
}
