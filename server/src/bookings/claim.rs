//! The booking for a payment that was made: what programs ask for after the card.

use chrono::NaiveDate;
use domain::bookings::State;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};
use uuid::Uuid;

use super::{
    Facts, facts,
    pay::{LOOKS, taken},
    records,
};
use crate::{
    Context, Error, Result,
    accounts::Actor,
    entities::{
        bookings::{self, Column as C},
        payments,
    },
    payments::advance,
};

/// Clients match on these words.
pub(super) const AMOUNT_DIFFERS: &str = "Payment amount does not match booking total";
const DATES_DIFFER: &str = "Payment dates do not match booking dates";

/// What the caller says was paid for, and with which payment.
#[derive(Debug, Clone)]
pub struct Claim {
    pub listing_id: Uuid,
    pub check_in: NaiveDate,
    pub check_out: NaiveDate,
    /// Compared only when it is said.
    pub guests: Option<u32>,
    /// The provider's own id.
    pub intent_id: String,
}

/// The booking that was paid for.
#[derive(Debug, Clone, PartialEq)]
pub struct Claimed {
    pub booking: Facts,
    /// It was not asked for before.
    pub first: bool,
}

/// The actor's own booking for a payment whose card was authorised; the payment is looked at, and the money taken as far as
/// that can be done at once. Asked again in the same words it is the same booking, whatever it has become.
///
/// # Errors
/// `Invalid` at `payment_intent_id` for a payment that is not theirs; `Refused` when it is for something else, or no card was
/// authorised; `Gateway` when that cannot be found out now.
pub async fn claim(ctx: &Context, actor: &Actor, claim: Claim) -> Result<Claimed> {
    let booking = paid_with(ctx, actor, &claim.intent_id).await?;
    compare(&booking, &claim)?;
    let first = match booking.claimed_at {
        Some(_) => false,
        None => {
            check_paid(ctx, &booking).await?;
            mark(ctx, booking.id).await?
        }
    };
    let booking = facts(ctx, actor, booking.id).await?;
    Ok(Claimed { booking, first })
}

async fn paid_with(ctx: &Context, actor: &Actor, intent: &str) -> Result<bookings::Model> {
    let found = payments::Entity::find()
        .find_also_related(bookings::Entity)
        .filter(payments::Column::IntentId.eq(intent))
        .filter(C::GuestId.eq(actor.user_id))
        .one(&ctx.db)
        .await?;
    let unknown =
        || domain::Error::field("payment_intent_id", "There is no such payment of yours.");
    let booking = found.and_then(|(_, booking)| booking);
    Ok(booking.ok_or_else(unknown)?)
}

fn compare(booking: &bookings::Model, claim: &Claim) -> Result<()> {
    let stay = (claim.check_in, claim.check_out);
    let nights = |(check_in, check_out): (NaiveDate, NaiveDate)| (check_out - check_in).num_days();
    let paid = (booking.check_in, booking.check_out);
    let guests = claim.guests.is_none_or(|guests| guests == booking.guests);
    if claim.listing_id != booking.listing_id || !guests || nights(stay) != nights(paid) {
        return Err(refused(AMOUNT_DIFFERS.to_owned()));
    }
    match stay == paid {
        true => Ok(()),
        false => Err(refused(DATES_DIFFER.to_owned())),
    }
}

/// Refuses what no card was authorised for, after a look at the provider's word on it.
async fn check_paid(ctx: &Context, booking: &bookings::Model) -> Result<()> {
    let id = booking.id;
    let state = match records::state(booking)? {
        State::Held | State::Expiring => advance(ctx, id).await?,
        state => state,
    };
    match taken(ctx, id, state, LOOKS).await? {
        State::Authorized | State::Capturing | State::Confirmed | State::Completed => Ok(()),
        State::Cancelled => Err(refused("This stay was cancelled already.".to_owned())),
        _ => {
            let status = records::payment(&ctx.db, id).await?.status;
            let sentence = format!("Payment not completed. Status: {status}");
            Err(refused(sentence))
        }
    }
}

/// Whether nobody has marked it before.
async fn mark(ctx: &Context, id: Uuid) -> Result<bool> {
    let marked = bookings::Entity::update_many()
        .col_expr(C::ClaimedAt, Expr::value(Some(ctx.clock.now())))
        .filter(C::Id.eq(id))
        .filter(C::ClaimedAt.is_null())
        .exec(&ctx.db)
        .await?;
    Ok(marked.rows_affected == 1)
}

fn refused(sentence: String) -> Error {
    domain::Error::Refused(sentence).into()
}
