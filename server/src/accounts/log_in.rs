//! Proving who one is, by e-mail address and password.

use domain::accounts::Email;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use tower_sessions::Session;

use super::{Actor, passwords};
use crate::{
    Context, Environment, Result, database,
    entities::{imports, users},
    imports::legacy,
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
    let proved = prove(ctx, log_in).await?;
    let id = proved.id;
    sessions::sign_in(session, &actor(proved.clone())).await?;
    sessions::keep(session).await?;
    // The session is in the database now: whoever changes the password later ends it, and whoever is at it is waited for.
    let current = database::transaction(&ctx.db, async |txn| {
        let user = users::Entity::find_by_id(id).lock_exclusive();
        Ok(user.one(&txn).await?)
    })
    .await?;
    if !current.is_some_and(|current| still_proved(&current, &proved)) {
        sessions::sign_out(session).await?;
        return Err(refusal().into());
    }
    Ok(actor(proved))
}

/// The user whom address and password prove. A password that the replaced system had hashed is hashed again, as ours are.
pub(crate) async fn prove(ctx: &Context, log_in: LogIn) -> Result<users::Model> {
    limits::spend(ctx, Kind::LogIn, Some(Account::Email(&log_in.email))).await?;
    let both = any_imported(ctx).await?;
    let mut user = known(ctx, &log_in, both).await?;
    if passwords::is_old(&user.password_hash) {
        user = match renew(ctx, user, &log_in.password).await? {
            Some(renewed) => renewed,
            // Another log-in did it at this moment.
            None => known(ctx, &log_in, both).await?,
        };
    }
    if user.banned_at.is_some() {
        return Err(banned(ctx).into());
    }
    if user.is_demo && ctx.settings.environment == Environment::Production {
        return Err(domain::Error::field(
            "",
            "This is an account of the demo, which is closed here.",
        )
        .into());
    }
    Ok(user)
}

/// Whether what was proved before the user's row was locked still holds.
pub(crate) fn still_proved(current: &users::Model, proved: &users::Model) -> bool {
    current.password_hash == proved.password_hash
        && current.banned_at.is_none()
        && current.archived_at.is_none()
}

/// What is said to everybody who did not prove who they are.
pub(crate) fn refusal() -> domain::Error {
    domain::Error::field("", "The e-mail address or the password is not right.")
}

/// `both`: whoever fails has waited for both kinds of hashes, so that time does not tell whose account came from the replaced system.
async fn known(ctx: &Context, log_in: &LogIn, both: bool) -> Result<users::Model> {
    let found = match Email::parse(&log_in.email) {
        Ok(email) => user(ctx, &email).await?,
        Err(_) => None,
    };
    let hash = found.as_ref().map(|user| user.password_hash.as_str());
    let proved = passwords::proves(&log_in.password, hash, both).await?;
    let user = found.filter(|_| proved);
    user.ok_or_else(|| refusal().into())
}

/// Whether accounts were ever brought in from the replaced system.
async fn any_imported(ctx: &Context) -> Result<bool> {
    let imports = imports::Entity::find().filter(imports::Column::Source.eq(legacy::SOURCE));
    Ok(imports.one(&ctx.db).await?.is_some())
}

/// The user with a hash of ours; `None` when the old one was no longer there.
async fn renew(ctx: &Context, user: users::Model, password: &str) -> Result<Option<users::Model>> {
    let password_hash = passwords::hash(password).await?;
    let renewed = users::ActiveModel {
        password_hash: Set(password_hash.clone()),
        updated_at: Set(ctx.clock.now()),
        ..Default::default()
    };
    let updated = users::Entity::update_many()
        .set(renewed)
        .filter(users::Column::Id.eq(user.id))
        .filter(users::Column::PasswordHash.eq(&user.password_hash))
        .exec(&ctx.db)
        .await?;
    Ok((updated.rows_affected == 1).then_some(users::Model {
        password_hash,
        ..user
    }))
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

/// Only who proved the password reads it.
fn banned(ctx: &Context) -> domain::Error {
    let address = &ctx.settings.support_email;
    let sentence =
        format!("This account has been closed. Write to {address} if that is a mistake.");
    domain::Error::field("", sentence)
}
