//! Writing homes in batches: what is new is added, what the source changed is changed, the rest is left alone.

use std::collections::{HashMap, HashSet};

use domain::Pricing;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, ConnectionTrait, DatabaseTransaction, EntityTrait,
    ExprTrait, IntoActiveModel, Iterable, QueryFilter, sea_query::OnConflict,
};
use uuid::Uuid;

use crate::{
    Context, Error, Result, database,
    entities::{listing_amenities, listings},
};

/// How many homes one transaction writes: about 2,500 bound values, where SQLite takes 32,766 and TiDB 65,535. Larger
/// batches are hardly faster and take more memory, from 85 to 100 MB at 100 to 250 homes.
pub const BATCH: usize = 50;
/// How many pairs of home and amenity one statement writes.
const PAIRS: usize = 500;

/// A home to write and the ids of its amenities, sorted.
pub struct NewHome {
    pub listing: listings::Model,
    pub amenities: Vec<Uuid>,
}

/// How many homes were what.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Written {
    pub added: u64,
    pub changed: u64,
    pub unchanged: u64,
}

/// Writes one batch in one transaction.
pub async fn write(ctx: &Context, homes: &[NewHome]) -> Result<Written> {
    if homes.is_empty() {
        return Ok(Written::default());
    }
    database::transaction(&ctx.db, async |txn| {
        let written = write_listings(&txn, homes).await?;
        let amenities = write_amenities(&txn, homes).await?;
        Ok(written.with_amenities(&amenities))
    })
    .await
}

/// What became of each home of a batch.
struct Outcome {
    added: HashSet<Uuid>,
    changed: HashSet<Uuid>,
    all: usize,
}

impl Outcome {
    fn with_amenities(mut self, changed: &HashSet<Uuid>) -> Written {
        self.changed.extend(changed.difference(&self.added));
        let (added, changed) = (self.added.len(), self.changed.len());
        Written {
            added: added as u64,
            changed: changed as u64,
            unchanged: (self.all - added - changed) as u64,
        }
    }
}

async fn write_listings(txn: &DatabaseTransaction, homes: &[NewHome]) -> Result<Outcome> {
    let ids: Vec<Uuid> = homes.iter().map(|home| home.listing.id).collect();
    let known = listings::Entity::find()
        .filter(listings::Column::Id.is_in(ids))
        .all(txn)
        .await?;
    let known: HashMap<Uuid, listings::Model> =
        known.into_iter().map(|row| (row.id, row)).collect();
    let mut outcome = Outcome {
        added: HashSet::new(),
        changed: HashSet::new(),
        all: homes.len(),
    };
    let mut rows = Vec::new();
    for NewHome { listing, .. } in homes {
        match known.get(&listing.id) {
            None => {
                outcome.added.insert(listing.id);
                rows.push(listing.clone());
            }
            Some(known) => {
                if let Some(row) = changed(known, listing)? {
                    outcome.changed.insert(row.id);
                    rows.push(row);
                }
            }
        }
    }
    upsert(txn, rows).await?;
    Ok(outcome)
}

/// The row to write over `known`, or `None` when the source says what it said before. What happened here stays:
/// whether the home is shown, its reviews, its cover, and when it came.
fn changed(known: &listings::Model, new: &listings::Model) -> Result<Option<listings::Model>> {
    let kept = listings::Model {
        status: known.status.clone(),
        version: known.version,
        rating: known.rating,
        review_count: known.review_count,
        cover: known.cover,
        pricing: pricing(&known.pricing, &new.pricing)?,
        created_at: known.created_at,
        updated_at: known.updated_at,
        published_at: known.published_at,
        cover_alt: known.cover_alt.clone(),
        cover_placeholder: known.cover_placeholder.clone(),
        cover_drawing: known.cover_drawing.clone(),
        cover_widths: known.cover_widths.clone(),
        archived_at: known.archived_at,
        ..new.clone()
    };
    Ok((kept != *known).then(|| listings::Model {
        version: known.version + 1,
        updated_at: new.updated_at,
        ..kept
    }))
}

/// The new prices, counted up from those that were known; the known ones when they are the same.
fn pricing(known: &str, new: &str) -> Result<String> {
    let unreadable = |error: serde_json::Error| Error::Internal(error.to_string());
    let before: Pricing = serde_json::from_str(known).map_err(unreadable)?;
    let now = Pricing {
        version: before.version,
        ..serde_json::from_str(new).map_err(unreadable)?
    };
    if now == before {
        return Ok(known.to_owned());
    }
    let counted = Pricing {
        version: before.version + 1,
        ..now
    };
    serde_json::to_string(&counted).map_err(unreadable)
}

async fn upsert(txn: &DatabaseTransaction, rows: Vec<listings::Model>) -> Result<()> {
    if rows.is_empty() {
        return Ok(());
    }
    let columns = listings::Column::iter().filter(|column| !matches!(column, listings::Column::Id));
    let over = OnConflict::column(listings::Column::Id)
        .update_columns(columns)
        .to_owned();
    let rows = rows
        .into_iter()
        .map(|row| row.into_active_model().reset_all());
    listings::Entity::insert_many(rows)
        .on_conflict(over)
        .exec_without_returning(txn)
        .await?;
    Ok(())
}

/// Brings the homes' amenities to what the source says; returns the homes where that changed something.
async fn write_amenities(txn: &DatabaseTransaction, homes: &[NewHome]) -> Result<HashSet<Uuid>> {
    let ids: Vec<Uuid> = homes.iter().map(|home| home.listing.id).collect();
    let known = listing_amenities::Entity::find()
        .filter(listing_amenities::Column::ListingId.is_in(ids))
        .all(txn)
        .await?;
    let known: HashSet<(Uuid, Uuid)> = known
        .into_iter()
        .map(|row| (row.listing_id, row.amenity_id))
        .collect();
    let wanted: HashSet<(Uuid, Uuid)> = homes
        .iter()
        .flat_map(|home| {
            home.amenities
                .iter()
                .map(|amenity| (home.listing.id, *amenity))
        })
        .collect();
    let mut missing: Vec<(Uuid, Uuid)> = wanted.difference(&known).copied().collect();
    // In the order of the key: neighbouring rows are written together.
    missing.sort_unstable();
    for pairs in missing.chunks(PAIRS) {
        add(txn, pairs).await?;
    }
    let gone: Vec<(Uuid, Uuid)> = known.difference(&wanted).copied().collect();
    for pairs in gone.chunks(PAIRS) {
        remove(txn, pairs).await?;
    }
    Ok(missing
        .into_iter()
        .chain(gone)
        .map(|(listing, _)| listing)
        .collect())
}

async fn add(db: &impl ConnectionTrait, pairs: &[(Uuid, Uuid)]) -> Result<()> {
    let rows = pairs.iter().map(|&(listing_id, amenity_id)| {
        listing_amenities::Model {
            listing_id,
            amenity_id,
        }
        .into_active_model()
        .reset_all()
    });
    listing_amenities::Entity::insert_many(rows)
        .exec_without_returning(db)
        .await?;
    Ok(())
}

async fn remove(db: &impl ConnectionTrait, pairs: &[(Uuid, Uuid)]) -> Result<()> {
    let any = pairs
        .iter()
        .fold(Condition::any(), |any, (listing, amenity)| {
            any.add(
                listing_amenities::Column::ListingId
                    .eq(*listing)
                    .and(listing_amenities::Column::AmenityId.eq(*amenity)),
            )
        });
    listing_amenities::Entity::delete_many()
        .filter(any)
        .exec(db)
        .await?;
    Ok(())
}
