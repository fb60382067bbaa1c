//! A home that clients of the API change: by its host, or by an admin.

use domain::listings::Status;
use sea_orm::{DatabaseTransaction, EntityTrait, QuerySelect};
use uuid::Uuid;

use super::records::status;
use crate::{Result, accounts::Actor, entities::listings};

/// The home as it is now; nobody else changes it, or takes nights of it, until the transaction ends. `Forbidden` for whoever may see
/// it and no more. A draft of another's, and what was taken off the site, is not found.
pub(super) async fn locked(
    txn: &DatabaseTransaction,
    actor: &Actor,
    id: Uuid,
) -> Result<listings::Model> {
    let home = listings::Entity::find_by_id(id)
        .lock_exclusive()
        .one(txn)
        .await?;
    let not_found = domain::Error::NotFound("Home");
    let home = home.ok_or_else(|| not_found.clone())?;
    let rules = home.owner_id == Some(actor.user_id) || actor.is_admin;
    match status(&home)? {
        Status::Archived => Err(not_found.into()),
        _ if rules => Ok(home),
        Status::Published | Status::Paused => Err(domain::Error::Forbidden.into()),
        Status::Draft => Err(not_found.into()),
    }
}
