//! What the operator does from the command line: granting and revoking administration.

use domain::accounts::Email;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};

use crate::{Context, Result, entities::users};

/// Makes the user of this address an administrator, from their next request on. Twice is the same as once.
///
/// # Errors
/// At `email` when that is no address, `NotFound` when it has no open account.
pub async fn grant(ctx: &Context, email: &str) -> Result<()> {
    set(ctx, email, true).await
}

/// Takes administration away, from the user's next request on: sessions read it from the user's row.
///
/// # Errors
/// As [`grant`].
pub async fn revoke(ctx: &Context, email: &str) -> Result<()> {
    set(ctx, email, false).await
}

async fn set(ctx: &Context, email: &str, is_admin: bool) -> Result<()> {
    let email = Email::parse(email)?;
    let changed = users::ActiveModel {
        is_admin: Set(is_admin),
        updated_at: Set(ctx.clock.now()),
        ..Default::default()
    };
    let updated = users::Entity::update_many()
        .set(changed)
        .filter(users::Column::Email.eq(email.as_str()))
        .filter(users::Column::ArchivedAt.is_null())
        .exec(&ctx.db)
        .await?;
    match updated.rows_affected {
        0 => Err(domain::Error::NotFound("Account with this e-mail address").into()),
        _ => Ok(()),
    }
}
