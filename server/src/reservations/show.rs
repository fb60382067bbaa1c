//! One reservation, in four statements.

use domain::{
    Money, Quote,
    bookings::{State, Who},
    cancellation::timeline,
    money::Currency,
    reservations::host_may_contact,
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder,
    QuerySelect, RelationTrait,
};
use uuid::Uuid;

use super::{Contact, Entry, Guest, HostMoney, ReservationView};
use crate::{
    Context, Error, Result,
    accounts::Actor,
    bookings::{
        history::{self, REQUESTED, Step, UNANSWERED},
        homes::{HomeColumns, with_home},
        records,
    },
    entities::{bookings, ledger_entries, listings, quotes, users},
};

/// What was paid out stays earned.
const PAID_OUT: [&str; 2] = ["payout", "payout_kept"];

/// What stands around a booking: its home, its guest, and what was promised. Never the guest's own address.
#[derive(FromQueryResult)]
struct Around {
    first_name: String,
    last_name: String,
    email: String,
    phone: Option<String>,
    home_location: Option<String>,
    about: Option<String>,
    lines: String,
    rules: Option<String>,
    check_in_until: u32,
    check_out_by: u32,
    house_rules: String,
    instant_book: bool,
    #[sea_orm(nested)]
    home: HomeColumns,
}

/// The booking of one of the actor's homes; another host's is not found.
///
/// Four statements: the booking, what stands around it, its history, and the ledger.
pub async fn show(ctx: &Context, actor: &Actor, id: Uuid) -> Result<ReservationView> {
    let booking = bookings::Entity::find_by_id(id)
        .filter(bookings::Column::HostId.eq(actor.user_id))
        .one(&ctx.db)
        .await?
        .ok_or(domain::Error::NotFound("Reservation"))?;
    let around = around(&ctx.db, id).await?;
    let state = records::state(&booking)?;
    let terms = records::terms(&booking, around.home.city())?;
    let quote = around.quote(&booking)?;
    let cancellation = if state.is_final() {
        Vec::new()
    } else {
        timeline(&terms, &quote, ctx.clock.now())
    };
    Ok(ReservationView {
        id,
        guest: around.guest(state),
        home: around.home.home(),
        stay: terms.stay,
        guests: booking.guests,
        state,
        timezone: terms.timezone,
        check_in_from: booking.check_in_minutes,
        check_in_until: booking.check_in_until.unwrap_or(around.check_in_until),
        check_out_by: booking.check_out_minutes.unwrap_or(around.check_out_by),
        money: money(&ctx.db, id, quote.currency).await?,
        history: history::told(&ctx.db, id, sentence).await?,
        policy: terms.policy,
        cancellation,
        quote,
        booked_at: booking.created_at,
        hold_expires_at: (state == State::Held).then_some(booking.hold_expires_at),
        instant_book: booking.instant_book.unwrap_or(around.instant_book),
        respond_by: records::respond_by(&booking),
        cancel_asked: records::cancel_asked(&booking),
        cancelled_by: records::cancelled_by(&booking),
        disputed: booking.disputed_at.is_some(),
        house_rules: booking.house_rules.unwrap_or(around.house_rules),
        reason: booking.cancel_reason,
        imported: booking.imported,
        overlaps: booking.overlaps,
    })
}

async fn around(db: &impl ConnectionTrait, booking: Uuid) -> Result<Around> {
    let missing = || Error::Internal(format!("booking {booking} stands alone"));
    with_home(bookings::Entity::find().select_only())
        .columns([
            users::Column::FirstName,
            users::Column::LastName,
            users::Column::Email,
            users::Column::Phone,
            users::Column::HomeLocation,
            users::Column::About,
        ])
        .columns([quotes::Column::Lines, quotes::Column::Rules])
        .columns([
            listings::Column::CheckInUntil,
            listings::Column::CheckOutBy,
            listings::Column::HouseRules,
            listings::Column::InstantBook,
        ])
        .join(JoinType::InnerJoin, bookings::Relation::Guest.def())
        .join(JoinType::InnerJoin, bookings::Relation::Quote.def())
        .filter(bookings::Column::Id.eq(booking))
        .into_model::<Around>()
        .one(db)
        .await?
        .ok_or_else(missing)
}

impl Around {
    fn quote(&self, booking: &bookings::Model) -> Result<Quote> {
        Ok(Quote {
            stay: records::stay(booking),
            guests: booking.guests,
            currency: Currency::parse(&booking.currency)?,
            lines: serde_json::from_str(&self.lines)
                .map_err(|error| Error::Internal(error.to_string()))?,
            total: booking.total,
            rules: records::rules(self.rules.as_deref())?,
        })
    }

    /// Before the confirmation a first name must do, with what they say of themselves.
    fn guest(&self, state: State) -> Guest {
        let whole = format!("{} {}", self.first_name, self.last_name);
        let known = host_may_contact(state);
        let name = if known { &whole } else { &self.first_name };
        Guest {
            name: name.clone(),
            home_location: self.home_location.clone(),
            about: self.about.clone(),
            contact: known.then(|| Contact {
                name: whole.clone(),
                email: self.email.clone(),
                phone: self.phone.clone(),
            }),
        }
    }
}

async fn money(db: &impl ConnectionTrait, booking: Uuid, currency: Currency) -> Result<HostMoney> {
    let rows = ledger_entries::Entity::find()
        .filter(ledger_entries::Column::BookingId.eq(booking))
        .filter(ledger_entries::Column::Account.eq("host"))
        .filter(ledger_entries::Column::Kind.is_not_in(PAID_OUT))
        .order_by_asc(ledger_entries::Column::At)
        .order_by_asc(ledger_entries::Column::TransactionId)
        .all(db)
        .await?;
    let entry = |row: &ledger_entries::Model| Entry {
        at: row.at,
        label: label(row).to_owned(),
        amount: Money::new(row.amount, currency),
    };
    Ok(HostMoney {
        net: Money::new(rows.iter().map(|row| row.amount).sum(), currency),
        entries: rows.iter().map(entry).collect(),
    })
}

fn label(row: &ledger_entries::Model) -> &'static str {
    if row.amount < 0 {
        "Returned to the guest"
    } else {
        "Paid by the guest"
    }
}

/// What the host reads of a step; where the way there matters it is the reason.
fn sentence(step: &Step) -> String {
    match step.to {
        State::Held => "The guest held the nights for fifteen minutes.",
        State::Authorized if step.reason == REQUESTED => {
            "The guest’s card was authorised, and you were asked."
        }
        State::Authorized => "The guest’s card was authorised.",
        State::Capturing if step.who == Who::Host => {
            "You accepted, and the payment is being taken."
        }
        State::Capturing => "The booking was accepted and the payment is being taken.",
        State::Confirmed => "The payment was taken and the stay confirmed.",
        State::Completed => "The guest checked out.",
        State::Expired if step.reason == UNANSWERED => {
            "You did not answer in time. The nights were freed, and nothing was charged."
        }
        State::Expired if step.from == Some(State::Authorized) => {
            return format!("{} Nothing was charged.", step.reason);
        }
        State::Expired => "The nights were freed. Nothing was charged.",
        State::Declined => return step.quoting("You declined"),
        State::Cancelled if step.who == Who::Host => return step.quoting("You cancelled"),
        State::Cancelled => return step.quoting("The guest cancelled"),
        State::Withdrawn | State::Expiring | State::PaymentFailed => return step.reason.clone(),
    }
    .to_owned()
}
