//! Refunds that the site's owner makes by hand: of stays that the replaced system was paid for, which no provider of ours can give back,
//! and what the provider could not.

use chrono::{DateTime, Utc};
use domain::{
    cancellation::Back,
    money::{Currency, Money},
    refunds::RefundState,
};
use sea_orm::{
    ColumnTrait, DatabaseTransaction, EntityTrait, FromQueryResult, QueryFilter, QueryOrder,
    QuerySelect,
};
use uuid::Uuid;

use super::{
    Origin, insert, known,
    owe::Refund,
    still_owed::{self, still_owed},
    update,
};
use crate::{
    Context, Result,
    accounts::Actor,
    bookings::{By, records},
    database,
    entities::{bookings, refunds, users},
    payments::{
        around::{around, of_refund},
        ledger::{self, Accounts, Kind, Transaction},
        payouts::{only_admin, unchanged},
        settle,
    },
};

/// How many are told.
const MOST: u64 = 100;

/// A refund that the site's owner has yet to make.
#[derive(Debug, Clone, PartialEq)]
pub struct ByHand {
    pub id: Uuid,
    pub booking: Uuid,
    /// First name and last.
    pub guest: String,
    pub guest_email: String,
    pub home: String,
    pub amount: Money,
    /// Why, in the words of who ended the stay.
    pub reason: String,
    pub asked_at: DateTime<Utc>,
}

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    booking_id: Uuid,
    first_name: String,
    last_name: String,
    email: String,
    title: String,
    amount: i64,
    currency: String,
    reason: String,
    created_at: DateTime<Utc>,
}

/// Those that wait, the oldest first; at most a hundred. One statement. `NotFound` for everybody but the site's owner.
pub async fn waiting(ctx: &Context, actor: &Actor) -> Result<Vec<ByHand>> {
    use refunds::Column as C;
    only_admin(actor)?;
    let query = refunds::Entity::find()
        .select_only()
        .columns([
            C::Id,
            C::BookingId,
            C::Amount,
            C::Currency,
            C::Reason,
            C::CreatedAt,
        ])
        .column(users::Column::Email);
    let rows = around(query, of_refund())
        .filter(C::State.eq(RefundState::ByHand.as_str()))
        .order_by_asc(C::CreatedAt)
        .order_by_asc(C::Id)
        .limit(MOST)
        .into_model::<Row>()
        .all(&ctx.db)
        .await?;
    rows.into_iter().map(told).collect()
}

fn told(row: Row) -> Result<ByHand> {
    Ok(ByHand {
        id: row.id,
        booking: row.booking_id,
        guest: format!("{} {}", row.first_name, row.last_name),
        guest_email: row.email,
        home: row.title,
        amount: Money::new(row.amount, Currency::parse(&row.currency)?),
        reason: row.reason,
        asked_at: row.created_at,
    })
}

/// The site's owner has given the money back: of a refund that is made by hand, or what is still owed of one that failed. `shown`, in minor
/// units, is what the form said that it is. Saying so twice is one.
///
/// `NotFound` for everybody else, and for a refund that is neither. `AmountChanged` when another amount is owed by now, and `Refused` when
/// nothing is: then nothing has happened.
pub async fn made(ctx: &Context, actor: &Actor, id: Uuid, shown: i64) -> Result<()> {
    only_admin(actor)?;
    let missing = || domain::Error::NotFound("Refund");
    let refund = refunds::Entity::find_by_id(id).one(&ctx.db).await?;
    let booking = refund.ok_or_else(missing)?.booking_id;
    let now = ctx.clock.now();
    database::repeatable(&ctx.db, async |txn| {
        let booking = records::booking_locked(&txn, booking).await?;
        let refund = known(&txn, id).await?;
        match RefundState::parse(&refund.state) {
            Some(RefundState::ByHand) => end(&txn, refund, shown, now).await,
            Some(RefundState::Failed) => replace(&txn, &booking, &refund, shown, now).await,
            Some(RefundState::Succeeded) if refund.intent_id.is_empty() => Ok(()),
            _ => Err(missing().into()),
        }
    })
    .await
}

/// One that the provider could not make at all.
async fn end(
    txn: &DatabaseTransaction,
    refund: refunds::Model,
    shown: i64,
    now: DateTime<Utc>,
) -> Result<()> {
    let currency = Currency::parse(&refund.currency)?;
    unchanged(shown, Money::new(refund.amount, currency))?;
    let next = refunds::Model {
        state: RefundState::Succeeded.as_str().to_owned(),
        settled_at: Some(now),
        version: refund.version + 1,
        ..refund
    };
    update(txn, &next).await?;
    moved(txn, &next, now).await
}

/// What failed is given back by a refund of its own, so that whatever the provider still says of the failed one stays true of that one.
async fn replace(
    txn: &DatabaseTransaction,
    booking: &bookings::Model,
    failed: &refunds::Model,
    shown: i64,
    now: DateTime<Utc>,
) -> Result<()> {
    let id = still_owed::by_hand(failed.id);
    let known = refunds::Entity::find_by_id(id).lock_exclusive();
    if known.one(txn).await?.is_some() {
        return Ok(());
    }
    let owed = still_owed(txn, &[booking.id]).await?;
    let nothing = "Nothing of this refund is owed any more: its guest has got it.";
    let refused = || domain::Error::Refused(nothing.to_owned());
    let amount = *owed.get(&failed.id).ok_or_else(refused)?;
    let currency = Currency::parse(&failed.currency)?;
    unchanged(shown, Money::new(amount, currency))?;
    let refund = Refund {
        amount,
        back: Back::default(),
        origin: Origin::Admin,
        reason: &failed.reason,
        by: By::System,
    };
    let made = refunds::Model {
        state: RefundState::Succeeded.as_str().to_owned(),
        settled_at: Some(now),
        ..refund.row(id, booking.id, String::new(), &failed.currency, now)
    };
    moved(txn, &made, now).await?;
    insert(txn, made).await?;
    settle::sums_of(txn, booking, now).await
}

/// The guest has it, and the provider has not moved.
async fn moved(txn: &DatabaseTransaction, made: &refunds::Model, now: DateTime<Utc>) -> Result<()> {
    let moved = Transaction {
        source: made.id,
        kind: Kind::RefundByHand,
        booking: made.booking_id,
        currency: &made.currency,
        amounts: Accounts::paid(-made.amount),
        at: now,
    };
    ledger::write(txn, &moved).await
}
