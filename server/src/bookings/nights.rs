//! Taking and freeing nights. The primary key (home, night) is what makes a second booking of the same night impossible.

use chrono::{DateTime, Utc};
use domain::{calendars::Nights, stays::Stay};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter,
    sea_query::Expr,
};
use uuid::Uuid;

use crate::{
    Error, Result,
    database::is_duplicate,
    entities::{blocks, bookings, nights},
};

/// Takes every night of the stay or none of them, in the order of their dates, so that two that want the same nights
/// do not wait for each other. `DatesTaken` (without offers) when one is taken.
pub(super) async fn take(
    txn: &DatabaseTransaction,
    listing: Uuid,
    stay: &Stay,
    booking: Uuid,
) -> Result<()> {
    let rows = stay.dates().map(|night| nights::ActiveModel {
        listing_id: Set(listing),
        night: Set(night),
        booking_id: Set(Some(booking)),
        block_id: Set(None),
        kind: Set("booking".to_owned()),
    });
    match nights::Entity::insert_many(rows)
        .exec_without_returning(txn)
        .await
    {
        Ok(_) => Ok(()),
        Err(error) if is_duplicate(&error) => Err(Error::User(domain::Error::DatesTaken {
            nearest: Vec::new(),
        })),
        Err(error) => Err(error.into()),
    }
}

/// Makes a block of these nights of the booking, without a moment in which somebody else could take them. `note` is for the
/// host alone.
pub(super) async fn keep(
    txn: &DatabaseTransaction,
    booking: &bookings::Model,
    kept: Nights,
    note: &str,
    now: DateTime<Utc>,
) -> Result<()> {
    use nights::Column as C;
    let block = blocks::Model {
        id: Uuid::new_v4(),
        listing_id: booking.listing_id,
        first_night: kept.first,
        last_night: kept.last,
        note: note.to_owned(),
        created_by: booking.host_id.unwrap_or(booking.guest_id),
        created_at: now,
    };
    nights::Entity::update_many()
        .col_expr(C::BookingId, Expr::value(None::<Uuid>))
        .col_expr(C::BlockId, Expr::value(Some(block.id)))
        .col_expr(C::Kind, Expr::value("block"))
        .filter(C::ListingId.eq(booking.listing_id))
        .filter(C::BookingId.eq(booking.id))
        .filter(C::Night.between(kept.first, kept.last))
        .exec(txn)
        .await?;
    let row: blocks::ActiveModel = block.into();
    blocks::Entity::insert(row.reset_all())
        .exec_without_returning(txn)
        .await?;
    Ok(())
}

/// Frees every night of the booking.
pub(super) async fn free(txn: &DatabaseTransaction, booking: &bookings::Model) -> Result<()> {
    nights::Entity::delete_many()
        .filter(nights::Column::ListingId.eq(booking.listing_id))
        .filter(nights::Column::BookingId.eq(booking.id))
        .exec(txn)
        .await?;
    Ok(())
}
