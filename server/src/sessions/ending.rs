//! Ending sessions other than by logging out.

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use crate::{Context, Result, entities::sessions};

/// Ends every session of the user but the one of this hash ([`super::hash_of`]).
pub async fn end_others(
    conn: &impl ConnectionTrait,
    user_id: Uuid,
    keep: Option<&[u8]>,
) -> Result<()> {
    let mut ending = sessions::Entity::delete_many().filter(sessions::Column::UserId.eq(user_id));
    if let Some(keep) = keep {
        ending = ending.filter(sessions::Column::IdHash.ne(keep));
    }
    ending.exec(conn).await?;
    Ok(())
}

/// Forgets the sessions that have ended by themselves.
pub async fn delete_expired(ctx: &Context) -> Result<()> {
    let expired = sessions::Column::ExpiresAt.lte(ctx.clock.now());
    sessions::Entity::delete_many()
        .filter(expired)
        .exec(&ctx.db)
        .await?;
    Ok(())
}
