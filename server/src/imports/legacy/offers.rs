//! Which home offers what.

use std::collections::HashSet;

use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter,
    sea_query::OnConflict,
};
use uuid::Uuid;

use super::{
    Kind,
    fields::Old,
    report::Part,
    table::{Read, Table},
    world::World,
};
use crate::{Result, database, entities::listing_amenities};

pub(super) struct Offers;

/// Home and amenity, by their old ids.
type Pair = (Uuid, Uuid);

impl Table for Offers {
    const NAME: &'static str = "place_amenity";
    type Row = Pair;

    fn read(&mut self, old: &Old<'_>) -> std::result::Result<Pair, String> {
        let home = old.belongs("place_id", Kind::Place, "home")?;
        let amenity = old.belongs("amenity_id", Kind::Amenity, "amenity")?;
        Ok((home.id, amenity.id))
    }

    async fn write(
        &mut self,
        world: &mut World<'_>,
        batch: Vec<Read<Pair>>,
        part: &mut Part,
    ) -> Result<()> {
        world
            .look_for_homes(batch.iter().map(|read| read.row.0))
            .await?;
        let mut known = known(&world.ctx.db, &batch).await?;
        let mut new = Vec::new();
        for read in batch {
            let (home, amenity) = read.row;
            match (world.home(home), world.amenities.get(&amenity)) {
                (None, _) => read.refuse("its home did not come", part),
                (_, None) => read.refuse("its amenity did not come", part),
                (Some(_), Some(amenity)) => match known.insert((home, *amenity)) {
                    true => {
                        part.added += 1;
                        new.push((home, *amenity));
                    }
                    false => part.there += 1,
                },
            }
        }
        if world.run.dry_run || new.is_empty() {
            return Ok(());
        }
        database::transaction(&world.ctx.db, async |txn| insert(&*txn, &new).await).await
    }
}

async fn known(db: &impl ConnectionTrait, batch: &[Read<Pair>]) -> Result<HashSet<Pair>> {
    let homes = batch.iter().map(|read| read.row.0);
    let rows = listing_amenities::Entity::find()
        .filter(listing_amenities::Column::ListingId.is_in(homes))
        .all(db)
        .await?;
    let pairs = rows.into_iter().map(|row| (row.listing_id, row.amenity_id));
    Ok(pairs.collect())
}

async fn insert(conn: &impl ConnectionTrait, pairs: &[Pair]) -> Result<()> {
    let rows = pairs.iter().map(|&(listing_id, amenity_id)| {
        listing_amenities::Model {
            listing_id,
            amenity_id,
        }
        .into_active_model()
        .reset_all()
    });
    let keys = [
        listing_amenities::Column::ListingId,
        listing_amenities::Column::AmenityId,
    ];
    listing_amenities::Entity::insert_many(rows)
        .on_conflict(OnConflict::new().do_nothing_on(keys).to_owned())
        .exec_without_returning(conn)
        .await?;
    Ok(())
}
