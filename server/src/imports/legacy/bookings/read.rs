//! A booking as the old database has it.

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use domain::{
    bookings::State,
    stays::{LONGEST_STAY, Stay, local_to_utc, today_in},
};
use uuid::Uuid;

use crate::imports::legacy::{Kind, fields::Old, ids::OldId};

/// Minutes since midnight at which imported stays begin, at the latest, and end.
pub(super) const CHECK_IN_FROM: u32 = 15 * 60;
pub(super) const CHECK_IN_UNTIL: u32 = 21 * 60;
pub(super) const CHECK_OUT_BY: u32 = 11 * 60;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Status {
    Confirmed,
    Completed,
    Pending,
    Cancelled,
}

pub(in crate::imports::legacy) struct OldBooking {
    pub(super) id: OldId,
    pub(super) home: Uuid,
    pub(super) guest: Uuid,
    pub(super) stay: Stay,
    /// Cents.
    pub(super) total: i64,
    pub(super) status: Status,
    pub(super) created_at: DateTime<Utc>,
    pub(super) updated_at: DateTime<Utc>,
}

impl OldBooking {
    pub fn read(old: &Old<'_>, now: DateTime<Utc>) -> Result<Self, String> {
        let id = old.id(Kind::Booking)?;
        let home = old.belongs("place_id", Kind::Place, "home")?;
        let guest = old.belongs("guest_id", Kind::User, "guest")?;
        let stay = stay(
            old.date("check_in_date", "check-in")?,
            old.date("check_out_date", "check-out")?,
        )?;
        let (created_at, updated_at) = old.times(now)?;
        Ok(Self {
            id,
            home: home.id,
            guest: guest.id,
            stay,
            total: old.cents("total_price", "total")?,
            status: status(old.text("status")?)?,
            created_at,
            updated_at,
        })
    }

    /// As the dump names it.
    pub fn called(&self) -> String {
        match &self.id.old {
            Some(old) => old.to_string(),
            None => self.id.id.to_string(),
        }
    }

    /// Who comes first, where two want the same nights.
    pub(super) fn precedence(&self) -> (Status, DateTime<Utc>, Uuid) {
        let status = match self.status {
            Status::Completed => Status::Confirmed,
            other => other,
        };
        (status, self.created_at, self.id.id)
    }

    /// Where it stands here. A request waits as long as its stay has not begun; what was confirmed is over at check-out.
    pub fn state(&self, timezone: Tz, now: DateTime<Utc>) -> State {
        let ends = local_to_utc(timezone, self.stay.check_out, CHECK_OUT_BY);
        match self.status {
            Status::Cancelled => State::Cancelled,
            Status::Pending if self.stay.check_in < today_in(timezone, now) => State::Expired,
            Status::Pending => State::Authorized,
            Status::Confirmed | Status::Completed if ends <= now => State::Completed,
            Status::Confirmed | Status::Completed => State::Confirmed,
        }
    }
}

fn stay(check_in: NaiveDate, check_out: NaiveDate) -> Result<Stay, String> {
    let stay = Stay {
        check_in,
        check_out,
    };
    match stay.nights() {
        0 => Err("its check-out is not after its check-in".to_owned()),
        1..=LONGEST_STAY => Ok(stay),
        _ => Err("it is longer than a year".to_owned()),
    }
}

fn status(text: &str) -> Result<Status, String> {
    match text.trim().to_ascii_lowercase().as_str() {
        "confirmed" => Ok(Status::Confirmed),
        "completed" => Ok(Status::Completed),
        "pending" => Ok(Status::Pending),
        "cancelled" | "canceled" => Ok(Status::Cancelled),
        other => Err(format!("its status is unknown: {other}")),
    }
}
