//! Refunds of stays that the replaced system was paid for: no provider of ours can make them, so they wait for the site's owner.

use chrono::{DateTime, Utc};
use domain::{
    money::{Currency, Money},
    refunds::RefundState,
};
use sea_orm::{ColumnTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::{known, update};
use crate::{
    Context, Result,
    accounts::Actor,
    bookings::records,
    database,
    entities::{refunds, users},
    payments::{
        around::{around, of_refund},
        ledger::{self, Accounts, Kind, Transaction},
        payouts::only_admin,
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

/// The site's owner has given the money back. Saying so twice is one.
///
/// `NotFound` for everybody else, and for a refund that is not made by hand.
pub async fn made(ctx: &Context, actor: &Actor, id: Uuid) -> Result<()> {
    only_admin(actor)?;
    let missing = || domain::Error::NotFound("Refund");
    let refund = refunds::Entity::find_by_id(id).one(&ctx.db).await?;
    let booking = refund.ok_or_else(missing)?.booking_id;
    let now = ctx.clock.now();
    database::repeatable(&ctx.db, async |txn| {
        let booking = records::booking_locked(&txn, booking).await?;
        let refund = known(&txn, id).await?;
        let by_hand = booking.imported && refund.intent_id.is_empty();
        match RefundState::parse(&refund.state) {
            Some(RefundState::ByHand) if by_hand => {}
            Some(RefundState::Succeeded) if by_hand => return Ok(()),
            _ => return Err(missing().into()),
        }
        let next = refunds::Model {
            state: RefundState::Succeeded.as_str().to_owned(),
            settled_at: Some(now),
            version: refund.version + 1,
            ..refund
        };
        update(&txn, &next).await?;
        let moved = Transaction {
            source: next.id,
            kind: Kind::RefundByHand,
            booking: booking.id,
            currency: &next.currency,
            amounts: Accounts::paid(-next.amount),
            at: now,
        };
        ledger::write(&*txn, &moved).await
    })
    .await
}
