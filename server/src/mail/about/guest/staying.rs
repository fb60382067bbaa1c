//! What a guest is written who will stay: the confirmation, and the reminder.

use crate::{
    Context, Result,
    accounts::Actor,
    bookings::{self, TripView},
    mail::{
        Attachment, Block,
        about::{
            Written, receipt,
            words::{arrival, bill, departure, fact, guests, reached},
        },
    },
};

pub(super) async fn confirmed(
    ctx: &Context,
    guest: &Actor,
    trip: &TripView,
    link: String,
) -> Result<Written> {
    let mut blocks = vec![
        Block::text(match trip.imported {
            true => {
                "Your stay is confirmed and paid. Here is all you need; the calendar file is attached."
            }
            false => {
                "Your stay is confirmed and paid. Here is all you need; the calendar file and your receipt are attached."
            }
        }),
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

pub(super) fn reminder(trip: &TripView, link: String) -> Written {
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
    (!lines.is_empty()).then(|| Block::Facts(vec![fact("If you cancel", lines.join("\n"))]))
}
