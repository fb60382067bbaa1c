//! How often somebody may do something: so many times within a minute, an hour or a day, counted from the first time.

use std::fmt;

use chrono::{DateTime, TimeDelta, Utc};

use crate::Error;

words! {
    /// What is counted. Each is counted for an account and for a client's address.
    Kind {
        LogIn "log-in" "log in",
        Reset "reset" "ask for a new password",
        SignUp "sign-up" "sign up",
        Payment "payment" "pay",
        Write "write" "change something",
        Read "read" "look",
    }
}

/// The unit in which a limit is said, and its length in seconds.
const UNITS: [(&str, u32); 3] = [("minute", 60), ("hour", 3_600), ("day", 86_400)];

/// So many times within so many seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limit {
    pub most: u32,
    pub seconds: u32,
}

/// How one count stands after it was raised.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    pub kind: Kind,
    pub limit: Limit,
    /// How many times since `since`, this one included.
    pub count: u32,
    pub since: DateTime<Utc>,
}

impl Limit {
    pub const fn a_minute(most: u32) -> Limit {
        Limit { most, seconds: 60 }
    }

    pub const fn an_hour(most: u32) -> Limit {
        Limit {
            most,
            seconds: 3_600,
        }
    }

    /// Reads `5/minute`, `10/hour` or `1000/day`; `None` for anything else, and for none at all.
    pub fn parse(text: &str) -> Option<Limit> {
        let (most, unit) = text.trim().split_once('/')?;
        let most = most.trim().parse().ok().filter(|most| *most > 0)?;
        let unit = unit.trim();
        let (_, seconds) = UNITS.into_iter().find(|(name, _)| *name == unit)?;
        Some(Limit { most, seconds })
    }

    pub fn window(&self) -> TimeDelta {
        TimeDelta::seconds(self.seconds.into())
    }
}

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unit = UNITS.iter().find(|(_, seconds)| *seconds == self.seconds);
        match unit {
            Some((name, _)) => write!(f, "{}/{name}", self.most),
            None => write!(f, "{} in {} seconds", self.most, self.seconds),
        }
    }
}

impl Standing {
    pub fn is_over(&self) -> bool {
        self.count > self.limit.most
    }

    /// How many more times are allowed before the count begins anew.
    pub fn left(&self) -> u32 {
        self.limit.most.saturating_sub(self.count)
    }

    /// Seconds until the count begins anew, at least one.
    pub fn seconds_left(&self, now: DateTime<Utc>) -> u32 {
        let milliseconds = (self.since + self.limit.window() - now).num_milliseconds();
        let seconds = u32::try_from((milliseconds.max(0) + 999) / 1000).unwrap_or(u32::MAX);
        seconds.clamp(1, self.limit.seconds)
    }

    /// What somebody is told who did it too often.
    pub fn refusal(&self, now: DateTime<Utc>) -> Error {
        let what = match self.kind {
            Kind::LogIn => "You have tried to log in too often.",
            Kind::Reset => "You have asked for a new password too often.",
            Kind::SignUp => "Too many accounts have been opened from where you are.",
            Kind::Payment => "You have begun to pay too often.",
            Kind::Write => "You have changed too much in a short time.",
            Kind::Read => "You have asked for too much in a short time.",
        };
        let later = wait(self.seconds_left(now));
        Error::TooMany(format!("{what} Please try again in {later}."))
    }
}

/// Seconds up to two minutes, then minutes, rounded up.
fn wait(seconds: u32) -> String {
    match seconds {
        1 => "a second".to_owned(),
        2..=120 => format!("{seconds} seconds"),
        _ => format!("{} minutes", seconds.div_ceil(60)),
    }
}
