//! What comes back of a booking's money, as letters say it.

use domain::{Money, money::Currency};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use crate::{
    Context, Result,
    entities::{bookings, refunds},
    payments::refunds::still_owed,
};

/// The refunds of a booking that were asked for with its cancellation, together; zero when there are none.
pub(super) async fn on_cancelling(ctx: &Context, booking: &bookings::Model) -> Result<Money> {
    let rows = refunds::Entity::find()
        .filter(refunds::Column::BookingId.eq(booking.id))
        .filter(refunds::Column::Origin.eq("cancellation"))
        .all(&ctx.db)
        .await?;
    let currency = Currency::parse(&booking.currency)?;
    let sum = rows.iter().map(|row| row.amount).sum();
    Ok(Money::new(sum, currency))
}

/// The refund and what of it is still owed, as long as it has failed and something is.
pub(super) async fn failed(ctx: &Context, id: Uuid) -> Result<Option<(refunds::Model, Money)>> {
    let Some(refund) = refunds::Entity::find_by_id(id).one(&ctx.db).await? else {
        return Ok(None);
    };
    let owed = still_owed(&ctx.db, &[refund.booking_id]).await?;
    let Some(owed) = owed.get(&id) else {
        return Ok(None);
    };
    let owed = Money::new(*owed, Currency::parse(&refund.currency)?);
    Ok(Some((refund, owed)))
}
