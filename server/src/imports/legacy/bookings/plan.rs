//! What becomes of each booking of a batch, before anything is written.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use domain::bookings::State;
use uuid::Uuid;

use super::{
    nights::Taken,
    read::{OldBooking, Status},
};
use crate::imports::legacy::{report::Part, world::World};

const OVERLAPS: &str =
    "have nights that somebody else has, and came without them: look at /admin/money";
const ENDED: &str = "waited for their hosts until their stay had begun, and have ended: see whether their guests were paid back";
const CANCELLED: &str =
    "were cancelled, and came without money: the old system gave nothing back by itself";
const WAITING: &str = "wait for their hosts, without a deadline";

#[derive(Default)]
pub(super) struct Plan<'a> {
    pub new: Vec<Planned<'a>>,
    there: u64,
    refused: Vec<(u64, String, &'static str)>,
}

/// A booking that is written.
pub(super) struct Planned<'a> {
    pub old: &'a OldBooking,
    pub host: Option<Uuid>,
    pub timezone: Tz,
    pub state: State,
    /// Its nights are its own.
    pub has_nights: bool,
    pub now: DateTime<Utc>,
}

impl<'a> Plan<'a> {
    pub fn of(
        world: &World<'_>,
        batch: &'a [(u64, OldBooking)],
        known: &[Uuid],
        taken: &mut Taken,
    ) -> Self {
        let mut plan = Self::default();
        for (line, old) in batch {
            if known.contains(&old.id.id) {
                plan.there += 1;
                continue;
            }
            match planned(world, old, taken) {
                Ok(planned) => plan.new.push(planned),
                Err(reason) => plan.refused.push((*line, old.called(), reason)),
            }
        }
        plan
    }

    /// Puts it into the report.
    pub fn tell(&self, part: &mut Part) {
        part.there += self.there;
        part.added += self.new.len() as u64;
        for (line, called, reason) in &self.refused {
            part.refuse(*line, called.clone(), (*reason).to_owned());
        }
        for planned in &self.new {
            let which = format!("{}, {}", planned.old.called(), planned.old.stay.label());
            if planned.overlaps() {
                part.note(OVERLAPS, which.clone());
            }
            match (planned.old.status, planned.state) {
                (Status::Cancelled, _) => part.note(CANCELLED, which),
                (_, State::Expired) => part.note(ENDED, which),
                (_, State::Authorized) => part.note(WAITING, which),
                _ => {}
            }
        }
    }
}

impl Planned<'_> {
    /// It should have nights, and has none.
    pub fn overlaps(&self) -> bool {
        self.state.occupies_nights() && !self.has_nights
    }

    /// The old system took money for it, and it is or may become a stay.
    pub fn was_paid(&self) -> bool {
        self.state.occupies_nights()
    }
}

fn planned<'a>(
    world: &World<'_>,
    old: &'a OldBooking,
    taken: &mut Taken,
) -> Result<Planned<'a>, &'static str> {
    let home = world.home(old.home).ok_or("its home did not come")?;
    if !world.has_user(old.guest) {
        return Err("its guest did not come");
    }
    let state = old.state(home.timezone, world.run.now);
    Ok(Planned {
        old,
        host: home.owner,
        timezone: home.timezone,
        state,
        has_nights: state.occupies_nights() && taken.take(old),
        now: world.run.now,
    })
}
