//! Taking and freeing nights. The primary key (home, night) is what makes a second booking of the same night impossible.

use domain::stays::Stay;
use sea_orm::{ActiveValue::Set, ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter};
use uuid::Uuid;

use crate::{
    Error, Result,
    database::is_duplicate,
    entities::{bookings, nights},
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

/// Frees every night of the booking.
pub(super) async fn free(txn: &DatabaseTransaction, booking: &bookings::Model) -> Result<()> {
    nights::Entity::delete_many()
        .filter(nights::Column::ListingId.eq(booking.listing_id))
        .filter(nights::Column::BookingId.eq(booking.id))
        .exec(txn)
        .await?;
    Ok(())
}
