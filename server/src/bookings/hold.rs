//! Taking nights for fifteen minutes: one transaction, and the rows of `nights` are the guarantee.

mod write;

use chrono::{DateTime, Duration, NaiveDate, Utc};
use domain::{
    bookings::State,
    listings::{Status, StayRules, check_stay},
    money::Money,
    pricing::{self, Ask, Fees, Pricing, Quote},
    stays::{Stay, today_in},
};
use sea_orm::{DatabaseTransaction, EntityTrait, QuerySelect};
use uuid::Uuid;

use super::{limits, nights, records};
use crate::{
    Context, Error, Result,
    accounts::Actor,
    database,
    entities::{bookings, listings, users},
    interruptions, jobs, listings as homes,
    payments::to_provider,
};

/// How long nights are held for a guest who pays.
const HOLD: Duration = Duration::minutes(15);

/// What the price box sends.
#[derive(Debug, Clone)]
pub struct HoldRequest {
    pub listing_id: Uuid,
    pub check_in: NaiveDate,
    pub check_out: NaiveDate,
    pub guests: u32,
    /// The total that the guest was shown, in minor units of the home's currency.
    pub shown_total: i64,
}

/// What one attempt needs, the same at every retry.
struct Attempt {
    guest: Uuid,
    listing: Uuid,
    stay: Stay,
    guests: u32,
    shown_total: i64,
    provider: &'static str,
    fees: Fees,
    now: DateTime<Utc>,
}

/// Holds the nights for fifteen minutes and returns the booking's id; the same request again, while the hold is open,
/// returns the same booking.
///
/// Refuses what the home does not take (`Invalid`, with fields `check_in`, `check_out`, `guests`), nights that are
/// taken (`DatesTaken`), a price that has changed (`TotalChanged`), one's own or a paused home (`Refused`), and holds
/// beyond the limits (`TooMany`).
pub async fn hold(ctx: &Context, actor: &Actor, request: HoldRequest) -> Result<Uuid> {
    let attempt = Attempt {
        guest: actor.user_id,
        listing: request.listing_id,
        stay: Stay::new(request.check_in, request.check_out)?,
        guests: request.guests,
        shown_total: request.shown_total,
        provider: ctx.gateway.name(),
        fees: ctx.settings.fees,
        now: ctx.clock.now(),
    };
    let mut held = attempt.make(ctx).await;
    // The time of a hold may be over, and the worker has not come by yet.
    if is_taken(&held) && jobs::end_overlapping(ctx, attempt.listing, &attempt.stay).await? {
        held = attempt.make(ctx).await;
    }
    if is_taken(&held) {
        return Err(attempt.taken(ctx).await?.into());
    }
    if held.is_ok() {
        interruptions::reach("hold", "committed").await;
        ctx.wake.notify_one();
    }
    held
}

fn is_taken(held: &Result<Uuid>) -> bool {
    matches!(held, Err(Error::User(domain::Error::DatesTaken { .. })))
}

impl Attempt {
    async fn make(&self, ctx: &Context) -> Result<Uuid> {
        database::repeatable(&ctx.db, async |txn| self.run(&txn).await).await
    }

    async fn run(&self, txn: &DatabaseTransaction) -> Result<Uuid> {
        // First the guest, then the home: in this order everywhere, and one guest's requests come one after the other.
        users::Entity::find_by_id(self.guest)
            .lock_exclusive()
            .one(txn)
            .await?;
        let recent = limits::recent(txn, self.guest, self.now).await?;
        let mine = limits::overlapping(&recent, self.listing, &self.stay, self.now);
        if let Some(booking) = mine.filter(|booking| self.same(booking)) {
            return Ok(booking.id);
        }
        let listing = self.listing(txn).await?;
        let quote = self.quote(&listing)?;
        if let Some(booking) = mine {
            return Err(already_held(booking));
        }
        if let Some(booking) = limits::booked(&recent, self.listing, &self.stay) {
            return Err(already_booked(booking));
        }
        limits::check(&recent, self.listing, self.now)?;
        let id = Uuid::new_v4();
        nights::take(txn, self.listing, &self.stay, id).await?;
        self.write(txn, id, &listing, &quote).await?;
        interruptions::reach("hold", "written").await;
        Ok(id)
    }

    /// The refusal with other dates to choose from.
    async fn taken(&self, ctx: &Context) -> Result<domain::Error> {
        let not_found = || domain::Error::NotFound("Home");
        let listing = listings::Entity::find_by_id(self.listing)
            .one(&ctx.db)
            .await?
            .ok_or_else(not_found)?;
        let nearest = homes::nearest_free(
            &ctx.db,
            self.listing,
            &self.stay,
            &rules(&listing)?,
            self.now,
        )
        .await?;
        Ok(domain::Error::DatesTaken { nearest })
    }

    fn same(&self, booking: &bookings::Model) -> bool {
        records::stay(booking) == self.stay
            && booking.guests == self.guests
            && booking.total == self.shown_total
    }

    /// The home, if this guest can book it.
    async fn listing(&self, txn: &DatabaseTransaction) -> Result<listings::Model> {
        let not_found = || domain::Error::NotFound("Home");
        let found = listings::Entity::find_by_id(self.listing)
            .lock_exclusive()
            .one(txn)
            .await?;
        let listing = found.ok_or_else(not_found)?;
        let sample = listing.owner_id.is_none();
        if listing.owner_id == Some(self.guest) {
            return Err(refused("This is your own home: you cannot book it."));
        }
        match Status::parse(&listing.status) {
            Some(Status::Published) if !sample || self.provider == "sandbox" => Ok(listing),
            Some(Status::Paused) => Err(refused("This home is not taking bookings at the moment.")),
            _ => Err(not_found().into()),
        }
    }

    /// The price from the database, when the home takes the stay and the guest was shown this very total.
    fn quote(&self, listing: &listings::Model) -> Result<(Quote, u32)> {
        check_stay(&rules(listing)?, &self.stay, self.guests, self.now)?;
        let pricing: Pricing = serde_json::from_str(&listing.pricing)
            .map_err(|error| Error::Internal(error.to_string()))?;
        let ask = Ask {
            stay: self.stay,
            guests: self.guests,
            today: today_in(records::timezone(&listing.timezone)?, self.now),
        };
        let quote = pricing::quote(&pricing, &ask, &self.fees)?;
        to_provider(quote.total_money())?;
        if quote.total != self.shown_total {
            let shown = Money::new(self.shown_total, quote.currency);
            return Err(domain::Error::TotalChanged {
                shown,
                now: quote.total_money(),
            }
            .into());
        }
        Ok((quote, pricing.version))
    }
}

fn rules(listing: &listings::Model) -> Result<StayRules> {
    Ok(StayRules {
        capacity: listing.capacity,
        min_nights: listing.min_nights,
        max_nights: listing.max_nights,
        cutoff_minutes: listing.cutoff,
        timezone: records::timezone(&listing.timezone)?,
        answered_before: (!listing.instant_book).then_some(listing.check_in_from),
    })
}

fn refused(sentence: &str) -> Error {
    domain::Error::Refused(sentence.to_owned()).into()
}

fn already_booked(booking: &bookings::Model) -> Error {
    let dates = records::stay(booking).label();
    let done = match booking.state == State::Authorized.as_str() {
        true => "asked for",
        false => "booked",
    };
    refused(&format!(
        "You have {done} this home for {dates} already. You find it under Trips."
    ))
}

fn already_held(booking: &bookings::Model) -> Error {
    let dates = records::stay(booking).label();
    let sentence = format!(
        "You are holding this home for {dates} already. Pay for that or let it go first, under Trips."
    );
    domain::Error::Refused(sentence).into()
}
