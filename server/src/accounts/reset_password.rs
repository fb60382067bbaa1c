//! Choosing a new password without the old one: by a link that only the address's reader has.

use domain::accounts::{Email, Password};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QuerySelect,
};

use super::{LinkState, links, passwords};
use crate::{
    Context, Result, database,
    entities::{email_links, users},
    limits::{self, Account, Kind},
    mail::{self, Purpose},
    sessions, tokens,
};

/// Asks for the link. The answer and the work are the same whether anybody has an account with the address: one row of the outbox, and
/// the rest is done when the mail is written. At most one mail in five minutes.
///
/// # Errors
/// At `email`, when it has not the shape of an address; `TooMany` for who asks too often.
pub async fn forgot_password(ctx: &Context, email: &str) -> Result<()> {
    let email = Email::parse(email)?;
    limits::spend(ctx, Kind::Reset, Some(Account::Email(email.as_str()))).await?;
    mail::reset_password(&ctx.db, &email, ctx.clock.now()).await?;
    ctx.wake.notify_one();
    Ok(())
}

/// What somebody sends who followed the link; not yet looked at.
pub struct ResetPassword {
    pub token: String,
    pub new: String,
}

/// Sets the password, ends every session and every token of the user and every other link. That the link came by mail confirms the address, too.
///
/// # Errors
/// `Refused` when the link does not work (any more); at `new`, when that will not do.
pub async fn reset_password(ctx: &Context, reset: ResetPassword) -> Result<()> {
    let found = links::find(&ctx.db, &reset.token, Purpose::Reset).await?;
    let standing = links::standing(found.as_ref(), ctx.clock.now());
    let link = match found {
        Some((link, _)) if standing.refusal().is_none() => link,
        _ => return Err(refusal(&standing)),
    };
    let new = Password::parse_at("new", &reset.new)?;
    let password_hash = passwords::hash(new.as_str()).await?;
    database::transaction(&ctx.db, async |txn| {
        set(ctx, &txn, &link, &password_hash).await
    })
    .await?;
    ctx.callers.forget(link.user_id);
    Ok(())
}

async fn set(
    ctx: &Context,
    txn: &DatabaseTransaction,
    link: &email_links::Model,
    password_hash: &str,
) -> Result<()> {
    let now = ctx.clock.now();
    // Whoever logs in with the old password at this moment looks at this row once more.
    let user = users::Entity::find_by_id(link.user_id)
        .filter(users::Column::ArchivedAt.is_null())
        .lock_exclusive()
        .one(txn)
        .await?;
    let user = user.ok_or_else(|| refusal(&LinkState::Unknown))?;
    if !links::spend(txn, link, now).await? {
        return Err(refusal(&LinkState::Used));
    }
    let changed = users::ActiveModel {
        password_hash: Set(password_hash.to_owned()),
        email_confirmed_at: Set(Some(user.email_confirmed_at.unwrap_or(now))),
        updated_at: Set(now),
        ..Default::default()
    };
    users::Entity::update_many()
        .set(changed)
        .filter(users::Column::Id.eq(user.id))
        .exec(txn)
        .await?;
    tokens::end_all(txn, user.id, now).await?;
    sessions::end_others(txn, user.id, None).await
}

fn refusal(standing: &LinkState) -> crate::Error {
    let sentence = standing.refusal().unwrap_or_default();
    domain::Error::Refused(sentence.to_owned()).into()
}
