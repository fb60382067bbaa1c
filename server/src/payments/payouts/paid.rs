//! The site's owner has paid a host.

use chrono::{DateTime, Utc};
use domain::{stays::day_and_month, text};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, DatabaseTransaction, EntityTrait, IntoActiveModel, QueryFilter,
    QueryOrder, QuerySelect,
};
use uuid::Uuid;

use super::{due_at, only_admin};
use crate::{
    Context, Error, Result,
    accounts::Actor,
    bookings::records,
    database,
    entities::{bookings, payouts, users},
    payments::ledger::{self, Accounts, Kind, Transaction, sums},
};

/// Characters of the note.
const LONGEST_NOTE: usize = 300;

/// Writes down that the host of the booking has been paid what is due for it, less what the host owes of other stays, and `typed` says how.
/// Marking twice is one. Returns nothing: what was paid is on the owner's list.
///
/// `NotFound` for everybody but the site's owner. `Refused` before it is due, while a dispute holds it back, and when nothing is
/// owed; `Invalid` at `note`.
pub async fn mark_paid(ctx: &Context, actor: &Actor, booking: Uuid, typed: &str) -> Result<()> {
    only_admin(actor)?;
    let note = note(typed)?;
    let now = ctx.clock.now();
    database::repeatable(&ctx.db, async |txn| {
        let host = lock_host(&txn, booking).await?;
        let booking = records::booking_locked(&txn, booking).await?;
        let known = payouts::Entity::find_by_id(booking.id);
        if known.one(&*txn).await?.is_some() {
            return Ok(());
        }
        let owed = owed(&txn, &booking, now).await?;
        let kept = keep(&txn, &booking, owed.provider, now).await?;
        write(&txn, &booking, booking.id, Kind::Payout, owed, now).await?;
        let row = payouts::Model {
            booking_id: booking.id,
            host_id: host,
            currency: booking.currency.clone(),
            amount: owed.provider - kept,
            paid_at: now,
            paid_by: actor.user_id,
            note: note.clone(),
        };
        let row = row.into_active_model().reset_all();
        payouts::Entity::insert(row)
            .exec_without_returning(&*txn)
            .await?;
        Ok(())
    })
    .await
}

fn note(typed: &str) -> Result<String> {
    let note = text::line(typed);
    if note.chars().count() > LONGEST_NOTE {
        let sentence = format!("Keep it to {LONGEST_NOTE} characters.");
        return Err(domain::Error::field("note", sentence).into());
    }
    Ok(note)
}

/// Payouts of one host come one after the other from here, since one may be kept for another.
async fn lock_host(txn: &DatabaseTransaction, booking: Uuid) -> Result<Uuid> {
    let missing = || Error::User(domain::Error::NotFound("Payout"));
    let booking = bookings::Entity::find_by_id(booking).one(txn).await?;
    let host = booking.and_then(|booking| booking.host_id);
    let host = host.ok_or_else(missing)?;
    let user = users::Entity::find_by_id(host).lock_exclusive();
    user.one(txn).await?.ok_or_else(missing)?;
    Ok(host)
}

/// What is paid for the stay, as the ledger writes it.
async fn owed(
    txn: &DatabaseTransaction,
    booking: &bookings::Model,
    now: DateTime<Utc>,
) -> Result<Accounts> {
    if booking.imported {
        let sentence = "This stay was paid for before HBnB moved: nothing of it is paid out here.";
        return Err(refused(sentence.to_owned()));
    }
    let timezone = records::timezone(&booking.timezone)?;
    let due = due_at(timezone, booking.check_in, booking.check_in_minutes);
    if due > now {
        let day = day_and_month(due.with_timezone(&timezone).date_naive());
        return Err(refused(format!(
            "This falls due on {day}, a day after check-in."
        )));
    }
    if booking.disputed_at.is_some() {
        let sentence = "The guest’s bank disputes this payment: nothing of it is paid out until that is settled.";
        return Err(refused(sentence.to_owned()));
    }
    let balance = sums(txn, booking).await?.balance;
    let amount = balance.host + balance.tax;
    if amount <= 0 {
        return Err(refused(
            "Nothing is owed to the host for this stay.".to_owned(),
        ));
    }
    Ok(Accounts {
        host: -balance.host,
        tax: -balance.tax,
        provider: amount,
        ..Accounts::default()
    })
}

/// Settles what is left of stays that were paid out before: keeps what the host owes of them, as far as `at_most` goes, and pays what
/// came on top. Returns how much is kept, in minor units; below zero when more is paid.
async fn keep(
    txn: &DatabaseTransaction,
    paying: &bookings::Model,
    at_most: i64,
    now: DateTime<Utc>,
) -> Result<i64> {
    use bookings::Column as C;
    let paid = payouts::Entity::find()
        .select_only()
        .column(payouts::Column::BookingId)
        .filter(payouts::Column::HostId.eq(paying.host_id))
        .filter(payouts::Column::Currency.eq(&paying.currency));
    let others = bookings::Entity::find()
        .filter(C::Id.in_subquery(sea_orm::QueryTrait::into_query(paid)))
        .order_by_asc(C::Id)
        .all(txn)
        .await?;
    let mut kept = 0;
    for other in others {
        let balance = sums(txn, &other).await?.balance;
        let all = -balance.host - balance.tax;
        let owes = all.min(at_most - kept);
        let tax = match owes == all {
            true => -balance.tax,
            false => (-balance.tax).clamp(0, owes),
        };
        let amounts = Accounts {
            host: owes - tax,
            tax,
            provider: -owes,
            ..Accounts::default()
        };
        let source = Uuid::new_v5(&paying.id, other.id.as_bytes());
        write(txn, &other, source, Kind::PayoutKept, amounts, now).await?;
        kept += owes;
    }
    Ok(kept)
}

async fn write(
    txn: &DatabaseTransaction,
    booking: &bookings::Model,
    source: Uuid,
    kind: Kind,
    amounts: Accounts,
    at: DateTime<Utc>,
) -> Result<()> {
    let moved = Transaction {
        source,
        kind,
        booking: booking.id,
        currency: &booking.currency,
        amounts,
        at,
    };
    ledger::write(txn, &moved).await
}

fn refused(sentence: String) -> Error {
    domain::Error::Refused(sentence).into()
}
