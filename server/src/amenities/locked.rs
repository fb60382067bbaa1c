//! An amenity that an admin changes.

use sea_orm::{DatabaseTransaction, EntityTrait, QuerySelect};
use uuid::Uuid;

use crate::{Result, accounts::Actor, entities::amenities};

/// The amenity as it is until the transaction ends; `Forbidden` for whoever is no admin.
pub(super) async fn locked(
    txn: &DatabaseTransaction,
    actor: &Actor,
    id: Uuid,
) -> Result<amenities::Model> {
    let amenity = amenities::Entity::find_by_id(id)
        .lock_exclusive()
        .one(txn)
        .await?;
    let amenity = amenity.ok_or(domain::Error::NotFound("Amenity"))?;
    if !actor.is_admin {
        return Err(domain::Error::Forbidden.into());
    }
    Ok(amenity)
}
