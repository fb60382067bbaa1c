//! Logging in for tokens.

use chrono::{DateTime, TimeDelta, Utc};
use rand::Rng;
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait, QuerySelect};
use uuid::Uuid;

use super::{ACCESS_LIFETIME, access, hash};
use crate::{
    Context, Result,
    accounts::{self, LogIn},
    database,
    entities::{refresh_tokens, users},
};

/// How long a log-in lasts, however often it is refreshed.
pub(super) const LOG_IN_LASTS: TimeDelta = TimeDelta::days(30);
const REFRESH_PREFIX: &str = "hbnbr_";

/// What somebody who logged in goes on with.
pub struct Issued {
    pub user_id: Uuid,
    pub access_token: String,
    /// Works once, for the next pair.
    pub refresh_token: String,
    /// How long the access token is good.
    pub expires_in: TimeDelta,
}

/// A place in a family of refresh tokens.
pub(super) struct Place {
    pub user_id: Uuid,
    pub version: u32,
    pub family: Uuid,
    pub expires_at: DateTime<Utc>,
}

/// Proves address and password, and begins a family of tokens.
///
/// # Errors
/// As [`accounts::log_in`]; the same sentence when the password was changed at this moment.
pub async fn log_in(ctx: &Context, log_in: LogIn) -> Result<Issued> {
    let proved = accounts::prove(ctx, log_in).await?;
    let begun = database::transaction(&ctx.db, async |txn| {
        // Whoever changes the password or bans the user at this moment is waited for.
        let user = users::Entity::find_by_id(proved.id).lock_exclusive();
        match user.one(&txn).await? {
            Some(user) if accounts::still_proved(&user, &proved) => {
                begin(ctx, &txn, &user).await.map(Some)
            }
            _ => Ok(None),
        }
    })
    .await?;
    begun.ok_or_else(|| accounts::not_proved().into())
}

async fn begin(ctx: &Context, conn: &impl ConnectionTrait, user: &users::Model) -> Result<Issued> {
    let place = Place {
        user_id: user.id,
        version: user.token_version,
        family: Uuid::new_v4(),
        expires_at: ctx.clock.now() + LOG_IN_LASTS,
    };
    issue(ctx, conn, place).await
}

/// The next pair of the family.
pub(super) async fn issue(
    ctx: &Context,
    conn: &impl ConnectionTrait,
    place: Place,
) -> Result<Issued> {
    let now = ctx.clock.now();
    let refresh_token = secret();
    let row = refresh_tokens::ActiveModel {
        id_hash: Set(hash(&refresh_token)),
        family: Set(place.family),
        user_id: Set(place.user_id),
        token_version: Set(place.version),
        issued_at: Set(now),
        expires_at: Set(place.expires_at),
        used_at: Set(None),
        ended_at: Set(None),
    };
    refresh_tokens::Entity::insert(row)
        .exec_without_returning(conn)
        .await?;
    let claims = access::Claims::new(place.user_id, place.version, place.family, now);
    Ok(Issued {
        user_id: place.user_id,
        access_token: access::sign(&ctx.settings.token_keys, &claims)?,
        refresh_token,
        expires_in: ACCESS_LIFETIME,
    })
}

/// 256 random bits.
fn secret() -> String {
    use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
    let bytes: [u8; 32] = rand::rng().random();
    format!("{REFRESH_PREFIX}{}", URL_SAFE_NO_PAD.encode(bytes))
}
