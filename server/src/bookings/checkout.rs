//! The checkout page's data.

use chrono::{DateTime, Utc};
use domain::{bookings::respond_by, cancellation::timeline};
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
    let instant_book = records::instant_book(&ctx.db, &booking).await?;
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
        instant_book,
        respond_by: match instant_book {
            true => None,
            false => Some(answered_by(&booking, now)?),
        },
    })
}

/// Until when the host would answer a request sent now.
fn answered_by(booking: &bookings::Model, now: DateTime<Utc>) -> Result<DateTime<Utc>> {
    let timezone = records::timezone(&booking.timezone)?;
    let check_in = records::check_in_at(booking)?;
    Ok(booking
        .respond_by
        .unwrap_or_else(|| respond_by(now, timezone, check_in, None)))
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
