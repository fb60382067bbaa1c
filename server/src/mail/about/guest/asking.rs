//! What the guest of a request is written until it is answered.

use super::{host, stay_facts};
use crate::{
    Context,
    bookings::TripView,
    mail::{
        Block,
        about::{
            Written,
            words::{dates, moment},
        },
    },
};

/// None when nobody has to answer (any more).
pub(super) fn requested(trip: &TripView, link: String) -> Option<Written> {
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

pub(super) fn accepted(trip: &TripView, link: String) -> Written {
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

pub(super) fn declined(ctx: &Context, trip: &TripView) -> Written {
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

pub(super) fn expired(ctx: &Context, trip: &TripView) -> Written {
    let mut blocks = vec![Block::text(format!(
        "{} did not answer your request for {} ({}) in time, so it has ended and the nights are free again.",
        host(trip),
        trip.home.title,
        dates(&trip.stay)
    ))];
    blocks.extend(nothing_taken(ctx, trip));
    Written::new(format!("Not answered in time: {}", trip.home.title), blocks)
}

pub(super) fn payment_failed(ctx: &Context, trip: &TripView) -> Written {
    let blocks = vec![
        Block::text(format!(
            "Your payment of {} for {} ({}) could not be taken. Nothing is booked, and you pay nothing. With another card you can book these dates as long as they are free.",
            trip.quote.total_money(),
            trip.home.title,
            dates(&trip.stay)
        )),
        other_homes(ctx, trip),
    ];
    Written::new(
        format!("Not booked: {}, {}", trip.home.title, trip.stay.label()),
        blocks,
    )
}

fn other_homes(ctx: &Context, trip: &TripView) -> Block {
    let stay = &trip.stay;
    let search = format!(
        "{}/search?check_in={}&check_out={}&guests={}",
        ctx.settings.public_url, stay.check_in, stay.check_out, trip.guests
    );
    Block::link("Other homes for these dates", search)
}

fn nothing_taken(ctx: &Context, trip: &TripView) -> [Block; 2] {
    let money = match trip.imported {
        true => {
            "You paid for it before HBnB moved: we give that back by hand, and your trip says when it is done."
        }
        false => {
            "Nothing was taken from your card. Some banks show the reserved amount for a few days until they let it go."
        }
    };
    [Block::text(money), other_homes(ctx, trip)]
}
