//! Writing blocks: the rows of `nights` say which nights they have, and its primary key who was first.

use chrono::{DateTime, Utc};
use domain::calendars::{Keep, Nights};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter,
    QueryOrder, QuerySelect, sea_query::Expr,
};
use uuid::Uuid;

use crate::{
    Result,
    entities::{blocks, nights},
};

/// The rows of these nights as they are now, in their order.
pub(super) async fn locked(
    txn: &DatabaseTransaction,
    listing: Uuid,
    wanted: Nights,
) -> Result<Vec<nights::Model>> {
    Ok(nights::Entity::find()
        .filter(nights::Column::ListingId.eq(listing))
        .filter(nights::Column::Night.between(wanted.first, wanted.last))
        .order_by_asc(nights::Column::Night)
        .lock_exclusive()
        .all(txn)
        .await?)
}

/// The blocks that have one of these nights, as they are now.
pub(super) async fn blocks_locked(
    txn: &DatabaseTransaction,
    listing: Uuid,
    wanted: Nights,
) -> Result<Vec<blocks::Model>> {
    Ok(blocks::Entity::find()
        .filter(blocks::Column::ListingId.eq(listing))
        .filter(blocks::Column::FirstNight.lte(wanted.last))
        .filter(blocks::Column::LastNight.gte(wanted.first))
        .order_by_asc(blocks::Column::FirstNight)
        .lock_exclusive()
        .all(txn)
        .await?)
}

/// Takes every night in the order of their dates, so that two that want the same nights do not wait for each other,
/// with the row of their block. A key breaks when somebody has one of them.
pub(super) async fn take(
    txn: &DatabaseTransaction,
    (listing, host): (Uuid, Uuid),
    kept: &Keep,
    now: DateTime<Utc>,
) -> Result<()> {
    let block = blocks::Model {
        id: Uuid::new_v4(),
        listing_id: listing,
        first_night: kept.nights.first,
        last_night: kept.nights.last,
        note: kept.note.clone(),
        created_by: host,
        created_at: now,
    };
    let rows = kept.nights.dates().map(|night| nights::ActiveModel {
        listing_id: Set(listing),
        night: Set(night),
        booking_id: Set(None),
        block_id: Set(Some(block.id)),
        kind: Set("block".to_owned()),
    });
    nights::Entity::insert_many(rows)
        .exec_without_returning(txn)
        .await?;
    insert(txn, block).await
}

/// Frees these nights of every block: each is shortened, split or gone, and bookings are as they were.
pub(super) async fn clear(txn: &DatabaseTransaction, listing: Uuid, wanted: Nights) -> Result<()> {
    for block in blocks_locked(txn, listing, wanted).await? {
        cut(txn, block, wanted).await?;
    }
    nights::Entity::delete_many()
        .filter(nights::Column::ListingId.eq(listing))
        .filter(nights::Column::Night.between(wanted.first, wanted.last))
        .filter(nights::Column::BlockId.is_not_null())
        .exec(txn)
        .await?;
    Ok(())
}

/// Leaves the block what it has before and after these nights.
async fn cut(txn: &DatabaseTransaction, block: blocks::Model, wanted: Nights) -> Result<()> {
    let whole = Nights {
        first: block.first_night,
        last: block.last_night,
    };
    match (whole.before(wanted.first), whole.after(wanted.last)) {
        (None, None) => {
            blocks::Entity::delete_by_id(block.id).exec(txn).await?;
        }
        (Some(left), None) => resize(txn, block.id, left).await?,
        (None, Some(right)) => resize(txn, block.id, right).await?,
        (Some(left), Some(right)) => {
            resize(txn, block.id, left).await?;
            split_off(txn, block, right).await?;
        }
    }
    Ok(())
}

async fn resize(txn: &DatabaseTransaction, block: Uuid, to: Nights) -> Result<()> {
    blocks::Entity::update_many()
        .col_expr(blocks::Column::FirstNight, Expr::value(to.first))
        .col_expr(blocks::Column::LastNight, Expr::value(to.last))
        .filter(blocks::Column::Id.eq(block))
        .exec(txn)
        .await?;
    Ok(())
}

/// The later part becomes a block of its own, with the same note.
async fn split_off(txn: &DatabaseTransaction, from: blocks::Model, part: Nights) -> Result<()> {
    let later = blocks::Model {
        id: Uuid::new_v4(),
        first_night: part.first,
        last_night: part.last,
        ..from
    };
    nights::Entity::update_many()
        .col_expr(nights::Column::BlockId, Expr::value(later.id))
        .filter(nights::Column::ListingId.eq(later.listing_id))
        .filter(nights::Column::BlockId.eq(from.id))
        .filter(nights::Column::Night.between(part.first, part.last))
        .exec(txn)
        .await?;
    insert(txn, later).await
}

async fn insert(txn: &DatabaseTransaction, block: blocks::Model) -> Result<()> {
    let row: blocks::ActiveModel = block.into();
    blocks::Entity::insert(row.reset_all())
        .exec_without_returning(txn)
        .await?;
    Ok(())
}
