//! The home of a calendar, for its owner alone.

use chrono::{DateTime, NaiveDate, Utc};
use domain::{listings::Status, stays::today_in};
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use crate::{Error, Result, accounts::Actor, bookings::records, entities::listings};

/// Today at the actor's own home, whose calendar nobody else changes until the transaction ends; another's home is not
/// found. `Refused` for an archived one.
pub(super) async fn locked_today(
    txn: &DatabaseTransaction,
    actor: &Actor,
    listing: Uuid,
    now: DateTime<Utc>,
) -> Result<NaiveDate> {
    let home = listings::Entity::find_by_id(listing)
        .filter(listings::Column::OwnerId.eq(actor.user_id))
        .lock_exclusive()
        .one(txn)
        .await?
        .ok_or_else(not_found)?;
    if Status::parse(&home.status) == Some(Status::Archived) {
        let sentence = "This home is archived, so its calendar cannot be changed.".to_owned();
        return Err(domain::Error::Refused(sentence).into());
    }
    Ok(today_in(records::timezone(&home.timezone)?, now))
}

pub(super) fn not_found() -> Error {
    domain::Error::NotFound("Home").into()
}
