//! Confirming that one reads the mail of one's address.

use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};

use super::{Actor, LinkState, links};
use crate::{
    Context, Result, database,
    entities::users,
    mail::{self, Purpose},
};

/// Sends the link again, at most once in five minutes; nothing when the address is confirmed already.
///
/// # Errors
/// Only the database's.
pub async fn send_confirmation(ctx: &Context, actor: &Actor) -> Result<()> {
    mail::confirm_address(&ctx.db, actor.user_id, ctx.clock.now()).await?;
    ctx.wake.notify_one();
    Ok(())
}

/// Confirms the address that the link was sent to. The same link again changes nothing.
///
/// # Errors
/// `Refused` when the link is not one of ours, is over, or was used for an account that is not confirmed.
pub async fn confirm_email(ctx: &Context, token: &str) -> Result<()> {
    let now = ctx.clock.now();
    let found = links::find(&ctx.db, token, Purpose::Confirm).await?;
    let standing = links::standing(found.as_ref(), now);
    let Some((link, user)) = found else {
        return Err(refusal(&standing));
    };
    if standing == LinkState::Done {
        return Ok(());
    }
    if standing.refusal().is_some() {
        return Err(refusal(&standing));
    }
    database::transaction(&ctx.db, async |txn| {
        let confirmed = users::ActiveModel {
            email_confirmed_at: Set(Some(now)),
            updated_at: Set(now),
            ..Default::default()
        };
        users::Entity::update_many()
            .set(confirmed)
            .filter(users::Column::Id.eq(user.id))
            .filter(users::Column::Email.eq(&link.email))
            .filter(users::Column::EmailConfirmedAt.is_null())
            .exec(&txn)
            .await?;
        links::spend(&txn, &link, now).await.map(drop)
    })
    .await
}

fn refusal(standing: &LinkState) -> crate::Error {
    let sentence = standing.refusal().unwrap_or_default();
    domain::Error::Refused(sentence.to_owned()).into()
}
