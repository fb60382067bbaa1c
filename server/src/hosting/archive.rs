//! Taking a home off the site. Nothing that money hangs on goes with it.

use chrono::{DateTime, Utc};
use domain::{bookings::State, listings::Status};
use sea_orm::{
    ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};
use uuid::Uuid;

use super::{
    counts,
    records::{self, is_current, overtaken, own_locked, status},
};
use crate::{
    Context, Result,
    accounts::Actor,
    bookings::{self as stays, By},
    database,
    entities::{bookings, listings},
};

/// Takes the home off the site: holds are let go and their payments end at the provider; stays that are paid, or being
/// paid, stay as they are, with their money. Returns its version; archiving twice is once. [`super::publish`] brings it back.
///
/// `Refused` when it was changed since `version` was read. Another's home is not found.
pub async fn archive(ctx: &Context, actor: &Actor, id: Uuid, version: &str) -> Result<u32> {
    let now = ctx.clock.now();
    let version = database::transaction(&ctx.db, async |txn| {
        let home = own_locked(&txn, actor, id).await?;
        if status(&home)? == Status::Archived {
            return Ok(home.version);
        }
        if !is_current(&home, version) {
            return Err(overtaken(&home)?);
        }
        let next = listings::Model {
            status: Status::Archived.as_str().to_owned(),
            archived_at: Some(now),
            ..home.clone()
        };
        counts::follow(&txn, &home, &next).await?;
        let version = records::write(&txn, &home, next, now).await?;
        let_go(&txn, actor, id, now).await?;
        Ok(version)
    })
    .await?;
    ctx.wake.notify_one();
    Ok(version)
}

/// The home is locked, so that no hold comes meanwhile.
async fn let_go(
    txn: &DatabaseTransaction,
    actor: &Actor,
    home: Uuid,
    now: DateTime<Utc>,
) -> Result<()> {
    let held = bookings::Entity::find()
        .filter(bookings::Column::ListingId.eq(home))
        .filter(bookings::Column::State.eq(State::Held.as_str()))
        .order_by_asc(bookings::Column::Id)
        .lock_exclusive()
        .all(txn)
        .await?;
    for booking in held {
        let reason = "The host took the home off the site.";
        stays::let_go(txn, booking, By::Host(actor.user_id), reason, now).await?;
    }
    Ok(())
}
