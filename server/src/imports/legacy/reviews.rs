//! Reviews: kept, and marked as imported, since nobody can say any more whether their authors had stayed.

use std::collections::{BTreeSet, HashSet};

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, DatabaseTransaction, EntityTrait, IntoActiveModel, QueryFilter,
    QuerySelect,
};
use uuid::Uuid;

use super::{
    Kind, Run,
    fields::Old,
    ids::{OldId, remember},
    report::Part,
    table::{Read, Table},
    world::World,
};
use crate::{
    Result, database,
    entities::{listings, reviews},
    imports::texts,
    reviews::standing,
};

/// How many homes are counted in one transaction.
const COUNTED: usize = 25;

pub(super) struct Reviews {
    now: DateTime<Utc>,
    /// Home and author of those that came: nobody reviews a home twice.
    pairs: HashSet<(Uuid, Uuid)>,
    /// Homes whose reviews came, with this import or before it: one that was interrupted has not counted them.
    homes: BTreeSet<Uuid>,
}

/// A review as the dump has it.
pub(super) struct NewReview {
    id: OldId,
    review: reviews::Model,
}

impl Reviews {
    pub fn new(run: Run) -> Self {
        Self {
            now: run.now,
            pairs: HashSet::new(),
            homes: BTreeSet::new(),
        }
    }

    /// Brings the ratings of the homes in line, when all reviews came.
    pub async fn count(&self, world: &World<'_>) -> Result<()> {
        let homes: Vec<Uuid> = self.homes.iter().copied().collect();
        for homes in homes.chunks(COUNTED) {
            database::transaction(&world.ctx.db, async |txn| count(&txn, homes).await).await?;
        }
        Ok(())
    }

    /// Those of the batch's homes that the database has, and their ids.
    async fn known(
        &mut self,
        world: &World<'_>,
        batch: &[Read<NewReview>],
    ) -> Result<HashSet<Uuid>> {
        let homes = batch.iter().map(|read| read.row.review.listing_id);
        let ids = batch.iter().map(|read| read.row.review.id);
        let of_homes: Vec<(Uuid, Uuid)> = reviews::Entity::find()
            .select_only()
            .columns([reviews::Column::ListingId, reviews::Column::AuthorId])
            .filter(reviews::Column::ListingId.is_in(homes))
            .filter(reviews::Column::ArchivedAt.is_null())
            .into_tuple()
            .all(&world.ctx.db)
            .await?;
        self.pairs.extend(of_homes);
        let known: Vec<Uuid> = reviews::Entity::find()
            .select_only()
            .column(reviews::Column::Id)
            .filter(reviews::Column::Id.is_in(ids))
            .into_tuple()
            .all(&world.ctx.db)
            .await?;
        Ok(known.into_iter().collect())
    }

    /// Why a review that is not here yet is refused.
    fn refusal(&mut self, world: &World<'_>, review: &reviews::Model) -> Option<&'static str> {
        let Some(home) = world.home(review.listing_id) else {
            return Some("its home did not come");
        };
        if !world.has_user(review.author_id) {
            return Some("its author did not come");
        }
        if home.owner == Some(review.author_id) {
            return Some("its author owns the home");
        }
        let is_first = self.pairs.insert((review.listing_id, review.author_id));
        (!is_first).then_some("its author has another review of this home")
    }
}

impl Table for Reviews {
    const NAME: &'static str = "reviews";
    type Row = NewReview;

    fn read(&mut self, old: &Old<'_>) -> std::result::Result<NewReview, String> {
        let id = old.id(Kind::Review)?;
        let home = old.belongs("place_id", Kind::Place, "home")?;
        let author = old.belongs("user_id", Kind::User, "author")?;
        let rating = old
            .count("rating")?
            .filter(|rating| (1..=5).contains(rating));
        let rating = rating.ok_or("its rating is not 1 to 5")?;
        let (created_at, updated_at) = old.times(self.now)?;
        let review = reviews::Model {
            id: id.id,
            listing_id: home.id,
            author_id: author.id,
            booking_id: None,
            rating,
            text: texts::at_most(8_000, texts::paragraphs(old.text("text")?)),
            imported: true,
            created_at,
            updated_at,
            archived_at: None,
        };
        Ok(NewReview { id, review })
    }

    async fn write(
        &mut self,
        world: &mut World<'_>,
        batch: Vec<Read<NewReview>>,
        part: &mut Part,
    ) -> Result<()> {
        world
            .look_for_homes(batch.iter().map(|read| read.row.review.listing_id))
            .await?;
        world
            .look_for_users(batch.iter().map(|read| read.row.review.author_id))
            .await?;
        let known = self.known(world, &batch).await?;
        let (mut new, mut homes) = (Vec::new(), Vec::new());
        for read in batch {
            let home = read.row.review.listing_id;
            if known.contains(&read.row.review.id) {
                part.there += 1;
                homes.push(home);
                continue;
            }
            match self.refusal(world, &read.row.review) {
                Some(reason) => read.refuse(reason, part),
                None => {
                    part.added += 1;
                    homes.push(home);
                    new.push(read.row);
                }
            }
        }
        if world.run.dry_run {
            return Ok(());
        }
        self.homes.extend(homes);
        if new.is_empty() {
            return Ok(());
        }
        database::transaction(&world.ctx.db, async |txn| insert(&txn, &new).await).await
    }
}

async fn insert(txn: &DatabaseTransaction, new: &[NewReview]) -> Result<()> {
    let rows = new
        .iter()
        .map(|new| new.review.clone().into_active_model().reset_all());
    reviews::Entity::insert_many(rows)
        .exec_without_returning(txn)
        .await?;
    let pairs = new
        .iter()
        .filter_map(|new| Some((new.id.old.as_deref()?, new.id.id)));
    remember(txn, Kind::Review, pairs).await
}

/// In the order of their ids, so that two who count do not wait for each other.
async fn count(txn: &DatabaseTransaction, homes: &[Uuid]) -> Result<()> {
    for home in homes {
        listings::Entity::find_by_id(*home)
            .select_only()
            .column(listings::Column::Id)
            .lock_exclusive()
            .into_tuple::<Uuid>()
            .one(txn)
            .await?;
        standing::count(txn, *home).await?;
    }
    Ok(())
}
