//! What a guest is written about a booking.

mod asking;
mod ended;
mod staying;

use super::{
    Written,
    returned::{failed, on_cancelling},
    words::{dates, fact, guests},
};
use crate::{
    Context, Result,
    accounts::Actor,
    bookings::{self, TripView},
    entities,
    mail::Mail,
};

pub(super) async fn write(
    ctx: &Context,
    guest: &Actor,
    booking: &entities::bookings::Model,
    mail: Mail,
) -> Result<Option<Written>> {
    let trip = bookings::trip(ctx, guest, booking.id).await?;
    let link = format!("{}/trips/{}", ctx.settings.public_url, booking.id);
    Ok(match mail {
        Mail::RequestReceived => asking::requested(&trip, link),
        Mail::Accepted => Some(asking::accepted(&trip, link)),
        Mail::Declined => Some(asking::declined(ctx, &trip)),
        Mail::Expired => Some(asking::expired(ctx, &trip)),
        Mail::Confirmed => Some(staying::confirmed(ctx, guest, &trip, link).await?),
        Mail::PaymentFailed => Some(asking::payment_failed(ctx, &trip)),
        Mail::Cancelled => {
            let back = on_cancelling(ctx, booking).await?;
            Some(ended::cancelled(&trip, back, link))
        }
        Mail::RefundFailed(id) => failed(ctx, id)
            .await?
            .map(|(_, owed)| ended::refund_failed(ctx, &trip, owed, link)),
        Mail::Reminder => Some(staying::reminder(&trip, link)),
    })
}

fn host(trip: &TripView) -> &str {
    trip.host_name.as_deref().unwrap_or("The host")
}

fn stay_facts(trip: &TripView) -> Vec<(String, String)> {
    vec![
        fact(
            "Home",
            format!("{}\n{}", trip.home.title, trip.home.place_name),
        ),
        fact("Stay", dates(&trip.stay)),
        fact("Guests", guests(trip.guests)),
        fact("Total", trip.quote.total_money().to_string()),
    ]
}
