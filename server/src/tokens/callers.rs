//! Who was found behind a token a moment ago, so that a program that asks often costs no statement each time.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

use super::Known;

/// How long it is believed. Another server's log-out, password change or ban counts within this time.
pub const BELIEVED: TimeDelta = TimeDelta::seconds(4);
/// How many are kept: a few hundred bytes each.
const ROOM: usize = 4_096;

/// One for each server; clones share it.
#[derive(Clone, Default)]
pub struct Callers(Arc<Mutex<HashMap<Vec<u8>, Seen>>>);

struct Seen {
    known: Known,
    at: DateTime<Utc>,
}

impl Callers {
    /// Who this was, by the hash of the token, unless that is too long ago.
    pub(super) fn recall(&self, token: &[u8], now: DateTime<Utc>) -> Option<Known> {
        let seen = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let seen = seen.get(token)?;
        is_fresh(seen, now).then(|| seen.known.clone())
    }

    pub(super) fn remember(&self, token: Vec<u8>, known: Known, now: DateTime<Utc>) {
        let mut seen = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if seen.len() >= ROOM {
            seen.retain(|_, one| is_fresh(one, now));
        }
        if seen.len() < ROOM {
            seen.insert(token, Seen { known, at: now });
        }
    }

    /// Nothing is believed of this user any more.
    pub(crate) fn forget(&self, user_id: Uuid) {
        let mut seen = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        seen.retain(|_, one| one.known.actor.user_id != user_id);
    }
}

fn is_fresh(seen: &Seen, now: DateTime<Utc>) -> bool {
    now - seen.at < BELIEVED
}
