//! Which nights of a home are taken already.

use super::{FUTURE, PAST};

/// Stays that begin within the demo's time may end after it.
const AFTER: i64 = 90;

pub struct Calendar {
    taken: Vec<bool>,
}

impl Calendar {
    pub fn new() -> Self {
        let nights = usize::try_from(PAST + FUTURE + AFTER).unwrap_or(0);
        Self {
            taken: vec![false; nights],
        }
    }

    /// Nights outside of the demo's time are nobody's.
    pub fn take(&mut self, starts: i64, nights: i64) {
        for night in starts..starts + nights {
            if let Some(taken) = usize::try_from(night + PAST)
                .ok()
                .and_then(|at| self.taken.get_mut(at))
            {
                *taken = true;
            }
        }
    }

    /// How many nights are free from `starts` on, at most `most`.
    pub fn free(&self, starts: i64, most: i64) -> i64 {
        let is_free = |night: i64| {
            let at = usize::try_from(night + PAST).ok();
            at.and_then(|at| self.taken.get(at))
                .is_some_and(|taken| !taken)
        };
        (starts..starts + most)
            .take_while(|night| is_free(*night))
            .count() as i64
    }
}
