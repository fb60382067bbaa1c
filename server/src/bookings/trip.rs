//! One trip, with what a guest needs before and after arriving.

use domain::{
    bookings::State,
    cancellation::timeline,
    money::{Currency, Money},
};
use sea_orm::EntityTrait;
use uuid::Uuid;

use super::{
    Arrival, Contact, Receipt, TripView, checkout::home_of, history::history, records, refunded,
};
use crate::{
    Context, Error, Result,
    accounts::Actor,
    entities::{bookings, listings, payments, users},
    imports::source_name,
};

/// The booking as its guest sees it; another's is not found.
pub async fn trip(ctx: &Context, actor: &Actor, id: Uuid) -> Result<TripView> {
    let booking = records::own(&ctx.db, actor, id).await?;
    let missing = || Error::Internal(format!("the home of booking {id} is missing"));
    let listing = listings::Entity::find_by_id(booking.listing_id)
        .one(&ctx.db)
        .await?
        .ok_or_else(missing)?;
    let host = host_of(ctx, &booking).await?;
    let columns = home_of(ctx, id).await?;
    let quote = records::quote(&ctx.db, &booking).await?;
    let payment = records::payment(&ctx.db, id).await?;
    let terms = records::terms(&booking, columns.city())?;
    let state = records::state(&booking)?;
    Ok(TripView {
        id,
        home: columns.home(),
        host_name: host
            .as_ref()
            .map(|host| host.first_name.clone())
            .or_else(|| listing.host_name.clone()),
        stay: terms.stay,
        guests: booking.guests,
        state,
        timezone: terms.timezone,
        policy: terms.policy,
        cancellation: cancellation(&terms, &quote, state, ctx),
        quote,
        receipt: receipt(ctx, &booking, payment).await?,
        history: history(&ctx.db, id).await?,
        booked_at: booking.created_at,
        instant_book: booking.instant_book.unwrap_or(listing.instant_book),
        respond_by: records::respond_by(&booking),
        cancel_asked: records::cancel_asked(&booking),
        cancelled_by: records::cancelled_by(&booking),
        disputed: booking.disputed_at.is_some(),
        refunds: refunded::of(&ctx.db, id).await?,
        arrival: arrival(&listing, host.as_ref(), state),
        host_contact: contact(host.as_ref(), state),
        check_in_from: booking.check_in_minutes,
        check_in_until: booking.check_in_until.unwrap_or(listing.check_in_until),
        check_out_by: booking.check_out_minutes.unwrap_or(listing.check_out_by),
        house_rules: booking.house_rules.unwrap_or(listing.house_rules),
        reason: booking.cancel_reason,
        imported: booking.imported,
        source: listing
            .source
            .as_deref()
            .map(|word| source_name(word).to_owned()),
    })
}

/// Nothing is told of cancelling what has ended.
fn cancellation(
    terms: &domain::cancellation::Terms,
    quote: &domain::pricing::Quote,
    state: State,
    ctx: &Context,
) -> Vec<domain::cancellation::Step> {
    if state.is_final() {
        return Vec::new();
    }
    timeline(terms, quote, ctx.clock.now())
}

/// Only who has a confirmed stay learns the address and the host's number.
fn arrival(
    listing: &listings::Model,
    host: Option<&users::Model>,
    state: State,
) -> Option<Arrival> {
    (state == State::Confirmed).then(|| Arrival {
        address: listing.address.clone(),
        latitude: listing.latitude,
        longitude: listing.longitude,
        notes: listing.arrival_notes.clone(),
        host_phone: host.and_then(|host| host.phone.clone()),
    })
}

fn contact(host: Option<&users::Model>, state: State) -> Option<Contact> {
    let host = host.filter(|_| state == State::Confirmed)?;
    Some(Contact {
        name: format!("{} {}", host.first_name, host.last_name),
        email: host.email.clone(),
        phone: host.phone.clone(),
    })
}

/// `None` for a sample home.
async fn host_of(ctx: &Context, booking: &bookings::Model) -> Result<Option<users::Model>> {
    match booking.host_id {
        Some(id) => Ok(users::Entity::find_by_id(id).one(&ctx.db).await?),
        None => Ok(None),
    }
}

async fn receipt(
    ctx: &Context,
    booking: &bookings::Model,
    payment: payments::Model,
) -> Result<Option<Receipt>> {
    let (Some(paid_at), Some(payment_id)) = (booking.confirmed_at, payment.intent_id) else {
        return Ok(None);
    };
    let guest = users::Entity::find_by_id(booking.guest_id)
        .one(&ctx.db)
        .await?;
    let short: String = booking.id.simple().to_string().chars().take(8).collect();
    Ok(Some(Receipt {
        number: format!("HB-{}", short.to_uppercase()),
        guest_name: guest
            .map(|guest| format!("{} {}", guest.first_name, guest.last_name))
            .unwrap_or_default(),
        paid: Money::new(payment.captured, Currency::parse(&payment.currency)?),
        paid_at,
        provider: payment.provider,
        payment_id,
    }))
}
