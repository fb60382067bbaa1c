//! How many published homes a place has, kept true by whatever publishes, hides or moves a home.

use sea_orm::{
    ColumnTrait, DatabaseTransaction, EntityTrait, ExprTrait, QueryFilter,
    sea_query::{CaseStatement, Expr},
};
use uuid::Uuid;

use super::records::status;
use crate::{
    Result,
    entities::{listings, places},
};

/// Counts what changed between two versions of a home.
pub(super) async fn follow(
    txn: &DatabaseTransaction,
    before: &listings::Model,
    after: &listings::Model,
) -> Result<()> {
    let (left, entered) = (counted_in(before)?, counted_in(after)?);
    let only = |these: &[Uuid], those: &[Uuid]| -> Vec<Uuid> {
        let mut only: Vec<Uuid> = these
            .iter()
            .filter(|id| !those.contains(id))
            .copied()
            .collect();
        // In the same order everywhere, so that two that move do not wait for each other.
        only.sort_unstable();
        only
    };
    let columns = counts_of(after);
    for id in only(&left, &entered) {
        change(txn, id, columns, fewer).await?;
    }
    for id in only(&entered, &left) {
        change(txn, id, columns, more).await?;
    }
    Ok(())
}

/// The places that count the home.
fn counted_in(home: &listings::Model) -> Result<Vec<Uuid>> {
    if status(home)? != domain::listings::Status::Published {
        return Ok(Vec::new());
    }
    let places = [
        Some(home.country_id),
        Some(home.city_id),
        home.neighbourhood_id,
    ];
    Ok(places.into_iter().flatten().collect())
}

/// The counts of a place that the home is in: a sample is nobody's.
fn counts_of(home: &listings::Model) -> &'static [places::Column] {
    match home.source {
        None => &[places::Column::Listings, places::Column::Hosted],
        Some(_) => &[places::Column::Listings],
    }
}

/// Never below none.
fn fewer(count: places::Column) -> Expr {
    CaseStatement::new()
        .case(count.gt(0), Expr::col(count).sub(1))
        .finally(0)
        .into()
}

fn more(count: places::Column) -> Expr {
    Expr::col(count).add(1)
}

async fn change(
    txn: &DatabaseTransaction,
    place: Uuid,
    counts: &[places::Column],
    to: fn(places::Column) -> Expr,
) -> Result<()> {
    let unchanged = places::Entity::update_many();
    counts
        .iter()
        .fold(unchanged, |update, count| {
            update.col_expr(*count, to(*count))
        })
        .filter(places::Column::Id.eq(place))
        .exec(txn)
        .await?;
    Ok(())
}
