//! The links in mails that prove an address: what they carry is random to everybody but us, and only its hash is kept.

use chrono::{DateTime, TimeDelta, Utc};
use hmac::{Hmac, KeyInit, Mac};
use sea_orm::{ActiveValue::Set, EntityTrait, sea_query::OnConflict};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::{
    Context, Error, Result,
    entities::{email_links, users},
};

/// How long a link works after it was sent.
const GOOD_FOR: TimeDelta = TimeDelta::hours(1);

/// What a link is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    Confirm,
    Reset,
}

impl Purpose {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Confirm => "confirm",
            Self::Reset => "reset",
        }
    }
}

/// What the database knows a link by.
pub fn hash_of(token: &str) -> Vec<u8> {
    Sha256::digest(token).to_vec()
}

/// What the link of this effect carries. Sending the mail again sends the same link, which still works once; its hour begins anew.
pub(super) async fn make(
    ctx: &Context,
    effect: Uuid,
    user: &users::Model,
    purpose: Purpose,
    now: DateTime<Utc>,
) -> Result<String> {
    let token = token(&ctx.settings.secret, effect, purpose)?;
    let row = email_links::ActiveModel {
        id_hash: Set(hash_of(&token)),
        user_id: Set(user.id),
        purpose: Set(purpose.as_str().to_owned()),
        email: Set(user.email.clone()),
        expires_at: Set(now + GOOD_FOR),
        used_at: Set(None),
        created_at: Set(now),
    };
    let again = OnConflict::column(email_links::Column::IdHash)
        .update_column(email_links::Column::ExpiresAt)
        .to_owned();
    email_links::Entity::insert(row)
        .on_conflict(again)
        .exec_without_returning(&ctx.db)
        .await?;
    Ok(token)
}

/// 256 bits that nobody can tell without the site's secret.
fn token(secret: &str, effect: Uuid, purpose: Purpose) -> Result<String> {
    let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes())
        .map_err(|error| Error::Internal(error.to_string()))?;
    mac.update(purpose.as_str().as_bytes());
    mac.update(effect.as_bytes());
    let bytes = mac.finalize().into_bytes();
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_is_of_one_effect_one_purpose_and_one_secret() {
        let token =
            |secret, effect, purpose| token(secret, Uuid::from_u128(effect), purpose).unwrap();
        let one = token("a secret", 1, Purpose::Reset);
        assert_eq!(one.len(), 64);
        assert_eq!(one, token("a secret", 1, Purpose::Reset));
        for other in [
            token("a secret", 2, Purpose::Reset),
            token("a secret", 1, Purpose::Confirm),
            token("another", 1, Purpose::Reset),
        ] {
            assert_ne!(one, other);
        }
    }
}
