//! Rows that stay as they are until a transaction ends: a home first, then its reviews.

use domain::listings::Status;
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use crate::{
    Result,
    accounts::Actor,
    entities::{listings, reviews},
};

/// The home, if guests can see it: else it is not found.
pub(super) async fn home(txn: &DatabaseTransaction, id: Uuid) -> Result<listings::Model> {
    let home = listings::Entity::find_by_id(id)
        .filter(
            listings::Column::Status.is_in([Status::Published, Status::Paused].map(Status::as_str)),
        )
        .lock_exclusive()
        .one(txn)
        .await?;
    Ok(home.ok_or(domain::Error::NotFound("Home"))?)
}

/// The review as it is now, its home locked before it. `Forbidden` for whoever is neither its author nor an admin.
pub(super) async fn review(
    txn: &DatabaseTransaction,
    actor: &Actor,
    id: Uuid,
) -> Result<reviews::Model> {
    let home_id = open(id)
        .select_only()
        .column(reviews::Column::ListingId)
        .into_tuple::<Uuid>()
        .one(txn)
        .await?;
    home(txn, home_id.ok_or_else(not_found)?).await?;
    let review = open(id).lock_exclusive().one(txn).await?;
    let review = review.ok_or_else(not_found)?;
    if review.author_id != actor.user_id && !actor.is_admin {
        return Err(domain::Error::Forbidden.into());
    }
    Ok(review)
}

fn open(id: Uuid) -> sea_orm::Select<reviews::Entity> {
    reviews::Entity::find_by_id(id).filter(reviews::Column::ArchivedAt.is_null())
}

pub(super) fn not_found() -> domain::Error {
    domain::Error::NotFound("Review")
}
