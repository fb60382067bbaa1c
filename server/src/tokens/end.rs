//! Ending tokens.

use chrono::{DateTime, Utc};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter,
    sea_query::{Expr, ExprTrait},
};
use uuid::Uuid;

use super::{Known, Proof, personal};
use crate::{
    Context, Result,
    entities::{refresh_tokens, users},
};

/// Ends the log-in whose access token this is, on every server; a personal token is revoked by its owner alone. Twice is the same as once.
///
/// # Errors
/// `Refused` for a personal token, else only the database's.
pub async fn log_out(ctx: &Context, known: &Known) -> Result<()> {
    let Proof::LogIn(log_in) = known.proof else {
        let sentence =
            "A personal token has no log-in to end. Revoke it under Tokens in your account.";
        return Err(domain::Error::Refused(sentence.to_owned()).into());
    };
    family(&ctx.db, log_in, ctx.clock.now()).await?;
    ctx.callers.forget(known.actor.user_id);
    Ok(())
}

/// Ends every token of the user, of log-ins and for programs alike, in the transaction that takes away what they rested on. Those who
/// hold a [`super::Callers`] forget the user afterwards.
pub(crate) async fn end_all(
    conn: &impl ConnectionTrait,
    user_id: Uuid,
    now: DateTime<Utc>,
) -> Result<()> {
    personal::revoke_all(conn, user_id, now).await?;
    count_up(conn, user_id).await
}

/// The same for access and refresh tokens alone: a personal token works again when its user is let in again.
pub(crate) async fn count_up(conn: &impl ConnectionTrait, user_id: Uuid) -> Result<()> {
    users::Entity::update_many()
        .col_expr(
            users::Column::TokenVersion,
            Expr::col(users::Column::TokenVersion).add(1),
        )
        .filter(users::Column::Id.eq(user_id))
        .exec(conn)
        .await?;
    Ok(())
}

/// Ends what came from one log-in.
pub(super) async fn family(
    conn: &impl ConnectionTrait,
    family: Uuid,
    now: DateTime<Utc>,
) -> Result<()> {
    refresh_tokens::Entity::update_many()
        .col_expr(refresh_tokens::Column::EndedAt, Expr::value(now))
        .filter(refresh_tokens::Column::Family.eq(family))
        .filter(refresh_tokens::Column::EndedAt.is_null())
        .exec(conn)
        .await?;
    Ok(())
}

/// Forgets the log-ins that are over.
///
/// # Errors
/// Only the database's.
pub async fn delete_expired(ctx: &Context) -> Result<()> {
    let expired = refresh_tokens::Column::ExpiresAt.lte(ctx.clock.now());
    refresh_tokens::Entity::delete_many()
        .filter(expired)
        .exec(&ctx.db)
        .await?;
    Ok(())
}
