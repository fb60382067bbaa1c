//! Where every cent of a booking is, the same for its guest and its host: the ledger and what is on its way, told in order.

mod told;

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use domain::{
    money::{Currency, Money},
    refunds::RefundState,
};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::ledger::{Accounts, Kind};
use crate::{
    Context, Result,
    accounts::Actor,
    bookings::records,
    csv::{amount, line},
    entities::{bookings, ledger_entries, refunds},
};

/// One thing that happened to the money of a booking.
#[derive(Debug, Clone, PartialEq)]
pub struct Movement {
    pub at: DateTime<Utc>,
    /// What happened.
    pub sentence: String,
    /// What the guest paid; below zero what went back; 0 when no card was touched.
    pub amount: Money,
    /// What the guest has paid and not got back, after it.
    pub balance: Money,
    /// The entries of the ledger; all 0 for news that moved nothing.
    pub accounts: Accounts,
}

/// What happened to the money of the booking, oldest first, for its guest, its host or the site's owner; to everybody
/// else it is `NotFound`. Four statements.
pub async fn timeline(ctx: &Context, actor: &Actor, booking: Uuid) -> Result<Vec<Movement>> {
    let booking = of_actor(ctx, actor, booking).await?;
    let payment = records::payment(&ctx.db, booking.id).await?;
    let sent = refunds::Entity::find()
        .filter(refunds::Column::BookingId.eq(booking.id))
        .order_by_asc(refunds::Column::CreatedAt)
        .order_by_asc(refunds::Column::Id)
        .all(&ctx.db)
        .await?;
    let entries = ledger_entries::Entity::find()
        .filter(ledger_entries::Column::BookingId.eq(booking.id))
        .all(&ctx.db)
        .await?;
    let mut news = Vec::new();
    if let Some(at) = payment.authorized_at.filter(|_| !booking.imported) {
        news.push(told::authorised(at, &payment)?);
    }
    for refund in &sent {
        news.extend(told::refund_news(refund)?);
    }
    for ((at, kind, id, currency), accounts) in transactions(entries) {
        let refund = sent
            .iter()
            .find(|refund| Uuid::new_v5(&refund.id, kind.as_str().as_bytes()) == id);
        news.push(told::moved(
            at,
            kind,
            Currency::parse(&currency)?,
            accounts,
            refund,
        ));
    }
    news.sort_by_key(|news| (news.at, news.rank));
    Ok(summed(news))
}

/// The same as a file, with the entries of the five accounts.
pub async fn timeline_csv(ctx: &Context, actor: &Actor, booking: Uuid) -> Result<String> {
    let mut text = line(&[
        "at",
        "what",
        "currency",
        "paid",
        "paid in all",
        "guest",
        "host",
        "platform",
        "tax",
        "provider",
    ]);
    for movement in timeline(ctx, actor, booking).await? {
        let currency = movement.amount.currency;
        let plain = |minor: i64| amount(Money::new(minor, currency));
        let mut fields = vec![
            movement.at.to_rfc3339(),
            movement.sentence,
            currency.code().to_owned(),
            plain(movement.amount.minor),
            plain(movement.balance.minor),
        ];
        fields.extend(movement.accounts.each().map(|(_, minor)| plain(minor)));
        text.push_str(&line(&fields));
    }
    Ok(text)
}

/// The booking, if it is the actor's as a guest or as a host; the site's owner sees every one.
async fn of_actor(ctx: &Context, actor: &Actor, id: Uuid) -> Result<bookings::Model> {
    let theirs = Condition::any()
        .add(bookings::Column::GuestId.eq(actor.user_id))
        .add(bookings::Column::HostId.eq(actor.user_id));
    let found = bookings::Entity::find_by_id(id);
    let found = match actor.is_admin {
        true => found,
        false => found.filter(theirs),
    };
    let missing = || domain::Error::NotFound("Booking");
    Ok(found.one(&ctx.db).await?.ok_or_else(missing)?)
}

type Key = (DateTime<Utc>, Kind, Uuid, String);

/// The entries by their transactions.
fn transactions(entries: Vec<ledger_entries::Model>) -> BTreeMap<Key, Accounts> {
    let mut moved: BTreeMap<Key, Accounts> = BTreeMap::new();
    for entry in entries {
        let Some(kind) = Kind::parse(&entry.kind) else {
            continue;
        };
        let key = (entry.at, kind, entry.transaction_id, entry.currency);
        moved
            .entry(key)
            .or_default()
            .add(&entry.account, entry.amount);
    }
    moved
}

/// With what the guest has paid after each.
fn summed(news: Vec<told::News>) -> Vec<Movement> {
    let mut paid: BTreeMap<Currency, i64> = BTreeMap::new();
    let told = news.into_iter().map(|news| {
        let currency = news.amount.currency;
        let balance = paid.entry(currency).or_default();
        *balance += news.amount.minor;
        Movement {
            at: news.at,
            sentence: news.sentence,
            amount: news.amount,
            balance: Money::new(*balance, currency),
            accounts: news.accounts,
        }
    });
    told.collect()
}

/// Whether it was tried and not made.
fn has_failed(refund: &refunds::Model) -> bool {
    refund.state == RefundState::Failed.as_str()
}
