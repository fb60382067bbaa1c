//! Looking at one payment, for the two people that it is between.

use domain::{
    money::{Currency, Money},
    stays::Stay,
};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use super::IntentStatus;
use crate::{
    Context, Error, Result,
    accounts::Actor,
    bookings::records,
    entities::{bookings, payments},
};

/// A payment as the provider has it now, and what it is for.
#[derive(Debug, Clone, PartialEq)]
pub struct Seen {
    /// The provider's own id.
    pub id: String,
    pub status: IntentStatus,
    pub amount: Money,
    pub booking_id: Uuid,
    pub listing_id: Uuid,
    pub guest_id: Uuid,
    pub stay: Stay,
}

/// The payment with the provider's id, for the booking's guest or host; to everybody else it is `NotFound`. Nothing is changed by
/// looking. `Gateway` when the provider cannot be asked.
pub async fn look(ctx: &Context, actor: &Actor, intent: &str) -> Result<Seen> {
    let theirs = Condition::any()
        .add(bookings::Column::GuestId.eq(actor.user_id))
        .add(bookings::Column::HostId.eq(actor.user_id));
    let found = payments::Entity::find()
        .find_also_related(bookings::Entity)
        .filter(payments::Column::IntentId.eq(intent))
        .filter(theirs)
        .one(&ctx.db)
        .await?;
    let Some((payment, Some(booking))) = found else {
        return Err(domain::Error::NotFound("Payment").into());
    };
    Ok(Seen {
        id: intent.to_owned(),
        status: status(ctx, &payment, intent).await?,
        amount: Money::new(payment.amount, Currency::parse(&payment.currency)?),
        booking_id: booking.id,
        listing_id: booking.listing_id,
        guest_id: booking.guest_id,
        stay: records::stay(&booking),
    })
}

/// Whether there is such a payment at all, whoever it is between.
pub async fn is_known(ctx: &Context, intent: &str) -> Result<bool> {
    let found = payments::Entity::find()
        .select_only()
        .column(payments::Column::Id)
        .filter(payments::Column::IntentId.eq(intent))
        .into_tuple::<Uuid>();
    Ok(found.one(&ctx.db).await?.is_some())
}

/// The provider's word; of a payment with another provider than today's, the last one that we heard.
async fn status(ctx: &Context, payment: &payments::Model, intent: &str) -> Result<IntentStatus> {
    let unknown = || Error::Gateway(format!("the provider does not know {intent}"));
    if payment.provider == ctx.gateway.name() {
        let seen = ctx.gateway.retrieve(intent).await?;
        return Ok(seen.ok_or_else(unknown)?.status);
    }
    IntentStatus::parse(&payment.status).ok_or_else(unknown)
}
