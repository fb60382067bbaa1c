//! The site's owner has paid a host.

use chrono::{DateTime, Utc};
use domain::{
    money::{Currency, Money},
    stays::day_and_month,
    text,
};
use sea_orm::{ActiveModelTrait, DatabaseTransaction, EntityTrait, IntoActiveModel, QuerySelect};
use uuid::Uuid;

use super::{due_at, kept, only_admin, unchanged};
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

/// Writes down that the host of the booking has been paid what is due for it, less what the host owes of other stays: `shown`, in minor
/// units, is what the form said that it is, and `typed` says how. Marking twice is one. Returns nothing: what was paid is on the owner's
/// list.
///
/// `NotFound` for everybody but the site's owner. `AmountChanged` when another amount is to be paid by now, and then nothing has
/// happened. `Refused` before it is due, while a dispute holds it back, and when nothing is owed; `Invalid` at `note`.
pub async fn mark_paid(
    ctx: &Context,
    actor: &Actor,
    booking: Uuid,
    shown: i64,
    typed: &str,
) -> Result<()> {
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
        let settled = kept::settled(&txn, &booking, host, owed.provider, now).await?;
        // What is kept stands below zero.
        let kept: i64 = settled.iter().map(|stay| stay.amounts.provider).sum();
        let to_pay = owed.provider + kept;
        let currency = Currency::parse(&booking.currency)?;
        unchanged(shown, Money::new(to_pay, currency))?;
        let paid = moved(&booking, (booking.id, booking.id), Kind::Payout, owed, now);
        ledger::write(&*txn, &paid).await?;
        for stay in settled {
            let source = Uuid::new_v5(&booking.id, stay.booking.as_bytes());
            let of = (stay.booking, source);
            let kept = moved(&booking, of, Kind::PayoutKept, stay.amounts, now);
            ledger::write(&*txn, &kept).await?;
        }
        let row = payouts::Model {
            booking_id: booking.id,
            host_id: host,
            currency: booking.currency.clone(),
            amount: to_pay,
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

/// A movement of the stay `of`, in the currency of the one that is paid.
fn moved(
    paying: &bookings::Model,
    (of, source): (Uuid, Uuid),
    kind: Kind,
    amounts: Accounts,
    at: DateTime<Utc>,
) -> Transaction<'_> {
    Transaction {
        source,
        kind,
        booking: of,
        currency: &paying.currency,
        amounts,
        at,
    }
}

fn refused(sentence: String) -> Error {
    domain::Error::Refused(sentence).into()
}
