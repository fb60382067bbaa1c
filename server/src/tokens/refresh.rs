//! A new pair of tokens for a refresh token. Each works once: one that comes a second time was stolen, or was used by a thief before, so
//! its whole family ends.

use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, sea_query::Expr,
};

use super::{
    Issued, end, hash,
    issue::{self, Place},
};
use crate::{
    Context, Result, database,
    entities::{refresh_tokens, users},
};

/// # Errors
/// `SignInNeeded` when the token is none of ours, is over, was ended, or came before.
pub async fn refresh(ctx: &Context, token: &str) -> Result<Issued> {
    let id = hash(token);
    let known = refresh_tokens::Entity::find_by_id(id.clone());
    let known = known.one(&ctx.db).await?;
    let known = known.ok_or(domain::Error::SignInNeeded)?;
    let next = database::transaction(&ctx.db, async |txn| {
        let user = users::Entity::find_by_id(known.user_id).lock_exclusive();
        let user = user.one(&txn).await?;
        let row = refresh_tokens::Entity::find_by_id(id.clone()).lock_exclusive();
        match (user, row.one(&txn).await?) {
            (Some(user), Some(row)) => next(ctx, &txn, user, row).await,
            _ => Ok(None),
        }
    })
    .await?;
    if next.is_none() {
        ctx.callers.forget(known.user_id);
    }
    next.ok_or_else(|| domain::Error::SignInNeeded.into())
}

/// The next pair; `None` when there is none, which may have ended the family.
async fn next(
    ctx: &Context,
    conn: &impl ConnectionTrait,
    user: users::Model,
    row: refresh_tokens::Model,
) -> Result<Option<Issued>> {
    let now = ctx.clock.now();
    let may = user.archived_at.is_none()
        && user.banned_at.is_none()
        && user.token_version == row.token_version;
    if !may || row.ended_at.is_some() || row.expires_at <= now {
        return Ok(None);
    }
    let used = refresh_tokens::Entity::update_many()
        .col_expr(refresh_tokens::Column::UsedAt, Expr::value(now))
        .filter(refresh_tokens::Column::IdHash.eq(row.id_hash))
        .filter(refresh_tokens::Column::UsedAt.is_null())
        .exec(conn)
        .await?;
    if used.rows_affected == 0 {
        end::family(conn, row.family, now).await?;
        return Ok(None);
    }
    let place = Place {
        user_id: user.id,
        version: user.token_version,
        family: row.family,
        expires_at: row.expires_at,
    };
    issue::issue(ctx, conn, place).await.map(Some)
}
