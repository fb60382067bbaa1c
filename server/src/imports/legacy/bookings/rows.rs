//! The rows of an imported booking: quote, booking, payment, history, ledger and nights.

use domain::{
    Currency, Money,
    bookings::{State, Who},
    cancellation::Policy,
    pricing::{Line, LineKind},
    text::count,
};
use sea_orm::DatabaseTransaction;
use uuid::Uuid;

use super::{
    plan::Planned,
    read::{CHECK_IN_FROM, CHECK_IN_UNTIL, CHECK_OUT_BY},
};
use crate::{
    Error, Result,
    bookings::history::IMPORTED,
    database::rows,
    entities::{booking_events, bookings, ledger_entries, nights, payments, quotes},
    hosting::defaults::CURRENCY,
    imports::legacy::PROVIDER,
    payments::ledger,
};

/// Writes them all; nights last, in the order of their key.
///
/// # Errors
/// The database's: a duplicate when somebody has taken a night meanwhile.
pub(super) async fn insert(txn: &DatabaseTransaction, new: &[Planned<'_>]) -> Result<()> {
    let quotes = new.iter().map(quote).collect::<Result<Vec<_>>>()?;
    let bookings: Vec<bookings::Model> = new.iter().map(booking).collect();
    let entries = bookings.iter().zip(new).filter(|(_, new)| new.was_paid());
    let entries = entries.flat_map(|(booking, _)| ledger::imported(booking).entries());
    let entries: Vec<ledger_entries::Model> = entries.collect();
    let mut nights: Vec<nights::Model> = new.iter().flat_map(night_rows).collect();
    nights.sort_unstable_by_key(|night| (night.listing_id, night.night));
    rows::insert::<quotes::Entity>(txn, quotes).await?;
    rows::insert::<bookings::Entity>(txn, bookings).await?;
    rows::insert::<payments::Entity>(txn, new.iter().map(payment).collect()).await?;
    rows::insert::<booking_events::Entity>(txn, new.iter().map(event).collect()).await?;
    rows::insert::<ledger_entries::Entity>(txn, entries).await?;
    rows::insert::<nights::Entity>(txn, nights).await
}

/// The same at each try.
fn id(new: &Planned<'_>, of: &str) -> Uuid {
    Uuid::new_v5(&new.old.id.id, of.as_bytes())
}

fn quote(new: &Planned<'_>) -> Result<quotes::Model> {
    let lines = lines(new)?;
    Ok(quotes::Model {
        id: id(new, "quote"),
        listing_id: new.old.home,
        guest_id: new.old.guest,
        check_in: new.old.stay.check_in,
        check_out: new.old.stay.check_out,
        guests: 1,
        currency: CURRENCY.to_owned(),
        total: new.old.total,
        lines: serde_json::to_string(&lines).map_err(|error| Error::Internal(error.to_string()))?,
        pricing_version: 1,
        created_at: new.old.created_at,
        rules: None,
    })
}

/// The total by the night. What cannot be divided is a cent more for the first nights.
fn lines(new: &Planned<'_>) -> Result<Vec<Line>> {
    let currency = Currency::parse(CURRENCY)?;
    let nights: Vec<chrono::NaiveDate> = new.old.stay.dates().collect();
    let number = nights.len().max(1);
    let unit = new.old.total / number as i64;
    let dearer = usize::try_from(new.old.total % number as i64).unwrap_or(0);
    let (dear, usual) = nights.split_at(dearer);
    let line = |nights: &[chrono::NaiveDate], unit: i64| Line {
        kind: LineKind::Nights,
        label: format!(
            "{} × {}",
            count(u32::try_from(nights.len()).unwrap_or(u32::MAX), "night"),
            Money::new(unit, currency)
        ),
        amount: unit * nights.len() as i64,
        nights: nights.to_vec(),
    };
    let lines = [(dear, unit + 1), (usual, unit)].into_iter();
    Ok(lines
        .filter(|(nights, _)| !nights.is_empty())
        .map(|(nights, unit)| line(nights, unit))
        .collect())
}

fn booking(new: &Planned<'_>) -> bookings::Model {
    let old = new.old;
    let confirmed = matches!(new.state, State::Confirmed | State::Completed);
    bookings::Model {
        id: old.id.id,
        listing_id: old.home,
        guest_id: old.guest,
        host_id: new.host,
        quote_id: id(new, "quote"),
        check_in: old.stay.check_in,
        check_out: old.stay.check_out,
        guests: 1,
        state: new.state.as_str().to_owned(),
        version: 1,
        currency: CURRENCY.to_owned(),
        total: old.total,
        timezone: new.timezone.name().to_owned(),
        check_in_minutes: CHECK_IN_FROM,
        policy: Policy::Standard.as_str().to_owned(),
        hold_expires_at: old.created_at,
        declined_cards: 0,
        confirmed_at: confirmed.then_some(old.created_at),
        ended_at: new.state.is_final().then_some(old.updated_at),
        created_at: old.created_at,
        updated_at: old.updated_at,
        check_out_minutes: Some(CHECK_OUT_BY),
        house_rules: Some(String::new()),
        instant_book: Some(false),
        check_in_until: Some(CHECK_IN_UNTIL),
        respond_by: None,
        cancel_asked_at: None,
        cancel_asked_by: None,
        cancel_reason: None,
        disputed_at: None,
        imported: true,
        overlaps: new.overlaps(),
        claimed_at: None,
    }
}

fn payment(new: &Planned<'_>) -> payments::Model {
    payments::Model {
        id: id(new, "payment"),
        booking_id: new.old.id.id,
        provider: PROVIDER.to_owned(),
        intent_id: None,
        amount: new.old.total,
        currency: CURRENCY.to_owned(),
        status: "succeeded".to_owned(),
        authorized_at: Some(new.old.created_at),
        capture_before: None,
        captured: if new.was_paid() { new.old.total } else { 0 },
        refunded: 0,
        last_error: None,
        version: 1,
        created_at: new.old.created_at,
        updated_at: new.old.updated_at,
        disputed: None,
    }
}

fn event(new: &Planned<'_>) -> booking_events::Model {
    booking_events::Model {
        booking_id: new.old.id.id,
        version: 1,
        from_state: String::new(),
        to_state: new.state.as_str().to_owned(),
        actor_kind: Who::System.as_str().to_owned(),
        actor_id: None,
        reason: IMPORTED.to_owned(),
        at: new.now,
    }
}

fn night_rows(new: &Planned<'_>) -> impl Iterator<Item = nights::Model> {
    let nights = new.old.stay.dates().filter(|_| new.has_nights);
    nights.map(|night| nights::Model {
        listing_id: new.old.home,
        night,
        booking_id: Some(new.old.id.id),
        block_id: None,
        kind: "booking".to_owned(),
    })
}
