//! A home that came when HBnB moved: its host says that what was filled in is right.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};
use uuid::Uuid;

use super::records::own_locked;
use crate::{Context, Result, accounts::Actor, database, entities::listings};

/// Takes the home off the list of those that its host should look at. Confirming twice is once; nothing else changes.
///
/// Another's home is not found.
pub async fn confirm(ctx: &Context, actor: &Actor, id: Uuid) -> Result<()> {
    let now = ctx.clock.now();
    database::transaction(&ctx.db, async |txn| {
        let home = own_locked(&txn, actor, id).await?;
        if home.imported_at.is_none() || home.confirmed_at.is_some() {
            return Ok(());
        }
        listings::Entity::update_many()
            .col_expr(listings::Column::ConfirmedAt, Expr::value(Some(now)))
            .filter(listings::Column::Id.eq(id))
            .exec(&txn)
            .await?;
        Ok(())
    })
    .await
}
