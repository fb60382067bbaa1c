//! The checkout page's data.

use domain::cancellation::timeline;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use super::{
    CheckoutView, history,
    homes::{HomeColumns, with_home},
    records,
};
use crate::{Context, Error, Result, accounts::Actor, entities::bookings};

/// The hold as its guest sees it; another's is not found.
pub async fn checkout(ctx: &Context, actor: &Actor, id: Uuid) -> Result<CheckoutView> {
    let booking = records::own(&ctx.db, actor, id).await?;
    let columns = home_of(ctx, id).await?;
    let quote = records::quote(&ctx.db, &booking).await?;
    let payment = records::payment(&ctx.db, id).await?;
    let now = ctx.clock.now();
    let terms = records::terms(&booking, columns.city())?;
    Ok(CheckoutView {
        id,
        home: columns.home(),
        policy: terms.policy,
        cancellation: timeline(&terms, &quote, now),
        timezone: terms.timezone,
        quote,
        state: records::state(&booking)?,
        ended_because: history::ending(&ctx.db, &booking).await?,
        hold_expires_at: booking.hold_expires_at,
        seconds_left: (booking.hold_expires_at - now).num_seconds().max(0),
        last_error: payment.last_error,
        declined_cards: booking.declined_cards,
        provider: ctx.gateway.name(),
    })
}

pub(super) async fn home_of(ctx: &Context, booking: Uuid) -> Result<HomeColumns> {
    let missing = || Error::Internal(format!("the home of booking {booking} is missing"));
    with_home(bookings::Entity::find().select_only())
        .filter(bookings::Column::Id.eq(booking))
        .into_model::<HomeColumns>()
        .one(&ctx.db)
        .await?
        .ok_or_else(missing)
}
