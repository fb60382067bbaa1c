//! Places become homes: live at once, with plain defaults for what the old database does not say, which their hosts are
//! asked to confirm.

use std::collections::HashSet;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use sea_orm::{ActiveModelTrait, DatabaseTransaction, EntityTrait, IntoActiveModel};
use uuid::Uuid;

use super::{
    Kind,
    fields::Old,
    ids::{OldId, remember},
    report::Part,
    table::{Read, Table},
    world::{Home, World},
};
use crate::{
    Result, database,
    entities::listings,
    hosting::defaults::{Defaults, Live, Plain},
    imports::{texts, timezones::timezone_at},
};

const NO_TITLE: &str = "have no title, and are called Home";

pub(super) struct Homes {
    now: DateTime<Utc>,
    /// None in a dry run, which writes none.
    defaults: Option<Defaults>,
    /// Those of this dump.
    seen: HashSet<Uuid>,
    /// Cities that are written, so that not every home asks for its own again.
    cities: HashSet<Uuid>,
}

/// A place as the dump has it.
pub(super) struct NewHome {
    id: OldId,
    owner: Uuid,
    plain: Plain,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

impl Homes {
    pub async fn load(world: &World<'_>) -> Result<Self> {
        let defaults = match world.run.dry_run {
            true => None,
            false => Some(Defaults::load(world.ctx).await?),
        };
        Ok(Self {
            now: world.run.now,
            defaults,
            seen: HashSet::new(),
            cities: HashSet::new(),
        })
    }

    /// Finds each home's place, and writes them all in one transaction.
    async fn make(&mut self, world: &mut World<'_>, new: Vec<NewHome>) -> Result<()> {
        let Some(defaults) = &self.defaults else {
            for home in new {
                let timezone = timezone_at(home.plain.point).unwrap_or(Tz::UTC);
                let owner = Some(home.owner);
                world.add_home(home.id.id, Home { owner, timezone });
            }
            return Ok(());
        };
        let mut live = Vec::with_capacity(new.len());
        for home in &new {
            let plain = home.plain.clone();
            let mut made = defaults
                .home(&world.ctx.db, home.owner, plain, self.now)
                .await?;
            made.home = home.onto(made.home, self.now);
            live.push(made);
        }
        let ids: Vec<&OldId> = new.iter().map(|home| &home.id).collect();
        let written = &self.cities;
        database::transaction(&world.ctx.db, async |txn| {
            insert(&txn, &live, &ids, written).await
        })
        .await?;
        self.cities.extend(live.iter().map(|one| one.home.city_id));
        world
            .look_for_homes(new.iter().map(|home| home.id.id))
            .await
    }
}

impl NewHome {
    /// What the dump says over what was filled in.
    fn onto(&self, made: listings::Model, now: DateTime<Utc>) -> listings::Model {
        listings::Model {
            id: self.id.id,
            created_at: self.created_at,
            updated_at: self.updated_at,
            published_at: Some(self.created_at),
            imported_at: Some(now),
            confirmed_at: None,
            ..made
        }
    }
}

impl Table for Homes {
    const NAME: &'static str = "places";
    type Row = NewHome;

    fn read(&mut self, old: &Old<'_>) -> std::result::Result<NewHome, String> {
        let id = old.id(Kind::Place)?;
        let owner = old.belongs("owner_id", Kind::User, "owner")?;
        let (created_at, updated_at) = old.times(self.now)?;
        let nightly = old.cents("price", "price")?;
        if nightly == 0 {
            return Err("its price is less than a cent".to_owned());
        }
        let plain = Plain {
            title: texts::at_most(200, texts::line(old.text("title")?)),
            description: texts::at_most(8_000, texts::paragraphs(old.text("description")?)),
            nightly,
            point: old.point()?,
        };
        Ok(NewHome {
            id,
            owner: owner.id,
            plain,
            created_at,
            updated_at,
        })
    }

    async fn write(
        &mut self,
        world: &mut World<'_>,
        batch: Vec<Read<NewHome>>,
        part: &mut Part,
    ) -> Result<()> {
        world
            .look_for_homes(batch.iter().map(|read| read.row.id.id))
            .await?;
        world
            .look_for_users(batch.iter().map(|read| read.row.owner))
            .await?;
        let mut new = Vec::new();
        for mut read in batch {
            let id = read.row.id.id;
            if !self.seen.insert(id) {
                read.refuse("its id came before", part);
            } else if world.home(id).is_some() {
                part.there += 1;
            } else if !world.has_user(read.row.owner) {
                read.refuse("its owner did not come", part);
            } else {
                part.added += 1;
                if read.row.plain.title.is_empty() {
                    part.note(NO_TITLE, read.called);
                    read.row.plain.title = "Home".to_owned();
                }
                new.push(read.row);
            }
        }
        match new.is_empty() {
            true => Ok(()),
            false => self.make(world, new).await,
        }
    }
}

async fn insert(
    txn: &DatabaseTransaction,
    live: &[Live],
    ids: &[&OldId],
    written: &HashSet<Uuid>,
) -> Result<()> {
    let mut cities = HashSet::new();
    for one in live {
        let city = one.home.city_id;
        if !written.contains(&city) && cities.insert(city) {
            one.settle(txn).await?;
        }
    }
    let rows = live
        .iter()
        .map(|one| one.home.clone().into_active_model().reset_all());
    listings::Entity::insert_many(rows)
        .exec_without_returning(txn)
        .await?;
    let pairs = ids
        .iter()
        .filter_map(|id| Some((id.old.as_deref()?, id.id)));
    remember(txn, Kind::Place, pairs).await
}
