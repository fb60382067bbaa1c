//! A host's own home, read and written by compare-and-set on its version.

use chrono::{DateTime, Timelike, Utc};
use domain::{Pricing, listings::Status};
use sea_orm::{
    ActiveModelTrait, ActiveValue::NotSet, ColumnTrait, ConnectionTrait, DatabaseTransaction,
    EntityTrait, IntoActiveModel, QueryFilter, QuerySelect, Select,
};
use uuid::Uuid;

use crate::{Error, Result, accounts::Actor, bookings::records::timezone, entities::listings};

fn owned(actor: &Actor, id: Uuid) -> Select<listings::Entity> {
    listings::Entity::find_by_id(id).filter(listings::Column::OwnerId.eq(actor.user_id))
}

/// Another's home is not found.
pub(super) async fn own(
    conn: &impl ConnectionTrait,
    actor: &Actor,
    id: Uuid,
) -> Result<listings::Model> {
    owned(actor, id).one(conn).await?.ok_or_else(not_found)
}

/// The same as it is now; nobody else changes it, or takes nights of it, until the transaction ends.
pub(super) async fn own_locked(
    txn: &DatabaseTransaction,
    actor: &Actor,
    id: Uuid,
) -> Result<listings::Model> {
    let home = owned(actor, id).lock_exclusive().one(txn).await?;
    home.ok_or_else(not_found)
}

/// The version that a form sends back. One that is no number is never the home's.
pub(super) fn is_current(home: &listings::Model, version: &str) -> bool {
    version.trim().parse() == Ok(home.version)
}

/// Two people edited at once: the second is told, and nothing was written.
pub(super) fn overtaken(home: &listings::Model) -> Result<Error> {
    let there = home.updated_at.with_timezone(&timezone(&home.timezone)?);
    let sentence = format!(
        "This home was changed elsewhere at {:02}:{:02} by its clock, so nothing was saved. Look at it again, then repeat \
         your change.",
        there.hour(),
        there.minute()
    );
    Ok(domain::Error::Refused(sentence).into())
}

/// Writes the home over the one that was read, and counts its version up. Returns the new version.
pub(super) async fn write(
    txn: &DatabaseTransaction,
    read: &listings::Model,
    next: listings::Model,
    now: DateTime<Utc>,
) -> Result<u32> {
    let version = read.version + 1;
    let next = listings::Model {
        version,
        updated_at: now,
        ..next
    };
    let mut row = next.into_active_model().reset_all();
    row.id = NotSet;
    let written = listings::Entity::update_many()
        .set(row)
        .filter(listings::Column::Id.eq(read.id))
        .filter(listings::Column::Version.eq(read.version))
        .exec(txn)
        .await?;
    match written.rows_affected {
        1 => Ok(version),
        _ => Err(overtaken(read)?),
    }
}

pub(super) fn status(home: &listings::Model) -> Result<Status> {
    let unknown = || Error::Internal(format!("no such status of a home: {}", home.status));
    Status::parse(&home.status).ok_or_else(unknown)
}

pub(super) fn pricing(home: &listings::Model) -> Result<Pricing> {
    serde_json::from_str(&home.pricing).map_err(|error| Error::Internal(error.to_string()))
}

pub(super) fn refused(sentence: impl Into<String>) -> Error {
    domain::Error::Refused(sentence.into()).into()
}

fn not_found() -> Error {
    domain::Error::NotFound("Home").into()
}
