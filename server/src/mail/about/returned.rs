//! What comes back of a booking's money, as letters say it.

use domain::{Money, money::Currency};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use crate::{
    Context, Result,
    entities::{bookings, refunds},
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

/// The refund, as long as it has failed.
pub(super) async fn failed(ctx: &Context, id: Uuid) -> Result<Option<refunds::Model>> {
    let row = refunds::Entity::find_by_id(id).one(&ctx.db).await?;
    Ok(row.filter(|row| row.state == "failed"))
}

pub(super) fn amount(refund: &refunds::Model) -> Result<Money> {
    Ok(Money::new(
        refund.amount,
        Currency::parse(&refund.currency)?,
    ))
}
