//! What is known of users, homes and amenities while an import runs: what came before in it, and what the database has.
//! Of each no more than its id and what bookings need is kept.

use std::collections::{HashMap, HashSet};

use chrono_tz::Tz;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use super::Run;
use crate::{
    Context, Result,
    bookings::records,
    entities::{listings, users},
};

pub(super) struct World<'a> {
    pub ctx: &'a Context,
    pub run: Run,
    users: HashSet<Uuid>,
    homes: HashMap<Uuid, Home>,
    /// What the amenities of the dump are here, by their old ids.
    pub amenities: HashMap<Uuid, Uuid>,
}

/// What a booking or a review needs to know of its home.
#[derive(Debug, Clone, Copy)]
pub(super) struct Home {
    pub owner: Option<Uuid>,
    pub timezone: Tz,
}

impl<'a> World<'a> {
    pub fn new(ctx: &'a Context, run: Run) -> Self {
        Self {
            ctx,
            run,
            users: HashSet::new(),
            homes: HashMap::new(),
            amenities: HashMap::new(),
        }
    }

    pub fn add_user(&mut self, id: Uuid) {
        self.users.insert(id);
    }

    pub fn add_home(&mut self, id: Uuid, home: Home) {
        self.homes.insert(id, home);
    }

    pub fn has_user(&self, id: Uuid) -> bool {
        self.users.contains(&id)
    }

    pub fn home(&self, id: Uuid) -> Option<Home> {
        self.homes.get(&id).copied()
    }

    /// Looks in the database for those that did not come with this dump.
    pub async fn look_for_users(&mut self, ids: impl IntoIterator<Item = Uuid>) -> Result<()> {
        let missing: HashSet<Uuid> = ids
            .into_iter()
            .filter(|id| !self.users.contains(id))
            .collect();
        if missing.is_empty() {
            return Ok(());
        }
        let found: Vec<Uuid> = users::Entity::find()
            .select_only()
            .column(users::Column::Id)
            .filter(users::Column::Id.is_in(missing))
            .into_tuple()
            .all(&self.ctx.db)
            .await?;
        self.users.extend(found);
        Ok(())
    }

    /// The same for homes.
    pub async fn look_for_homes(&mut self, ids: impl IntoIterator<Item = Uuid>) -> Result<()> {
        let missing: HashSet<Uuid> = ids
            .into_iter()
            .filter(|id| !self.homes.contains_key(id))
            .collect();
        if missing.is_empty() {
            return Ok(());
        }
        let found: Vec<(Uuid, Option<Uuid>, String)> = listings::Entity::find()
            .select_only()
            .columns([
                listings::Column::Id,
                listings::Column::OwnerId,
                listings::Column::Timezone,
            ])
            .filter(listings::Column::Id.is_in(missing))
            .into_tuple()
            .all(&self.ctx.db)
            .await?;
        for (id, owner, timezone) in found {
            let timezone = records::timezone(&timezone)?;
            self.homes.insert(id, Home { owner, timezone });
        }
        Ok(())
    }
}
