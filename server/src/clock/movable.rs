//! A clock that a test moves, for all processes that read the same file.

use std::{
    fs,
    path::PathBuf,
    sync::{Mutex, PoisonError},
    time::Duration,
};

use chrono::{DateTime, SubsecRound, TimeDelta, Utc};

use super::Clock;

/// How often the file is looked at for a move.
const LOOK: Duration = Duration::from_millis(50);

/// The machine's clock and so many seconds, or an instant at which time stands still: whatever the file says at the moment. A file
/// that is missing or says something else is the machine's clock.
pub struct MovableClock {
    file: PathBuf,
    /// What the file said when it was last asked whether the clock was moved.
    seen: Mutex<Reading>,
}

#[derive(Clone, Copy, PartialEq)]
enum Reading {
    Offset(TimeDelta),
    Still(DateTime<Utc>),
}

impl MovableClock {
    pub fn new(file: PathBuf) -> Self {
        let seen = Mutex::new(read(&file));
        Self { file, seen }
    }
}

#[async_trait::async_trait]
impl Clock for MovableClock {
    fn now(&self) -> DateTime<Utc> {
        match read(&self.file) {
            Reading::Offset(offset) => (Utc::now() + offset).trunc_subsecs(6),
            Reading::Still(at) => at,
        }
    }

    async fn moved(&self) {
        loop {
            let reading = read(&self.file);
            {
                let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
                if *seen != reading {
                    *seen = reading;
                    return;
                }
            }
            tokio::time::sleep(LOOK).await;
        }
    }
}

fn read(file: &PathBuf) -> Reading {
    let text = fs::read_to_string(file).unwrap_or_default();
    let text = text.trim();
    let offset = text.parse().ok().and_then(TimeDelta::try_seconds);
    match (offset, DateTime::parse_from_rfc3339(text)) {
        (Some(offset), _) => Reading::Offset(offset),
        (None, Ok(at)) => Reading::Still(at.to_utc().trunc_subsecs(6)),
        (None, Err(_)) => Reading::Offset(TimeDelta::zero()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn the_file_moves_it_or_makes_it_stand_still() {
        let file = std::env::temp_dir().join(format!("hbnb-clock-{}", uuid::Uuid::new_v4()));
        let clock = MovableClock::new(file.clone());
        assert!((clock.now() - Utc::now()).abs() < TimeDelta::seconds(5));
        fs::write(&file, "86400\n").unwrap();
        let tomorrow = Utc::now() + TimeDelta::days(1);
        assert!((clock.now() - tomorrow).abs() < TimeDelta::seconds(5));
        clock.moved().await;
        fs::write(&file, "2026-06-01T09:00:00Z").unwrap();
        clock.moved().await;
        assert_eq!(clock.now().to_rfc3339(), "2026-06-01T09:00:00+00:00");
        assert_eq!(clock.now(), clock.now());
        let unmoved = tokio::time::timeout(LOOK * 3, clock.moved()).await;
        assert!(unmoved.is_err());
        let _ = fs::remove_file(file);
    }
}
