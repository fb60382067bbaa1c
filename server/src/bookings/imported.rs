//! Stays that came from the replaced system, which was paid for them: accepting one takes no money, ending one gives it back by
//! hand, and two that want the same nights are told apart here.

use chrono::{DateTime, Utc};
use domain::{bookings::State, cancellation::Back, stays::Stay};
use sea_orm::{
    ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, ExprTrait},
};

use super::{By, nights, records, transition};
use crate::{
    Error, Result,
    entities::{bookings, nights as night_rows},
    mail::{self, Mail},
    payments::refunds::{self, Origin},
};

const ACCEPTED: &str = "The host accepted.";

/// Confirms a request that the host accepts: it is paid for already. One that came without its nights takes them now.
///
/// `Refused` when somebody else has them.
pub(super) async fn accept(
    txn: &DatabaseTransaction,
    booking: bookings::Model,
    by: By,
    now: DateTime<Utc>,
) -> Result<()> {
    if booking.overlaps {
        take(txn, &booking).await?;
    }
    let booking = transition(txn, booking, State::Capturing, by, ACCEPTED, now).await?;
    let booking = transition(txn, booking, State::Confirmed, By::System, ACCEPTED, now).await?;
    mail::queue(txn, Mail::Confirmed, &booking, now).await
}

/// Owes the guest everything again: what they asked for did not become a stay.
pub(super) async fn give_back(
    txn: &DatabaseTransaction,
    booking: &bookings::Model,
    reason: &str,
    by: By,
    now: DateTime<Utc>,
) -> Result<()> {
    let back = Back {
        total: booking.total,
        host: booking.total,
        ..Back::default()
    };
    refunds::owe(txn, booking, &back, Origin::Cancellation, reason, by, now)
        .await
        .map(drop)
}

/// After the nights of an imported stay were freed: those who overlapped with it have them, as far as they are free now.
pub(super) async fn hand_over(txn: &DatabaseTransaction, freed: &bookings::Model) -> Result<()> {
    use bookings::Column as C;
    let open = [State::Confirmed, State::Authorized].map(State::as_str);
    let waiting = bookings::Entity::find()
        .filter(C::ListingId.eq(freed.listing_id))
        .filter(C::Overlaps.eq(true))
        .filter(C::State.is_in(open))
        .filter(C::CheckIn.lt(freed.check_out))
        .filter(C::CheckOut.gt(freed.check_in))
        .order_by_asc(C::CreatedAt)
        .order_by_asc(C::Id)
        .lock_exclusive()
        .all(txn)
        .await?;
    for booking in waiting.into_iter().filter(|other| other.id != freed.id) {
        if are_free(txn, &booking).await? {
            take(txn, &booking).await?;
        }
    }
    Ok(())
}

async fn are_free(txn: &DatabaseTransaction, booking: &bookings::Model) -> Result<bool> {
    use night_rows::Column as C;
    let nights = C::Night
        .gte(booking.check_in)
        .and(C::Night.lt(booking.check_out));
    let taken = night_rows::Entity::find()
        .filter(C::ListingId.eq(booking.listing_id))
        .filter(nights)
        .lock_exclusive()
        .one(txn)
        .await?;
    Ok(taken.is_none())
}

async fn take(txn: &DatabaseTransaction, booking: &bookings::Model) -> Result<()> {
    let stay: Stay = records::stay(booking);
    let taken = nights::take(txn, booking.listing_id, &stay, booking.id).await;
    taken.map_err(|error| match error {
        Error::User(domain::Error::DatesTaken { .. }) => refused(),
        other => other,
    })?;
    bookings::Entity::update_many()
        .col_expr(bookings::Column::Overlaps, Expr::value(false))
        .filter(bookings::Column::Id.eq(booking.id))
        .exec(txn)
        .await?;
    Ok(())
}

fn refused() -> Error {
    let sentence = "Another stay has these nights, so this request can only be declined.";
    domain::Error::Refused(sentence.to_owned()).into()
}
