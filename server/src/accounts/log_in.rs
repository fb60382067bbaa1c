//! Proving who one is, by e-mail address and password.

use domain::accounts::Email;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use tower_sessions::Session;

use super::{Actor, passwords};
use crate::{
    Context, Environment, Result, database,
    entities::users,
    limits::{self, Account, Kind},
    sessions,
};

/// What somebody types who wants to log in; not yet looked at.
pub struct LogIn {
    pub email: String,
    pub password: String,
}

/// The user of an address, in any case, and a password.
///
/// # Errors
/// One sentence whether the address is unknown, its account closed or the password wrong, after the same work, so that nobody learns who has
/// an account. `TooMany` for who tries too often, right or wrong.
pub async fn log_in(ctx: &Context, log_in: LogIn) -> Result<Actor> {
    prove(ctx, log_in).await.map(actor)
}

/// The same, and starts the session. A password that is changed at this moment ends every other session of its user:
/// also this one, which was not there yet.
///
/// # Errors
/// The same sentence when the password that was proved is no longer the user's.
pub async fn log_in_to(ctx: &Context, session: &Session, log_in: LogIn) -> Result<Actor> {
    let user = prove(ctx, log_in).await?;
    let (id, proved) = (user.id, user.password_hash.clone());
    let actor = actor(user);
    sessions::sign_in(session, &actor).await?;
    sessions::keep(session).await?;
    // The session is in the database now: whoever changes the password later ends it, and whoever is at it is waited for.
    let current = database::transaction(&ctx.db, async |txn| {
        let user = users::Entity::find_by_id(id).lock_exclusive();
        Ok(user.one(&txn).await?)
    })
    .await?;
    if current.is_none_or(|user| user.password_hash != proved) {
        sessions::sign_out(session).await?;
        return Err(refusal().into());
    }
    Ok(actor)
}

/// The user whom address and password prove.
async fn prove(ctx: &Context, log_in: LogIn) -> Result<users::Model> {
    limits::spend(ctx, Kind::LogIn, Some(Account::Email(&log_in.email))).await?;
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
    Ok(user)
}

fn actor(user: users::Model) -> Actor {
    Actor {
        user_id: user.id,
        first_name: user.first_name,
        is_admin: user.is_admin,
    }
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
