//! Bookings: with their nights, if nobody else has them. Those that are confirmed come before those that wait, and of two the
//! one that was made first; so they are all read before the first is written, each in about 150 bytes.

mod nights;
mod plan;
mod read;
mod rows;

use std::collections::HashSet;

use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use super::{
    Kind, Run,
    fields::Old,
    ids::remember,
    report::Part,
    table::{BATCH, Read, Table},
    world::World,
};
use crate::{
    Error, Result,
    database::{self, is_duplicate},
    entities::bookings,
};
use nights::Taken;
use plan::{Plan, Planned};
use read::OldBooking;

/// How often a batch is planned anew when somebody books its nights meanwhile.
const ATTEMPTS: u32 = 5;

pub(super) struct Bookings {
    run: Run,
    /// With the lines in which they begin.
    rows: Vec<(u64, OldBooking)>,
    seen: HashSet<Uuid>,
}

impl Bookings {
    pub fn new(run: Run) -> Self {
        Self {
            run,
            rows: Vec::new(),
            seen: HashSet::new(),
        }
    }

    /// Writes what was read, in batches.
    pub async fn write_all(&mut self, world: &mut World<'_>, part: &mut Part) -> Result<()> {
        let mut rows = std::mem::take(&mut self.rows);
        rows.sort_unstable_by_key(|(_, booking)| booking.precedence());
        let mut taken = Taken::default();
        for batch in rows.chunks(BATCH) {
            world
                .look_for_homes(batch.iter().map(|(_, booking)| booking.home))
                .await?;
            world
                .look_for_users(batch.iter().map(|(_, booking)| booking.guest))
                .await?;
            let plan = write(world, batch, &mut taken).await?;
            plan.tell(part);
        }
        Ok(())
    }
}

impl Table for Bookings {
    const NAME: &'static str = "bookings";
    type Row = OldBooking;

    fn read(&mut self, old: &Old<'_>) -> std::result::Result<OldBooking, String> {
        let booking = OldBooking::read(old, self.run.now)?;
        match self.seen.insert(booking.id.id) {
            true => Ok(booking),
            false => Err("its id came before".to_owned()),
        }
    }

    /// Keeps them until all were read.
    async fn write(
        &mut self,
        _world: &mut World<'_>,
        batch: Vec<Read<OldBooking>>,
        _part: &mut Part,
    ) -> Result<()> {
        self.rows
            .extend(batch.into_iter().map(|read| (read.line, read.row)));
        Ok(())
    }
}

/// Plans the batch and writes it. A guest who books one of its nights at this moment wins: it is planned anew.
async fn write<'a>(
    world: &World<'_>,
    batch: &'a [(u64, OldBooking)],
    taken: &mut Taken,
) -> Result<Plan<'a>> {
    let known = known(world, batch).await?;
    let mut attempt = 1;
    loop {
        taken.look(&world.ctx.db, batch).await?;
        let plan = Plan::of(world, batch, &known, taken);
        if world.run.dry_run {
            return Ok(plan);
        }
        // What is written now is found in the database from now on.
        taken.forget();
        let written =
            database::transaction(&world.ctx.db, async |txn| insert(&txn, &plan.new).await).await;
        match written {
            Err(Error::Database(error)) if is_duplicate(&error) && attempt < ATTEMPTS => {
                attempt += 1;
            }
            other => return other.map(|()| plan),
        }
    }
}

async fn known(world: &World<'_>, batch: &[(u64, OldBooking)]) -> Result<Vec<Uuid>> {
    let ids = batch.iter().map(|(_, booking)| booking.id.id);
    Ok(bookings::Entity::find()
        .select_only()
        .column(bookings::Column::Id)
        .filter(bookings::Column::Id.is_in(ids))
        .into_tuple()
        .all(&world.ctx.db)
        .await?)
}

async fn insert(txn: &DatabaseTransaction, new: &[Planned<'_>]) -> Result<()> {
    rows::insert(txn, new).await?;
    let pairs = new
        .iter()
        .filter_map(|new| Some((new.old.id.old.as_deref()?, new.old.id.id)));
    remember(txn, Kind::Booking, pairs).await
}
