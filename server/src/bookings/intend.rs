//! A hold and its payment in one step, for programs that then take the card themselves.

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    Quote,
    bookings::State,
    money::{Currency, Money},
    stays::Stay,
};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::{HoldRequest, claim::AMOUNT_DIFFERS, hold, pay::at_the_provider, records};
use crate::{
    Context, Error, Result,
    accounts::Actor,
    entities::bookings::{self, Column as C},
    limits::{self, Account, Kind},
    listings,
};

/// Which stay is to be paid for. What it costs is not the caller's to say: `currency` and `amount` are only compared.
#[derive(Debug, Clone)]
pub struct Intend {
    pub listing_id: Uuid,
    pub check_in: NaiveDate,
    pub check_out: NaiveDate,
    pub guests: u32,
    /// An ISO 4217 code in any case.
    pub currency: Option<String>,
    /// Minor units.
    pub amount: Option<i64>,
}

/// The payment that waits for a card.
#[derive(Debug, Clone, PartialEq)]
pub struct Intended {
    pub booking_id: Uuid,
    /// The provider's own id.
    pub intent_id: String,
    /// What a card is entered with; secret from everybody but this guest.
    pub client_secret: String,
    pub total: Money,
    /// Until when the nights are held; none once a card was authorised.
    pub expires_at: Option<DateTime<Utc>>,
}

/// Holds the nights and opens their payment; the same stay asked for again gives the same payment, also after it was made.
///
/// # Errors
/// `TooMany` for who begins to pay too often; those of [`hold`], but holds beyond the limits are `Refused`; `Invalid` at `currency` and
/// `Refused` for an `amount` that are not the home's; `Gateway` when the provider cannot be reached: the hold then stays.
pub async fn intend(ctx: &Context, actor: &Actor, ask: Intend) -> Result<Intended> {
    limits::spend(ctx, Kind::Payment, Some(Account::User(actor.user_id))).await?;
    let stay = Stay::new(ask.check_in, ask.check_out)?;
    let booking = match asked_before(ctx, actor, &ask).await? {
        Some(booking) => booking,
        None => {
            let quote = quoted(ctx, actor, stay, &ask).await?;
            let total = quote.total_money();
            ask.compare(total)?;
            let held = hold(ctx, actor, ask.request(total.minor)).await;
            let id = held.map_err(refused)?;
            records::own(&ctx.db, actor, id).await?
        }
    };
    let total = Money::new(booking.total, Currency::parse(&booking.currency)?);
    ask.compare(total)?;
    let intent = at_the_provider(ctx, booking.id).await?;
    let silent = || Error::Gateway(format!("{} came without its secret", intent.id));
    Ok(Intended {
        client_secret: intent.client_secret.clone().ok_or_else(silent)?,
        intent_id: intent.id,
        booking_id: booking.id,
        total,
        expires_at: (booking.state == State::Held.as_str()).then_some(booking.hold_expires_at),
    })
}

/// How much somebody may hold is a rule of the site. `TooMany` would tell a program to come back after a while, and for this there is none.
fn refused(error: Error) -> Error {
    match error {
        Error::User(domain::Error::TooMany(sentence)) => domain::Error::Refused(sentence).into(),
        other => other,
    }
}

/// The guest's own hold, request or stay of exactly these dates.
async fn asked_before(
    ctx: &Context,
    actor: &Actor,
    ask: &Intend,
) -> Result<Option<bookings::Model>> {
    let paid = [State::Authorized, State::Capturing, State::Confirmed].map(State::as_str);
    let open = Condition::all()
        .add(C::State.eq(State::Held.as_str()))
        .add(C::HoldExpiresAt.gt(ctx.clock.now()));
    let found = bookings::Entity::find()
        .filter(C::GuestId.eq(actor.user_id))
        .filter(C::ListingId.eq(ask.listing_id))
        .filter(C::CheckIn.eq(ask.check_in))
        .filter(C::CheckOut.eq(ask.check_out))
        .filter(C::Guests.eq(ask.guests))
        .filter(C::Imported.eq(false))
        .filter(Condition::any().add(C::State.is_in(paid)).add(open))
        .order_by_desc(C::CreatedAt);
    Ok(found.one(&ctx.db).await?)
}

/// What the home's page would say that it costs.
async fn quoted(ctx: &Context, actor: &Actor, stay: Stay, ask: &Intend) -> Result<Quote> {
    let chosen = Some((stay, ask.guests));
    let home = listings::show(ctx, ask.listing_id, chosen, Some(actor)).await?;
    let home = home.ok_or(domain::Error::NotFound("Home"))?;
    let unpriced = || domain::Error::Refused("This stay has no price.".to_owned());
    let chosen = home.chosen.ok_or_else(unpriced)?;
    match (chosen.quote, chosen.refusal) {
        (Some(quote), _) => Ok(quote),
        (None, refusal) => Err(refusal.unwrap_or_else(unpriced).into()),
    }
}

impl Intend {
    fn request(&self, shown_total: i64) -> HoldRequest {
        HoldRequest {
            listing_id: self.listing_id,
            check_in: self.check_in,
            check_out: self.check_out,
            guests: self.guests,
            shown_total,
        }
    }

    fn compare(&self, total: Money) -> domain::Result<()> {
        if let Some(code) = &self.currency
            && Currency::parse(code)? != total.currency
        {
            let sentence = format!("This home is paid for in {}.", total.currency);
            return Err(domain::Error::field("currency", sentence));
        }
        match self.amount {
            Some(amount) if amount != total.minor => {
                Err(domain::Error::Refused(AMOUNT_DIFFERS.to_owned()))
            }
            _ => Ok(()),
        }
    }
}
