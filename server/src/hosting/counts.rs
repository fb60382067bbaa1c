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
    for id in only(&left, &entered) {
        change(txn, id, fewer()).await?;
    }
    for id in only(&entered, &left) {
        change(txn, id, Expr::col(places::Column::Listings).add(1)).await?;
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

/// Never below none.
fn fewer() -> Expr {
    let one_less = Expr::col(places::Column::Listings).sub(1);
    CaseStatement::new()
        .case(places::Column::Listings.gt(0), one_less)
        .finally(0)
        .into()
}

async fn change(txn: &DatabaseTransaction, place: Uuid, to: Expr) -> Result<()> {
    places::Entity::update_many()
        .col_expr(places::Column::Listings, to)
        .filter(places::Column::Id.eq(place))
        .exec(txn)
        .await?;
    Ok(())
}
