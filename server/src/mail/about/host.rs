//! What a host is written about a booking of one of their homes.

use domain::bookings::Who;

use super::{
    Block, Written,
    returned::on_cancelling,
    words::{arrival, bill, dates, departure, fact, guests, moment, reached},
};
use crate::{
    Context, Result,
    accounts::Actor,
    entities::bookings,
    mail::Mail,
    reservations::{self, ReservationView},
};

pub(super) async fn write(
    ctx: &Context,
    host: &Actor,
    booking: &bookings::Model,
    mail: Mail,
) -> Result<Option<Written>> {
    let reservation = reservations::show(ctx, host, booking.id).await?;
    let link = format!(
        "{}/host/reservations/{}",
        ctx.settings.public_url, booking.id
    );
    Ok(match mail {
        Mail::RequestReceived => requested(&reservation, link),
        Mail::Expired => Some(expired(&reservation, link)),
        Mail::Confirmed => Some(confirmed(&reservation, link)),
        Mail::PaymentFailed => Some(payment_failed(&reservation, link)),
        Mail::Cancelled => {
            let back = on_cancelling(ctx, booking).await?;
            Some(cancelled(&reservation, back, link))
        }
        Mail::Reminder => Some(reminder(&reservation, link)),
        Mail::Accepted | Mail::Declined | Mail::RefundFailed(_) => None,
    })
}

/// None when there is nothing to answer (any more).
fn requested(reservation: &ReservationView, link: String) -> Option<Written> {
    let until = moment(
        reservation.timezone,
        reservation.respond_by?,
        &reservation.home,
    );
    let guest = &reservation.guest.name;
    let blocks = vec![
        Block::text(format!(
            "{guest} would like to stay at {}. Please accept or decline until {until}; after that the request ends by itself.",
            reservation.home.title
        )),
        Block::Facts(vec![
            fact("Guest", guest.as_str()),
            fact("Stay", dates(&reservation.stay)),
            fact("Guests", guests(reservation.guests)),
            fact("Total", reservation.quote.total_money().to_string()),
        ]),
        Block::link("Answer the request", link),
    ];
    Some(Written::new(
        format!(
            "{guest} asks for {}, {}",
            reservation.home.title,
            reservation.stay.label()
        ),
        blocks,
    ))
}

fn expired(reservation: &ReservationView, link: String) -> Written {
    let blocks = vec![
        Block::text(format!(
            "The time to answer {}’s request for {} ({}) is over. It has ended, and the nights are free again.",
            reservation.guest.name,
            reservation.home.title,
            dates(&reservation.stay)
        )),
        Block::link("The request", link),
    ];
    Written::new(
        format!("Not answered in time: {}’s request", reservation.guest.name),
        blocks,
    )
}

fn payment_failed(reservation: &ReservationView, link: String) -> Written {
    let guest = &reservation.guest.name;
    let blocks = vec![
        Block::text(format!(
            "The payment of {guest} for {} ({}) could not be taken. Nothing is booked, and the nights are free again.",
            reservation.home.title,
            dates(&reservation.stay)
        )),
        Block::link("The reservation", link),
    ];
    Written::new(
        format!(
            "Not booked: {}, {}",
            reservation.home.title,
            reservation.stay.label()
        ),
        blocks,
    )
}

fn confirmed(reservation: &ReservationView, link: String) -> Written {
    let blocks = vec![
        Block::text(format!("{} is booked and paid.", reservation.home.title)),
        Block::Facts(on_the_day(reservation)),
        bill(&reservation.quote),
        Block::link("The reservation", link),
    ];
    Written::new(
        format!(
            "Booked: {}, {}",
            reservation.home.title,
            reservation.stay.label()
        ),
        blocks,
    )
}

/// Who comes when, and how to reach them.
fn on_the_day(reservation: &ReservationView) -> Vec<(String, String)> {
    let guest = &reservation.guest;
    let reached = guest.contact.as_ref().map(reached);
    vec![
        fact("Guest", reached.unwrap_or_else(|| guest.name.clone())),
        fact(
            "Check in",
            arrival(
                &reservation.stay,
                reservation.check_in_from,
                reservation.check_in_until,
            ),
        ),
        fact(
            "Check out",
            departure(&reservation.stay, reservation.check_out_by),
        ),
        fact("Guests", guests(reservation.guests)),
    ]
}

fn cancelled(reservation: &ReservationView, back: domain::Money, link: String) -> Written {
    let guest = &reservation.guest.name;
    let stay = format!("{}, {}", reservation.home.title, dates(&reservation.stay));
    let own = reservation.cancelled_by == Some(Who::Host);
    let mut blocks = vec![Block::text(match own {
        true => format!("You have cancelled {guest}’s stay: {stay}."),
        false => {
            format!("{guest} has cancelled: {stay}. The nights that have not begun are free again.")
        }
    })];
    if !own {
        blocks.extend(
            reservation
                .reason
                .clone()
                .filter(|why| !why.is_empty())
                .map(Block::Quote),
        );
    }
    blocks.push(Block::text(match back.minor {
        0 => "Nothing goes back to the guest.".to_owned(),
        _ if reservation.imported => format!(
            "{back} goes back to the guest. It was paid before HBnB moved, so the site’s owner gives it back by hand."
        ),
        _ => format!(
            "{back} goes back to the guest. Your share of what is kept is {}.",
            reservation.money.net
        ),
    }));
    blocks.push(Block::link(
        "The reservation, with every movement of money",
        link,
    ));
    Written::new(
        format!(
            "Cancelled: {}, {}",
            reservation.home.title,
            reservation.stay.label()
        ),
        blocks,
    )
}

fn reminder(reservation: &ReservationView, link: String) -> Written {
    let blocks = vec![
        Block::text(format!(
            "{} arrives at {} on {}.",
            reservation.guest.name,
            reservation.home.title,
            domain::stays::long_date(reservation.stay.check_in)
        )),
        Block::Facts(on_the_day(reservation)),
        Block::link("The reservation", link),
    ];
    Written::new(format!("{} arrives soon", reservation.guest.name), blocks)
}
