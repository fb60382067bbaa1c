//! Opening an account.

use domain::{
    accounts::{Email, Password, PersonName},
    error::keep,
};
use sea_orm::{ActiveValue::Set, EntityTrait};
use uuid::Uuid;

use super::{Actor, LogIn, log_in, passwords};
use crate::{
    Context, Error, Result,
    database::{self, is_duplicate},
    entities::users,
    idempotency,
    limits::{self, Kind},
    mail,
};

/// What somebody types who wants an account; not yet looked at.
pub struct SignUp {
    pub first_name: String,
    pub last_name: String,
    pub email: String,
    pub password: String,
}

/// What was typed, parsed.
struct Newcomer {
    first_name: PersonName,
    last_name: PersonName,
    email: Email,
    password: Password,
}

/// Opens an account, and sends the link that confirms its address. Sent twice with the same password, as by a double click, it is one account.
///
/// # Errors
/// All that is wrong, each at its field; at `email`, an address that has an account already. `TooMany` when too many accounts were opened
/// from where the client is.
pub async fn sign_up(ctx: &Context, sign_up: SignUp) -> Result<Actor> {
    match register(ctx, &sign_up).await {
        Err(Error::User(refusal)) if refusal == taken() => known(ctx, sign_up).await,
        opened => opened,
    }
}

/// As [`sign_up`], for programs: an address that has an account is refused, whatever the password.
///
/// # Errors
/// As [`sign_up`].
pub async fn register(ctx: &Context, sign_up: &SignUp) -> Result<Actor> {
    let newcomer = parse(sign_up)?;
    limits::spend(ctx, Kind::SignUp, None).await?;
    let actor = Actor {
        user_id: idempotency::new_id(),
        first_name: newcomer.first_name.as_str().to_owned(),
        is_admin: false,
    };
    let password_hash = passwords::hash(newcomer.password.as_str()).await?;
    let user = row(ctx, &actor, newcomer, password_hash);
    match open(ctx, actor.user_id, user).await {
        Err(Error::Database(error)) if is_duplicate(&error) => {
            // Opened by this very request, before the server that did it died.
            let own = users::Entity::find_by_id(actor.user_id).one(&ctx.db);
            own.await?.map(|_| actor).ok_or_else(|| taken().into())
        }
        opened => opened.map(|()| actor),
    }
}

fn taken() -> domain::Error {
    domain::Error::field("email", "Email already registered")
}

async fn open(ctx: &Context, id: Uuid, user: users::ActiveModel) -> Result<()> {
    database::transaction(&ctx.db, async |txn| {
        users::Entity::insert(user.clone())
            .exec_without_returning(&txn)
            .await?;
        mail::confirm_address(&txn, id, ctx.clock.now()).await
    })
    .await?;
    ctx.wake.notify_one();
    Ok(())
}

fn parse(sign_up: &SignUp) -> Result<Newcomer> {
    let mut refused = Vec::new();
    let first_name = keep(
        &mut refused,
        PersonName::parse("first_name", &sign_up.first_name),
    );
    let last_name = keep(
        &mut refused,
        PersonName::parse("last_name", &sign_up.last_name),
    );
    let email = keep(&mut refused, Email::parse(&sign_up.email));
    let password = keep(&mut refused, Password::parse(&sign_up.password));
    match (first_name, last_name, email, password) {
        (Some(first_name), Some(last_name), Some(email), Some(password)) => Ok(Newcomer {
            first_name,
            last_name,
            email,
            password,
        }),
        _ => Err(domain::Error::Invalid(refused).into()),
    }
}

fn row(
    ctx: &Context,
    actor: &Actor,
    newcomer: Newcomer,
    password_hash: String,
) -> users::ActiveModel {
    let now = ctx.clock.now();
    users::ActiveModel {
        id: Set(actor.user_id),
        email: Set(newcomer.email.into_string()),
        password_hash: Set(password_hash),
        first_name: Set(newcomer.first_name.into_string()),
        last_name: Set(newcomer.last_name.into_string()),
        phone: Set(None),
        home_location: Set(None),
        about: Set(None),
        is_admin: Set(false),
        is_demo: Set(false),
        version: Set(1),
        created_at: Set(now),
        updated_at: Set(now),
        archived_at: Set(None),
        email_confirmed_at: Set(None),
        token_version: Set(0),
        banned_at: Set(None),
        imported_at: Set(None),
    }
}

/// The address has an account: whoever knows its password is let in, as they would be a moment later.
async fn known(ctx: &Context, sign_up: SignUp) -> Result<Actor> {
    let tried = log_in(
        ctx,
        LogIn {
            email: sign_up.email,
            password: sign_up.password,
        },
    )
    .await;
    tried.map_err(|error| match error {
        Error::User(_) => {
            let message = "There is an account with this e-mail address already. Log in instead?";
            domain::Error::field("email", message).into()
        }
        other => other,
    })
}
