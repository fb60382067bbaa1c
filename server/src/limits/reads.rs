//! Reads, counted in memory and settled with the other servers every two seconds.

use std::{
    collections::HashMap,
    sync::{Mutex, MutexGuard, PoisonError},
};

use chrono::{DateTime, Utc};
use domain::limits::{Kind, Limit};

use super::counts::{self, Counts, Raise};
use crate::{Context, Result, database};

/// As many clients are counted at once; in a machine of 256 MB they take ten of them at most.
const MOST_CLIENTS: usize = 50_000;

/// As many counts are settled in one transaction.
const AT_ONCE: usize = 50;

/// The reads of this process.
#[derive(Default)]
pub struct Reads(Mutex<HashMap<String, Count>>);

struct Count {
    since: DateTime<Utc>,
    /// What the database had when it was last asked: the reads of all servers.
    known: u32,
    /// What this server has counted since.
    fresh: u32,
}

impl Reads {
    /// Counts one more read of each.
    pub(super) fn count(&self, buckets: &[String], limit: Limit, now: DateTime<Utc>) -> Counts {
        let mut all = self.all();
        let mut counts = Counts::new();
        for bucket in buckets {
            if all.len() >= MOST_CLIENTS && !all.contains_key(bucket) {
                // Rather a few too many reads than a memory that ends; those that are over go with the next settling.
                continue;
            }
            let count = all.entry(bucket.clone()).or_insert(Count::begun(now));
            if count.since + limit.window() <= now {
                *count = Count::begun(now);
            }
            count.fresh = count.fresh.saturating_add(1);
            counts.insert(bucket.clone(), (count.total(), count.since));
        }
        counts
    }

    /// Forgets what is over, and says what the database does not know yet.
    fn unsettled(&self, limit: Limit, now: DateTime<Utc>) -> Vec<Raise> {
        let mut all = self.all();
        all.retain(|_, count| count.since + limit.window() > now);
        let fresh = all.iter().filter(|(_, count)| count.fresh > 0);
        fresh
            .map(|(bucket, count)| Raise {
                bucket: bucket.clone(),
                by: count.fresh,
                since: count.since,
            })
            .collect()
    }

    /// Takes over what the database knows now that it knows these.
    fn settled(&self, raises: &[Raise], counts: &Counts) {
        let mut all = self.all();
        for raise in raises {
            let (Some(count), Some((known, since))) =
                (all.get_mut(&raise.bucket), counts.get(&raise.bucket))
            else {
                continue;
            };
            // One that has begun anew meanwhile has nothing to do with what was settled.
            if count.since == raise.since {
                count.fresh = count.fresh.saturating_sub(raise.by);
                (count.known, count.since) = (*known, *since);
            }
        }
    }

    fn all(&self) -> MutexGuard<'_, HashMap<String, Count>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Count {
    fn begun(since: DateTime<Utc>) -> Self {
        Self {
            since,
            known: 0,
            fresh: 0,
        }
    }

    fn total(&self) -> u32 {
        self.known.saturating_add(self.fresh)
    }
}

/// Adds this server's reads to those of the others, and learns of theirs. No statement when there were none.
pub async fn settle(ctx: &Context) -> Result<()> {
    let Some(limits) = &ctx.settings.limits else {
        return Ok(());
    };
    let (limit, now) = (limits.of(Kind::Read), ctx.clock.now());
    for raises in ctx.reads.unsettled(limit, now).chunks(AT_ONCE) {
        let counts = database::transaction(&ctx.db, async |txn| {
            counts::raise(&txn, limit, raises.to_vec(), now).await
        })
        .await?;
        ctx.reads.settled(raises, &counts);
    }
    Ok(())
}
