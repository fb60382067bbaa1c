//! Tokens that people make for their own programs: shown once, kept as a hash, revoked by whoever made them.

use chrono::{DateTime, TimeDelta, Utc};
use domain::tokens::{self, Lifetime, Scopes, Wanted};
use rand::Rng;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, EntityTrait, PaginatorTrait,
    QueryFilter, QueryOrder, QuerySelect, sea_query::Expr,
};
use uuid::Uuid;

use super::{Known, Proof, hash};
use crate::{
    Context, Result,
    accounts::Actor,
    database,
    entities::{personal_tokens, users},
};

/// How many one person may have at once.
const MOST: u64 = 50;
/// How long ago the last use may be said to be: so that a busy program does not write with every request.
const NOTED: TimeDelta = TimeDelta::minutes(1);

/// What somebody fills in who wants one; not yet looked at.
pub struct WantedToken {
    /// Chosen by the form, so that a form that is sent twice makes one token.
    pub id: Uuid,
    pub name: String,
    pub scopes: Vec<String>,
    /// A number of days, or "never".
    pub expires_in: String,
}

/// A token that was made: the only time that it is to be read.
pub struct Made {
    pub id: Uuid,
    pub token: String,
}

/// What is shown of a token later.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonalToken {
    pub id: Uuid,
    pub name: String,
    pub scopes: Scopes,
    pub created_at: DateTime<Utc>,
    pub expires_at: Option<DateTime<Utc>>,
    /// To the minute.
    pub last_used_at: Option<DateTime<Utc>>,
    /// Its time is over; it is still in the list, so that its owner knows why a program stopped.
    pub is_over: bool,
}

/// Makes a token.
///
/// # Errors
/// All that is wrong, each at its field; `Refused` when there are fifty already, or when this one was made before: it is shown once;
/// `SignInNeeded` when the account is closed.
pub async fn make(ctx: &Context, actor: &Actor, wanted: WantedToken) -> Result<Made> {
    let id = wanted.id;
    let wanted = Wanted::parse(&wanted.name, &wanted.scopes, &wanted.expires_in)?;
    let secret: [u8; 32] = rand::rng().random();
    let token = tokens::of_bytes(&secret);
    let row = personal_tokens::ActiveModel {
        id: Set(id),
        ..row(ctx, actor, &wanted, &token)
    };
    database::transaction(&ctx.db, async |txn| {
        // Two that are made at once are counted one after the other.
        let user = users::Entity::find_by_id(actor.user_id)
            .filter(users::Column::ArchivedAt.is_null())
            .lock_exclusive();
        if user.one(&txn).await?.is_none() {
            return Err(domain::Error::SignInNeeded.into());
        }
        let there = personal_tokens::Entity::find_by_id(id).one(&txn).await?;
        if there.is_some() {
            return Err(refused("This token was made already, and is shown only once. Revoke it and make another if you did not copy it."));
        }
        if of_user(actor).count(&txn).await? >= MOST {
            return Err(refused("You have fifty tokens. Revoke one that you do not use first."));
        }
        personal_tokens::Entity::insert(row.clone())
            .exec_without_returning(&txn)
            .await?;
        Ok(())
    })
    .await?;
    Ok(Made { id, token })
}

fn refused(sentence: &str) -> crate::Error {
    domain::Error::Refused(sentence.to_owned()).into()
}

fn row(ctx: &Context, actor: &Actor, wanted: &Wanted, token: &str) -> personal_tokens::ActiveModel {
    let now = ctx.clock.now();
    let expires_at = match wanted.lifetime {
        Lifetime::Days(days) => Some(now + TimeDelta::days(days.into())),
        Lifetime::Unlimited => None,
    };
    personal_tokens::ActiveModel {
        user_id: Set(actor.user_id),
        name: Set(wanted.name.clone()),
        token_hash: Set(hash(token)),
        scopes: Set(wanted.scopes.to_string()),
        created_at: Set(now),
        expires_at: Set(expires_at),
        last_used_at: Set(None),
        revoked_at: Set(None),
        ..Default::default()
    }
}

/// One's own tokens that are not revoked, the newest first.
///
/// # Errors
/// Only the database's.
pub async fn list(ctx: &Context, actor: &Actor) -> Result<Vec<PersonalToken>> {
    use personal_tokens::Column as C;
    let now = ctx.clock.now();
    let rows = of_user(actor)
        .order_by_desc(C::CreatedAt)
        .order_by_asc(C::Id)
        .all(&ctx.db)
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| PersonalToken {
            id: row.id,
            scopes: Scopes::kept(&row.scopes),
            name: row.name,
            created_at: row.created_at,
            is_over: row.expires_at.is_some_and(|end| end <= now),
            expires_at: row.expires_at,
            last_used_at: row.last_used_at,
        })
        .collect())
}

/// Ends one's own token, here at once and on every other server within seconds. Twice is the same as once.
///
/// # Errors
/// `NotFound` when it is nobody's or somebody else's.
pub async fn revoke(ctx: &Context, actor: &Actor, id: Uuid) -> Result<()> {
    use personal_tokens::Column as C;
    let own = personal_tokens::Entity::find_by_id(id).filter(C::UserId.eq(actor.user_id));
    if own.one(&ctx.db).await?.is_none() {
        return Err(domain::Error::NotFound("Token").into());
    }
    personal_tokens::Entity::update_many()
        .col_expr(C::RevokedAt, Expr::value(ctx.clock.now()))
        .filter(C::Id.eq(id))
        .filter(C::UserId.eq(actor.user_id))
        .filter(C::RevokedAt.is_null())
        .exec(&ctx.db)
        .await?;
    ctx.callers.forget(actor.user_id);
    Ok(())
}

/// Ends every token of the user.
pub(super) async fn revoke_all(
    conn: &impl ConnectionTrait,
    user_id: Uuid,
    now: DateTime<Utc>,
) -> Result<()> {
    use personal_tokens::Column as C;
    personal_tokens::Entity::update_many()
        .col_expr(C::RevokedAt, Expr::value(now))
        .filter(C::UserId.eq(user_id))
        .filter(C::RevokedAt.is_null())
        .exec(conn)
        .await?;
    Ok(())
}

fn of_user(actor: &Actor) -> sea_orm::Select<personal_tokens::Entity> {
    personal_tokens::Entity::find()
        .filter(personal_tokens::Column::UserId.eq(actor.user_id))
        .filter(personal_tokens::Column::RevokedAt.is_null())
}

/// Who bears the token of this hash, while it and its user's account are open.
pub(super) async fn bearer(
    ctx: &Context,
    token_hash: &[u8],
    now: DateTime<Utc>,
) -> Result<Option<Known>> {
    use personal_tokens::Column as C;
    let found = personal_tokens::Entity::find()
        .filter(C::TokenHash.eq(token_hash))
        .filter(C::RevokedAt.is_null())
        .filter(
            Condition::any()
                .add(C::ExpiresAt.is_null())
                .add(C::ExpiresAt.gt(now)),
        )
        .find_also_related(users::Entity)
        .filter(users::Column::ArchivedAt.is_null())
        .filter(users::Column::BannedAt.is_null())
        .one(&ctx.db)
        .await?;
    let Some((token, Some(user))) = found else {
        return Ok(None);
    };
    if token.last_used_at.is_none_or(|last| now - last >= NOTED) {
        personal_tokens::Entity::update_many()
            .col_expr(C::LastUsedAt, Expr::value(now))
            .filter(C::Id.eq(token.id))
            .exec(&ctx.db)
            .await?;
    }
    Ok(Some(Known {
        actor: Actor {
            user_id: user.id,
            first_name: user.first_name,
            is_admin: user.is_admin,
        },
        scopes: Some(Scopes::kept(&token.scopes)),
        proof: Proof::Personal(token.id),
    }))
}
