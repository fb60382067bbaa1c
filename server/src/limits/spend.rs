//! Counting one more time, and refusing what is once too often.

use std::fmt;

use chrono::{DateTime, Utc};
use domain::limits::{Kind, Limit, Standing};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::{
    client,
    counts::{self, Raise},
};
use crate::{Context, Result, database};

/// Whose account a count is for.
#[derive(Debug, Clone, Copy)]
pub enum Account<'a> {
    User(Uuid),
    /// As somebody typed it who is not logged in, whether there is such an account or not. It is kept as a hash.
    Email(&'a str),
}

/// Counts that `account` and the client's address do this once more. Nothing is counted when limits are off, or when neither is known.
///
/// # Errors
/// `TooMany`, with when to come back, when either did it as often as is allowed already.
pub async fn spend(ctx: &Context, kind: Kind, account: Option<Account<'_>>) -> Result<()> {
    let Some(limits) = &ctx.settings.limits else {
        return Ok(());
    };
    let buckets = buckets(kind, account);
    if buckets.is_empty() {
        return Ok(());
    }
    let (limit, now) = (limits.of(kind), ctx.clock.now());
    let counts = match kind {
        Kind::Read => ctx.reads.count(&buckets, limit, now),
        _ => shared(ctx, buckets, limit, now).await?,
    };
    let standings = counts.into_values().map(|(count, since)| Standing {
        kind,
        limit,
        count,
        since,
    });
    // Of two that are used up, the one that lasts longer is the one to wait for.
    let strictest = standings.max_by_key(|standing| (standing.count, standing.since));
    match strictest {
        Some(standing) => judge(standing, now),
        None => Ok(()),
    }
}

fn judge(standing: Standing, now: DateTime<Utc>) -> Result<()> {
    client::tell(standing);
    match standing.is_over() {
        true => Err(standing.refusal(now).into()),
        false => Ok(()),
    }
}

/// Counted where all servers count.
async fn shared(
    ctx: &Context,
    buckets: Vec<String>,
    limit: Limit,
    now: DateTime<Utc>,
) -> Result<counts::Counts> {
    let once = |bucket: String| Raise {
        bucket,
        by: 1,
        since: now,
    };
    let raises: Vec<Raise> = buckets.into_iter().map(once).collect();
    database::transaction(&ctx.db, async |txn| {
        counts::raise(&txn, limit, raises.clone(), now).await
    })
    .await
}

/// Whose counts are raised: at most an account's and an address's.
fn buckets(kind: Kind, account: Option<Account<'_>>) -> Vec<String> {
    let name = kind.as_str();
    let account = account.map(|account| format!("{name}:{account}"));
    let client = client::client().map(|network| format!("{name}:from:{network}"));
    account.into_iter().chain(client).collect()
}

impl fmt::Display for Account<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::User(id) => write!(f, "user:{}", id.simple()),
            Self::Email(typed) => {
                // Nobody shall read from the counts who tried to log in.
                let digest = Sha256::digest(typed.trim().to_lowercase());
                f.write_str("email:")?;
                digest.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_the_same_account_however_it_is_typed() {
        let bucket = |typed| buckets(Kind::LogIn, Some(Account::Email(typed))).remove(0);
        assert_eq!(bucket("Isla@Example.com "), bucket("isla@example.com"));
        assert_ne!(bucket("isla@example.com"), bucket("rory@example.com"));
        assert!(!bucket("isla@example.com").contains("isla"));
        assert!(bucket(&"x".repeat(10_000)).len() <= 120);
    }
}
