//! Changing one's password.

use domain::{FieldError, accounts::Password, error::keep};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};

use super::{Actor, passwords};
use crate::{
    Context, Result, database,
    entities::users,
    limits::{self, Account, Kind},
    sessions, tokens,
};

/// What somebody types who wants another password; not yet looked at.
pub struct ChangePassword {
    pub current: String,
    pub new: String,
    /// The stored hash of the session that asks ([`sessions::hash_of`]), which stays.
    pub keep_session: Option<Vec<u8>>,
}

/// Changes the password and ends, in the database, every session of the user but the one that asks, and every token of the API.
///
/// # Errors
/// At `current` when that is not the password, at `new` when that will not do; `SignInNeeded` when the account is closed; `TooMany`
/// for who tries too often.
pub async fn change_password(ctx: &Context, actor: &Actor, change: ChangePassword) -> Result<()> {
    // Whoever has somebody's session may not guess their password through it either.
    limits::spend(ctx, Kind::LogIn, Some(Account::User(actor.user_id))).await?;
    let user = users::Entity::find_by_id(actor.user_id).filter(users::Column::ArchivedAt.is_null());
    let user = user
        .one(&ctx.db)
        .await?
        .ok_or(domain::Error::SignInNeeded)?;
    let mut refused = Vec::new();
    if !passwords::verify(&change.current, &user.password_hash).await? {
        refused.push(not_current());
    }
    let new = keep(&mut refused, Password::parse_at("new", &change.new));
    let Some(new) = new.filter(|_| refused.is_empty()) else {
        return Err(domain::Error::Invalid(refused).into());
    };
    let password_hash = passwords::hash(new.as_str()).await?;
    let now = ctx.clock.now();
    database::transaction(&ctx.db, async |txn| {
        let changed = users::ActiveModel {
            password_hash: Set(password_hash.clone()),
            updated_at: Set(now),
            ..Default::default()
        };
        let updated = users::Entity::update_many()
            .set(changed)
            .filter(users::Column::Id.eq(actor.user_id))
            // Two who change it at once: the second proved a password that is no longer the current one.
            .filter(users::Column::PasswordHash.eq(&user.password_hash))
            .exec(&txn)
            .await?;
        if updated.rows_affected == 0 {
            return Err(domain::Error::Invalid(vec![not_current()]).into());
        }
        tokens::end_all(&txn, actor.user_id, now).await?;
        sessions::end_others(&txn, actor.user_id, change.keep_session.as_deref()).await
    })
    .await?;
    ctx.callers.forget(actor.user_id);
    Ok(())
}

fn not_current() -> FieldError {
    FieldError::new("current", "This is not your current password.")
}
