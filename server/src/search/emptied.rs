//! Which filter is to blame when nothing was found.

use std::collections::BTreeMap;

use domain::search::Chip;
use sea_orm::{
    ConnectionTrait, DatabaseConnection,
    sea_query::{Expr, SelectStatement, UnionType},
};

use super::{
    filters::Filters,
    page::counted,
    view::{Count, Emptied},
};
use crate::Result;

/// Filters that are tried: beyond so many a page of nothing would cost more than one of something.
const TRIED: usize = 8;

/// The filters that, each dropped alone, would show homes; the one that shows most comes first. One statement for all of them.
pub(super) async fn by(db: &DatabaseConnection, filters: Filters<'_>) -> Result<Vec<Emptied>> {
    let chips: Vec<Chip> = filters.query.chips().into_iter().take(TRIED).collect();
    let mut counts = (0..)
        .zip(&chips)
        .map(|(number, chip)| without(filters, number, chip));
    let Some(mut every) = counts.next() else {
        return Ok(Vec::new());
    };
    every.unions(counts.map(|count| (UnionType::All, count)));
    let mut matching: BTreeMap<i64, i64> = BTreeMap::new();
    for row in db.query_all(&every).await? {
        matching.insert(row.try_get("", "chip")?, row.try_get("", "matching")?);
    }
    let counted = (0_i64..).zip(chips).map(|(number, chip)| Emptied {
        label: chip.label,
        without: chip.without,
        count: Count::of(matching.get(&number).copied().unwrap_or(0)),
    });
    let mut emptied: Vec<Emptied> = counted.filter(|filter| filter.count.exact > 0).collect();
    emptied.sort_by_key(|filter| std::cmp::Reverse(filter.count.exact));
    Ok(emptied)
}

/// How many homes match without what the chip says, under its number.
fn without(filters: Filters<'_>, number: i64, chip: &Chip) -> SelectStatement {
    let query = &chip.rest;
    let without = Filters {
        query,
        place: filters.place.filter(|_| !query.place.is_empty()),
        stay: query.stay.and(filters.stay),
        ..filters
    };
    counted(without).expr_as(Expr::val(number), "chip").take()
}
