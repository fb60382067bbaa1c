//! What a guest has of a home already.

use domain::{Stay, bookings::State};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::records;
use crate::{Context, Result, accounts::Actor, entities::bookings};

/// A hold, a request or a stay that has nights which its guest asks for once more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnNights {
    pub id: Uuid,
    pub stay: Stay,
    /// Still to be paid for.
    pub held: bool,
}

/// The guest's own booking that has some of these nights of the home, the earliest of them; none when they are somebody else's, or a
/// host's block. One statement.
pub async fn own_nights(
    ctx: &Context,
    actor: &Actor,
    listing: Uuid,
    stay: &Stay,
) -> Result<Option<OwnNights>> {
    let states = [
        State::Held,
        State::Expiring,
        State::Authorized,
        State::Capturing,
        State::Confirmed,
    ];
    let found = bookings::Entity::find()
        .filter(bookings::Column::GuestId.eq(actor.user_id))
        .filter(bookings::Column::ListingId.eq(listing))
        .filter(bookings::Column::State.is_in(states.map(State::as_str)))
        .filter(bookings::Column::CheckIn.lt(stay.check_out))
        .filter(bookings::Column::CheckOut.gt(stay.check_in))
        .order_by_asc(bookings::Column::CheckIn)
        .one(&ctx.db)
        .await?;
    let Some(booking) = found else {
        return Ok(None);
    };
    let state = records::state(&booking)?;
    Ok(Some(OwnNights {
        id: booking.id,
        stay: records::stay(&booking),
        held: matches!(state, State::Held | State::Expiring),
    }))
}
