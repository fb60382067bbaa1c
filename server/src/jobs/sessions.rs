//! Forgetting sessions that have ended.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::{Context, Result, entities::sessions};

pub(super) async fn delete_expired(ctx: &Context) -> Result<()> {
    sessions::Entity::delete_many()
        .filter(sessions::Column::ExpiresAt.lte(ctx.clock.now()))
        .exec(&ctx.db)
        .await?;
    Ok(())
}
