//! One thing more, or one less, that a home offers: as clients of the API say it, by its host or an admin.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, DatabaseTransaction, EntityTrait};
use uuid::Uuid;

use super::{
    offers,
    records::{self, refused},
    ruled,
    wanted::{Wanted, onto},
};
use crate::{
    Context, Result,
    accounts::Actor,
    database,
    entities::{amenities, listings},
    idempotency,
};

/// The home offers the amenity from now on; returns it. `Refused` when it does already, unless this very request may have added it
/// before its answer was lost. `Forbidden` for whoever may only see the home. A home or an amenity that there is not is not found.
pub async fn offer(
    ctx: &Context,
    actor: &Actor,
    home: Uuid,
    amenity: Uuid,
) -> Result<amenities::Model> {
    let now = ctx.clock.now();
    database::transaction(&ctx.db, async |txn| {
        let home = ruled::locked(&txn, actor, home).await?;
        let amenity = known(&txn, amenity).await?;
        let before = offers::of(&txn, home.id).await?;
        let mut after = before.clone();
        if !after.insert(amenity.id) {
            if idempotency::is_again() {
                return Ok(amenity);
            }
            return Err(refused(format!(
                "This home offers {} already.",
                amenity.name
            )));
        }
        change(&txn, &home, &before, after, now).await?;
        Ok(amenity)
    })
    .await
}

/// The home offers the amenity no more. `Forbidden` for whoever may only see the home. A home that there is not, and an amenity
/// that it does not offer, is not found.
pub async fn withdraw(ctx: &Context, actor: &Actor, home: Uuid, amenity: Uuid) -> Result<()> {
    let now = ctx.clock.now();
    database::transaction(&ctx.db, async |txn| {
        let home = ruled::locked(&txn, actor, home).await?;
        let before = offers::of(&txn, home.id).await?;
        let mut after = before.clone();
        if !after.remove(&amenity) {
            return Err(domain::Error::NotFound("Amenity").into());
        }
        change(&txn, &home, &before, after, now).await
    })
    .await
}

async fn known(conn: &impl ConnectionTrait, id: Uuid) -> Result<amenities::Model> {
    let amenity = amenities::Entity::find_by_id(id).one(conn).await?;
    Ok(amenity.ok_or(domain::Error::NotFound("Amenity"))?)
}

async fn change(
    txn: &DatabaseTransaction,
    home: &listings::Model,
    before: &BTreeSet<Uuid>,
    after: BTreeSet<Uuid>,
    now: DateTime<Utc>,
) -> Result<()> {
    offers::change(txn, home.id, before, &after).await?;
    let next = onto(&Wanted::Amenities(after), home)?;
    records::write(txn, home, next, now).await?;
    Ok(())
}
