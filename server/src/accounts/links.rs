//! The links that were mailed to prove an address.

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, sea_query::Expr};

use crate::{
    Context, Result,
    entities::{email_links, users},
    mail::{Purpose, hash_of},
};

/// Where a link stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinkState {
    /// It works, for this address.
    Good { email: String },
    /// It confirmed its address, which still is confirmed: there is nothing left to do.
    Done,
    /// It did what it is for; it does it once.
    Used,
    /// Its hour is over.
    Expired,
    /// No link of ours, or of an account that is closed.
    Unknown,
}

impl LinkState {
    /// What is told to whoever cannot use it any more; none while it works, and when nothing is left to do.
    pub fn refusal(&self) -> Option<&'static str> {
        match self {
            Self::Good { .. } | Self::Done => None,
            Self::Used => Some("This link has been used: it works once. Ask for a new one."),
            Self::Expired => Some("This link has ended: it works for an hour. Ask for a new one."),
            Self::Unknown => Some(
                "This link is not complete. Copy it whole from the mail, or ask for a new one.",
            ),
        }
    }
}

/// Looks at a link without using it.
pub async fn link(ctx: &Context, token: &str, purpose: Purpose) -> Result<LinkState> {
    let found = find(&ctx.db, token, purpose).await?;
    Ok(standing(found.as_ref(), ctx.clock.now()))
}

/// The link and its user, unless the account is closed or has another address by now.
pub(super) async fn find(
    conn: &impl ConnectionTrait,
    token: &str,
    purpose: Purpose,
) -> Result<Option<(email_links::Model, users::Model)>> {
    let link = email_links::Entity::find_by_id(hash_of(token))
        .filter(email_links::Column::Purpose.eq(purpose.as_str()))
        .one(conn)
        .await?;
    let Some(link) = link else {
        return Ok(None);
    };
    let user = users::Entity::find_by_id(link.user_id)
        .filter(users::Column::ArchivedAt.is_null())
        .filter(users::Column::Email.eq(&link.email))
        .one(conn)
        .await?;
    Ok(user.map(|user| (link, user)))
}

pub(super) fn standing(
    found: Option<&(email_links::Model, users::Model)>,
    now: DateTime<Utc>,
) -> LinkState {
    match found {
        None => LinkState::Unknown,
        Some((link, user)) if link.used_at.is_some() => match user.email_confirmed_at {
            Some(_) if link.purpose == Purpose::Confirm.as_str() => LinkState::Done,
            _ => LinkState::Used,
        },
        Some((link, _)) if link.expires_at <= now => LinkState::Expired,
        Some((link, _)) => LinkState::Good {
            email: link.email.clone(),
        },
    }
}

/// Uses the link and every other one that the user has for the same purpose; false when another request was faster.
pub(super) async fn spend(
    conn: &impl ConnectionTrait,
    link: &email_links::Model,
    now: DateTime<Utc>,
) -> Result<bool> {
    let unused = email_links::Entity::update_many()
        .col_expr(email_links::Column::UsedAt, Expr::value(now))
        .filter(email_links::Column::UsedAt.is_null());
    let this = unused
        .clone()
        .filter(email_links::Column::IdHash.eq(link.id_hash.clone()))
        .exec(conn)
        .await?;
    if this.rows_affected == 0 {
        return Ok(false);
    }
    unused
        .filter(email_links::Column::UserId.eq(link.user_id))
        .filter(email_links::Column::Purpose.eq(&link.purpose))
        .exec(conn)
        .await?;
    Ok(true)
}
