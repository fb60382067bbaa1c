//! Which filter is to blame when nothing was found.

use sea_orm::{ConnectionTrait, DatabaseConnection};

use super::{
    filters::Filters,
    page::counted,
    view::{Count, Emptied},
};
use crate::Result;

/// Filters that are tried: beyond so many a page of nothing would cost more than one of something.
const TRIED: usize = 8;

/// The filters that, each dropped alone, would show homes; the one that shows most comes first. One statement for each
/// filter that was set.
pub(super) async fn by(db: &DatabaseConnection, filters: Filters<'_>) -> Result<Vec<Emptied>> {
    let mut emptied = Vec::new();
    for chip in filters.query.chips().into_iter().take(TRIED) {
        let query = &chip.rest;
        let place = filters.place.filter(|_| !query.place.is_empty());
        let stay = query.stay.and(filters.stay);
        let without = Filters {
            query,
            place,
            stay,
            ..filters
        };
        let row = db.query_one(&counted(without)).await?;
        let count = Count::of(row.map_or(Ok(0), |row| row.try_get("", "matching"))?);
        if count.exact > 0 {
            emptied.push(Emptied {
                label: chip.label,
                without: chip.without,
                count,
            });
        }
    }
    emptied.sort_by_key(|filter| std::cmp::Reverse(filter.count.exact));
    Ok(emptied)
}
