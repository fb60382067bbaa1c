//! What a guest is written about a booking.

use domain::bookings::Who;

use super::{
    Attachment, Block, Written, receipt,
    returned::{amount, failed, on_cancelling},
    words::{arrival, bill, dates, departure, fact, guests, moment, reached},
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
        Mail::RequestReceived => requested(&trip, link),
        Mail::Accepted => Some(accepted(&trip, link)),
        Mail::Declined => Some(declined(ctx, &trip)),
        Mail::Expired => Some(expired(ctx, &trip)),
        Mail::Confirmed => Some(confirmed(ctx, guest, &trip, link).await?),
        Mail::Cancelled => {
            let back = on_cancelling(ctx, booking).await?;
            Some(cancelled(&trip, back, link))
        }
        Mail::RefundFailed(id) => match failed(ctx, id).await? {
            Some(refund) => Some(refund_failed(ctx, &trip, amount(&refund)?, link)),
            None => None,
        },
        Mail::Reminder => Some(reminder(&trip, link)),
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

/// None when nobody has to answer (any more).
fn requested(trip: &TripView, link: String) -> Option<Written> {
    let until = moment(trip.timezone, trip.respond_by?, &trip.home);
    let total = trip.quote.total_money();
    let blocks = vec![
        Block::text(format!(
            "Your request is with {}, who has until {until} to answer. {total} is reserved on your card: it is taken only when the request is accepted.",
            host(trip)
        )),
        Block::Facts(stay_facts(trip)),
        Block::link("Your request", link),
        Block::text("Until there is an answer you can withdraw it there; then nothing is taken."),
    ];
    Some(Written::new(
        format!("Your request: {}, {}", trip.home.title, trip.stay.label()),
        blocks,
    ))
}

fn accepted(trip: &TripView, link: String) -> Written {
    let blocks = vec![
        Block::text(format!(
            "{} accepted your request. {} is being taken from your card; the confirmation, with the address and your receipt, comes in a mail of its own.",
            host(trip),
            trip.quote.total_money()
        )),
        Block::Facts(stay_facts(trip)),
        Block::link("Your trip", link),
    ];
    Written::new(
        format!("Accepted: {}, {}", trip.home.title, trip.stay.label()),
        blocks,
    )
}

fn declined(ctx: &Context, trip: &TripView) -> Written {
    let mut blocks = vec![Block::text(format!(
        "{} cannot take your stay at {} ({}).",
        host(trip),
        trip.home.title,
        dates(&trip.stay)
    ))];
    blocks.extend(trip.reason.clone().map(Block::Quote));
    blocks.extend(nothing_taken(ctx, trip));
    Written::new(format!("Declined: {}", trip.home.title), blocks)
}

fn expired(ctx: &Context, trip: &TripView) -> Written {
    let mut blocks = vec![Block::text(format!(
        "{} did not answer your request for {} ({}) in time, so it has ended and the nights are free again.",
        host(trip),
        trip.home.title,
        dates(&trip.stay)
    ))];
    blocks.extend(nothing_taken(ctx, trip));
    Written::new(format!("Not answered in time: {}", trip.home.title), blocks)
}

fn nothing_taken(ctx: &Context, trip: &TripView) -> [Block; 2] {
    let stay = &trip.stay;
    let search = format!(
        "{}/search?check_in={}&check_out={}&guests={}",
        ctx.settings.public_url, stay.check_in, stay.check_out, trip.guests
    );
    [
        Block::text(
            "Nothing was taken from your card. Some banks show the reserved amount for a few days until they let it go.",
        ),
        Block::link("Other homes for these dates", search),
    ]
}

async fn confirmed(ctx: &Context, guest: &Actor, trip: &TripView, link: String) -> Result<Written> {
    let mut blocks = vec![
        Block::text(
            "Your stay is confirmed and paid. Here is all you need; the calendar file and your receipt are attached.",
        ),
        Block::Facts(on_the_day(trip)),
    ];
    blocks.extend(notes(trip));
    blocks.push(bill(&trip.quote));
    let mut attachments = vec![Attachment {
        name: "stay.ics".to_owned(),
        content_type: "text/calendar; charset=utf-8; method=PUBLISH",
        text: bookings::ics(ctx, guest, trip.id).await?,
    }];
    if let Some(paid) = &trip.receipt {
        blocks.push(Block::text(receipt::paid(trip, paid)));
        attachments.push(receipt::attachment(&ctx.settings, trip, paid));
    }
    blocks.extend(terms(trip));
    blocks.push(Block::link("Your trip", link));
    Ok(Written {
        subject: format!("Confirmed: {}, {}", trip.home.title, trip.stay.label()),
        blocks,
        attachments,
    })
}

/// When, where, whom to call.
fn on_the_day(trip: &TripView) -> Vec<(String, String)> {
    let address = trip
        .arrival
        .as_ref()
        .map(|arrival| arrival.address.as_str());
    let place = address.filter(|text| !text.is_empty());
    let mut facts = vec![
        fact("Home", trip.home.title.as_str()),
        fact("Where", place.unwrap_or(&trip.home.place_name)),
        fact(
            "Check in",
            arrival(&trip.stay, trip.check_in_from, trip.check_in_until),
        ),
        fact("Check out", departure(&trip.stay, trip.check_out_by)),
        fact("Guests", guests(trip.guests)),
    ];
    facts.extend(
        trip.host_contact
            .as_ref()
            .map(|host| fact("Your host", reached(host))),
    );
    facts
}

/// How to get in, in the host's words.
fn notes(trip: &TripView) -> Option<Block> {
    let notes = trip.arrival.as_ref()?.notes.trim();
    (!notes.is_empty()).then(|| Block::Quote(notes.to_owned()))
}

/// What comes back on cancelling, until when; the steps under way are left to the page.
fn terms(trip: &TripView) -> Option<Block> {
    let lines: Vec<&str> = trip
        .cancellation
        .iter()
        .filter(|step| !step.under_way)
        .map(|step| step.line.as_str())
        .collect();
    (!lines.is_empty()).then(|| Block::text(format!("If you cancel: {}.", lines.join(". "))))
}

fn cancelled(trip: &TripView, back: domain::Money, link: String) -> Written {
    let by = match trip.cancelled_by {
        Some(Who::Host) => format!("{} has cancelled your stay", host(trip)),
        Some(Who::Guest) => "Your stay is cancelled, as you asked".to_owned(),
        _ => "Your stay is cancelled".to_owned(),
    };
    let mut blocks = vec![Block::text(format!(
        "{by}: {}, {}.",
        trip.home.title,
        dates(&trip.stay)
    ))];
    if trip.cancelled_by == Some(Who::Host) {
        blocks.extend(trip.reason.clone().map(Block::Quote));
    }
    blocks.push(Block::text(match back.minor {
        0 => "By the terms you booked on nothing comes back.".to_owned(),
        _ => format!(
            "{back} is on its way back to your card. Banks take up to ten days to show it; your trip says how far it is."
        ),
    }));
    blocks.push(Block::link("Your trip, with every movement of money", link));
    Written::new(
        format!("Cancelled: {}, {}", trip.home.title, trip.stay.label()),
        blocks,
    )
}

fn refund_failed(ctx: &Context, trip: &TripView, amount: domain::Money, link: String) -> Written {
    let blocks = vec![
        Block::text(format!(
            "Your bank did not take the {amount} that we sent back for {} ({}). It is still yours: we owe it to you until it has arrived.",
            trip.home.title,
            dates(&trip.stay)
        )),
        Block::text(format!(
            "We have been told and look for another way. If your card was closed or replaced, please write to {}.",
            ctx.settings.support_email
        )),
        Block::link("Your trip, with every movement of money", link),
    ];
    Written::new(format!("Your refund of {amount} did not arrive"), blocks)
}

fn reminder(trip: &TripView, link: String) -> Written {
    let mut blocks = vec![
        Block::text(format!(
            "Your stay begins on {}.",
            domain::stays::long_date(trip.stay.check_in)
        )),
        Block::Facts(on_the_day(trip)),
    ];
    blocks.extend(notes(trip));
    blocks.push(Block::link("Your trip", link));
    Written::new(
        format!("{}: your stay begins soon", trip.home.title),
        blocks,
    )
}
