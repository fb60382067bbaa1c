//! Proving who one is, by e-mail address and password.

use domain::accounts::Email;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::{Actor, passwords};
use crate::{Context, Environment, Result, entities::users};

/// What somebody types who wants to log in; not yet looked at.
pub struct LogIn {
    pub email: String,
    pub password: String,
}

/// The user of an address, in any case, and a password.
///
/// # Errors
/// One sentence whether the address is unknown, its account closed or the password wrong, after the same work, so that nobody learns who has
/// an account.
pub async fn log_in(ctx: &Context, log_in: LogIn) -> Result<Actor> {
    let found = match Email::parse(&log_in.email) {
        Ok(email) => user(ctx, &email).await?,
        Err(_) => None,
    };
    let proved = match &found {
        Some(user) => passwords::verify(&log_in.password, &user.password_hash).await?,
        None => passwords::verify_nobody(&log_in.password).await?,
    };
    let user = found.filter(|_| proved).ok_or_else(refusal)?;
    if user.is_demo && ctx.settings.environment == Environment::Production {
        return Err(domain::Error::field(
            "",
            "This is an account of the demo, which is closed here.",
        )
        .into());
    }
    Ok(Actor {
        user_id: user.id,
        first_name: user.first_name,
        is_admin: user.is_admin,
    })
}

async fn user(ctx: &Context, email: &Email) -> Result<Option<users::Model>> {
    let open = users::Entity::find()
        .filter(users::Column::Email.eq(email.as_str()))
        .filter(users::Column::ArchivedAt.is_null());
    Ok(open.one(&ctx.db).await?)
}

fn refusal() -> domain::Error {
    domain::Error::field("", "The e-mail address or the password is not right.")
}
