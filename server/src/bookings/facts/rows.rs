//! The columns of a booking that its facts are made of.

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    bookings::{State, Who},
    cancellation::{Policy, Terms},
    money::{Currency, Money},
    stays::{Stay, local_to_utc},
};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder,
    QuerySelect, RelationTrait, Select, sea_query::ExprTrait,
};
use uuid::Uuid;

use super::{Facts, FactsPage, Wanted, WhenLeft};
use crate::{
    Context, Error, Result,
    accounts::Actor,
    bookings::{is_open_or_was_paid_for, records},
    cursors,
    entities::{
        bookings::{self, Column as C},
        listings,
    },
    reservations::today,
};

#[derive(FromQueryResult)]
pub(super) struct Row {
    id: Uuid,
    listing_id: Uuid,
    guest_id: Uuid,
    check_in: NaiveDate,
    check_out: NaiveDate,
    guests: u32,
    state: String,
    currency: String,
    total: i64,
    timezone: String,
    check_in_minutes: u32,
    check_out_minutes: Option<u32>,
    /// The home's, for bookings that are older than their own.
    check_out_by: u32,
    policy: String,
    hold_expires_at: DateTime<Utc>,
    respond_by: Option<DateTime<Utc>>,
    confirmed_at: Option<DateTime<Utc>>,
    cancel_asked_at: Option<DateTime<Utc>>,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

pub(super) fn select() -> Select<bookings::Entity> {
    bookings::Entity::find()
        .select_only()
        .columns([
            C::Id,
            C::ListingId,
            C::GuestId,
            C::CheckIn,
            C::CheckOut,
            C::Guests,
            C::State,
            C::Currency,
            C::Total,
            C::Timezone,
            C::CheckInMinutes,
            C::CheckOutMinutes,
            C::Policy,
            C::HoldExpiresAt,
            C::RespondBy,
            C::ConfirmedAt,
            C::CancelAskedAt,
            C::CreatedAt,
            C::UpdatedAt,
        ])
        .column(listings::Column::CheckOutBy)
        .join(JoinType::InnerJoin, bookings::Relation::Listing.def())
}

/// One more row is read to know whether there are more. A position that is none is refused (`Invalid` at `cursor`).
pub(super) async fn page(
    ctx: &Context,
    actor: &Actor,
    whose: Condition,
    wanted: &Wanted,
) -> Result<FactsPage> {
    let now = ctx.clock.now();
    if let Some((made, _)) = wanted.after {
        cursors::check(made)?;
    }
    let rows = select()
        .filter(whose)
        .filter(is_open_or_was_paid_for())
        .filter(wanted.condition(now))
        .order_by_desc(C::CreatedAt)
        .order_by_desc(C::Id)
        .limit(wanted.limit + 1)
        .into_model::<Row>()
        .all(&ctx.db)
        .await?;
    let limit = usize::try_from(wanted.limit).unwrap_or(usize::MAX);
    let more = rows.len() > limit;
    let shown = rows.into_iter().take(limit);
    let bookings = shown
        .map(|row| row.facts(actor, now))
        .collect::<Result<_>>()?;
    Ok(FactsPage { bookings, more })
}

impl Wanted {
    fn condition(&self, now: DateTime<Utc>) -> Condition {
        let states = self.status.map(|status| {
            let words = status.states().map(State::as_str);
            C::State.is_in(words)
        });
        let check_out = C::CheckOut.into_expr();
        let when = self.when.map(|when| match when {
            WhenLeft::Upcoming => check_out.gte(today(now)),
            WhenLeft::Past => check_out.lt(today(now)),
        });
        let after = self.after.map(|(made, id)| {
            let same = C::CreatedAt.eq(made).and(C::Id.lt(id));
            C::CreatedAt.lt(made).or(same)
        });
        Condition::all()
            .add_option(states)
            .add_option(when)
            .add_option(after)
    }
}

impl Row {
    pub(super) fn facts(self, actor: &Actor, now: DateTime<Utc>) -> Result<Facts> {
        let unknown = |word: &str| Error::Internal(format!("no such word in a booking: {word}"));
        let state = State::parse(&self.state).ok_or_else(|| unknown(&self.state))?;
        let policy = Policy::parse(&self.policy).ok_or_else(|| unknown(&self.policy))?;
        let timezone = records::timezone(&self.timezone)?;
        let terms = Terms {
            policy,
            stay: Stay {
                check_in: self.check_in,
                check_out: self.check_out,
            },
            timezone,
            check_in_minutes: self.check_in_minutes,
            confirmed_at: self.confirmed_at,
            place: None,
        };
        let minutes = self.check_out_minutes.unwrap_or(self.check_out_by);
        let ends = local_to_utc(timezone, self.check_out, minutes);
        let everything_until = terms.everything_until(now);
        Ok(Facts {
            id: self.id,
            listing_id: self.listing_id,
            guest_id: self.guest_id,
            stay: terms.stay,
            guests: self.guests,
            total: Money::new(self.total, Currency::parse(&self.currency)?),
            state,
            can_end: self.can_end(state, actor) && now < ends,
            everything_until: everything_until.filter(|_| !state.is_final()),
            hold_expires_at: (state == State::Held).then_some(self.hold_expires_at),
            respond_by: self.respond_by.filter(|_| state == State::Authorized),
            created_at: self.created_at,
            updated_at: self.updated_at,
        })
    }

    /// What each side may do with each state; a stay that is over cannot be ended.
    fn can_end(&self, state: State, actor: &Actor) -> bool {
        let who = match self.guest_id == actor.user_id {
            true => Who::Guest,
            false => Who::Host,
        };
        match state {
            State::Held => who == Who::Guest,
            State::Authorized | State::Confirmed => true,
            State::Capturing => self.cancel_asked_at.is_none(),
            _ => false,
        }
    }
}
