//! Deleting a home, as clients of the API call it: it is archived, and only when nobody waits for a stay or for money.

use domain::listings::Status;
use sea_orm::{
    ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QuerySelect, QueryTrait,
};
use uuid::Uuid;

use super::{
    counts, fixed,
    records::{self, refused},
    ruled,
};
use crate::{
    Context, Result,
    accounts::Actor,
    database,
    entities::{bookings, listings},
    payments::refunds,
};

/// Takes the home off the site, by its host or an admin; [`super::publish`] brings it back.
///
/// `Refused` while bookings are open, or refunds of earlier ones have not arrived; `Forbidden` for whoever may only see it. What is
/// archived already is not found.
pub async fn remove(ctx: &Context, actor: &Actor, id: Uuid) -> Result<()> {
    let now = ctx.clock.now();
    database::transaction(&ctx.db, async |txn| {
        let home = ruled::locked(&txn, actor, id).await?;
        if fixed::has_open(&txn, id).await? {
            return Err(refused(
                "This home has open bookings, so it cannot be deleted. Cancel them, or wait until they are over.",
            ));
        }
        if is_owing(&txn, id).await? {
            return Err(refused(
                "Guests of this home still wait for money, so it cannot be deleted yet.",
            ));
        }
        let next = listings::Model {
            status: Status::Archived.as_str().to_owned(),
            archived_at: Some(now),
            ..home.clone()
        };
        counts::follow(&txn, &home, &next).await?;
        records::write(&txn, &home, next, now).await?;
        Ok(())
    })
    .await
}

/// Whether a refund has not arrived, or a bank disputes a payment. The home is locked.
async fn is_owing(txn: &DatabaseTransaction, home: Uuid) -> Result<bool> {
    let of_home = bookings::Entity::find()
        .select_only()
        .column(bookings::Column::Id)
        .filter(bookings::Column::ListingId.eq(home));
    let disputed = of_home
        .clone()
        .filter(bookings::Column::DisputedAt.is_not_null())
        .into_tuple::<Uuid>()
        .one(txn)
        .await?;
    Ok(disputed.is_some() || refunds::are_awaited(txn, of_home.into_query()).await?)
}
