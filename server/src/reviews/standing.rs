//! What the reviews of a home make of its rating, and of its place in the recommended order.

use domain::reviews::mean;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QuerySelect,
};
use uuid::Uuid;

use crate::{
    Result,
    entities::{listing_amenities, listings, reviews},
    imports::ranking::{Merit, rank},
};

/// Brings rating, number of reviews and rank of the home in line with its open reviews. The home must be locked; its version
/// stays, because nothing that its host says has changed.
pub(crate) async fn count(txn: &DatabaseTransaction, home: Uuid) -> Result<()> {
    let ratings: Vec<u32> = reviews::Entity::find()
        .select_only()
        .column(reviews::Column::Rating)
        .filter(reviews::Column::ListingId.eq(home))
        .filter(reviews::Column::ArchivedAt.is_null())
        .lock_exclusive()
        .into_tuple()
        .all(txn)
        .await?;
    let (rating, review_count) = mean(&ratings);
    let row = listings::ActiveModel {
        rating: Set(rating),
        review_count: Set(review_count),
        rank: Set(rank(&Merit {
            has_owner: has_owner(txn, home).await?,
            rating,
            reviews: review_count,
            amenities: amenities(txn, home).await?,
        })),
        ..Default::default()
    };
    listings::Entity::update_many()
        .set(row)
        .filter(listings::Column::Id.eq(home))
        .exec(txn)
        .await?;
    Ok(())
}

async fn has_owner(txn: &DatabaseTransaction, home: Uuid) -> Result<bool> {
    let owner = listings::Entity::find_by_id(home)
        .select_only()
        .column(listings::Column::OwnerId)
        .lock_exclusive()
        .into_tuple::<Option<Uuid>>()
        .one(txn)
        .await?;
    Ok(owner.flatten().is_some())
}

async fn amenities(txn: &DatabaseTransaction, home: Uuid) -> Result<usize> {
    let offered = listing_amenities::Entity::find()
        .select_only()
        .column(listing_amenities::Column::AmenityId)
        .filter(listing_amenities::Column::ListingId.eq(home))
        .lock_exclusive()
        .into_tuple::<Uuid>()
        .all(txn)
        .await?;
    Ok(offered.len())
}
