//! What the operator does from the command line: granting and revoking administration, and closing the door to somebody.

use domain::accounts::Email;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QuerySelect};

use crate::{Context, Result, database, entities::users, sessions, tokens};

/// Makes the user of this address an administrator, from their next request on. Twice is the same as once.
///
/// # Errors
/// At `email` when that is no address, `NotFound` when it has no open account.
pub async fn grant(ctx: &Context, email: &str) -> Result<()> {
    set(ctx, email, true).await
}

/// Takes administration away, from the user's next request on: sessions read it from the user's row. Tokens know it within seconds.
///
/// # Errors
/// As [`grant`].
pub async fn revoke(ctx: &Context, email: &str) -> Result<()> {
    set(ctx, email, false).await
}

/// Lets the user of this address in no more: sessions end at once, tokens within seconds, on every server. Bookings and homes stay as
/// they are. Twice is the same as once.
///
/// # Errors
/// As [`grant`].
pub async fn ban(ctx: &Context, email: &str) -> Result<()> {
    let email = Email::parse(email)?;
    let now = ctx.clock.now();
    let id = database::transaction(&ctx.db, async |txn| {
        // Whoever logs in at this moment looks at this row once more.
        let user = users::Entity::find()
            .filter(users::Column::Email.eq(email.as_str()))
            .filter(users::Column::ArchivedAt.is_null())
            .lock_exclusive()
            .one(&txn)
            .await?
            .ok_or(UNKNOWN)?;
        let banned = users::ActiveModel {
            banned_at: Set(Some(user.banned_at.unwrap_or(now))),
            updated_at: Set(now),
            ..Default::default()
        };
        users::Entity::update_many()
            .set(banned)
            .filter(users::Column::Id.eq(user.id))
            .exec(&txn)
            .await?;
        tokens::count_up(&txn, user.id).await?;
        sessions::end_others(&txn, user.id, None).await?;
        Ok(user.id)
    })
    .await?;
    ctx.callers.forget(id);
    Ok(())
}

/// Lets the user in again, who logs in anew; personal tokens work again.
///
/// # Errors
/// As [`grant`].
pub async fn unban(ctx: &Context, email: &str) -> Result<()> {
    let changed = users::ActiveModel {
        banned_at: Set(None),
        updated_at: Set(ctx.clock.now()),
        ..Default::default()
    };
    change(ctx, email, changed).await
}

async fn set(ctx: &Context, email: &str, is_admin: bool) -> Result<()> {
    let changed = users::ActiveModel {
        is_admin: Set(is_admin),
        updated_at: Set(ctx.clock.now()),
        ..Default::default()
    };
    change(ctx, email, changed).await
}

async fn change(ctx: &Context, email: &str, changed: users::ActiveModel) -> Result<()> {
    let email = Email::parse(email)?;
    let updated = users::Entity::update_many()
        .set(changed)
        .filter(users::Column::Email.eq(email.as_str()))
        .filter(users::Column::ArchivedAt.is_null())
        .exec(&ctx.db)
        .await?;
    match updated.rows_affected {
        0 => Err(UNKNOWN.into()),
        _ => Ok(()),
    }
}

const UNKNOWN: domain::Error = domain::Error::NotFound("Account with this e-mail address");
