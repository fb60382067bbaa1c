//! What a guest is written when a stay was cancelled, and when the money did not come back.

use domain::{Money, bookings::Who};

use super::host;
use crate::{
    Context,
    bookings::TripView,
    mail::{
        Block,
        about::{Written, words::dates},
    },
};

pub(super) fn cancelled(trip: &TripView, back: Money, link: String) -> Written {
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
        _ if trip.imported => format!(
            "{back} comes back to you. You paid for it before HBnB moved, so we give it back by hand; your trip says when it is done."
        ),
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

pub(super) fn refund_failed(
    ctx: &Context,
    trip: &TripView,
    amount: Money,
    link: String,
) -> Written {
    let blocks = vec![
        Block::text(format!(
            "Your refund of {amount} for {} ({}) could not be paid to your card. It is still yours: we owe it to you until it has arrived.",
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
