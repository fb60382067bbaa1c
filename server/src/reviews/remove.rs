//! A review that is taken back.

use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::{locked, standing};
use crate::{Context, Result, accounts::Actor, database, entities::reviews};

/// Takes the review off the site, by its author or an admin. It is kept, without its stay: about which its author may then
/// write another one. The home's rating follows.
///
/// Refuses whoever else asks (`Forbidden`). A review that is gone already, or whose home guests cannot see, is not found.
pub async fn remove(ctx: &Context, actor: &Actor, id: Uuid) -> Result<()> {
    let now = ctx.clock.now();
    database::transaction(&ctx.db, async |txn| {
        let review = locked::review(&txn, actor, id).await?;
        let row = reviews::ActiveModel {
            booking_id: Set(None),
            updated_at: Set(now),
            archived_at: Set(Some(now)),
            ..Default::default()
        };
        reviews::Entity::update_many()
            .set(row)
            .filter(reviews::Column::Id.eq(id))
            .exec(&txn)
            .await?;
        standing::count(&txn, review.listing_id).await
    })
    .await
}
