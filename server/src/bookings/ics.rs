//! The stay as a calendar file.

use domain::{
    bookings::State,
    stays::{clock_time, local_to_utc, long_date},
};
use icalendar::{Calendar, Component, Event, EventLike, EventStatus};
use uuid::Uuid;

use super::{TripView, trip::trip};
use crate::{Context, Result, accounts::Actor};

/// An iCalendar file of the stay, from check-in to check-out; only while the stay is confirmed or over, otherwise `Refused`. The two
/// instants are in UTC, which every calendar knows: a zone's name would need its rules beside it. The home's own times are in words.
pub async fn ics(ctx: &Context, actor: &Actor, id: Uuid) -> Result<String> {
    let trip = trip(ctx, actor, id).await?;
    if !matches!(trip.state, State::Confirmed | State::Completed) {
        let sentence = "There is a calendar file once the stay is confirmed.".to_owned();
        return Err(domain::Error::Refused(sentence).into());
    }
    let link = format!("{}/trips/{id}", ctx.settings.public_url);
    let mut event = Event::new();
    event
        // The same booking is the same event, however often it is fetched.
        .uid(&format!("{id}@hbnb"))
        .timestamp(trip.booked_at)
        .summary(&format!("Stay: {}", trip.home.title))
        .starts(local_to_utc(
            trip.timezone,
            trip.stay.check_in,
            trip.check_in_from,
        ))
        .ends(local_to_utc(
            trip.timezone,
            trip.stay.check_out,
            trip.check_out_by,
        ))
        .status(EventStatus::Confirmed)
        .description(&description(&trip, &link))
        .url(&link);
    event.location(place(&trip));
    let mut calendar = Calendar::new();
    calendar.name("HBnB").push(event.done());
    Ok(calendar.to_string())
}

/// The address while it may be told; sources of sample homes give none.
fn place(trip: &TripView) -> &str {
    match &trip.arrival {
        Some(arrival) if !arrival.address.is_empty() => &arrival.address,
        _ => &trip.home.place_name,
    }
}

/// Check-in and check-out by the clock on the home's wall.
fn local_times(trip: &TripView) -> String {
    format!(
        "Check in: {}, from {}. Check out: {}, by {}. These are local times ({}).",
        long_date(trip.stay.check_in),
        clock_time(trip.check_in_from),
        long_date(trip.stay.check_out),
        clock_time(trip.check_out_by),
        trip.timezone.name()
    )
}

fn description(trip: &TripView, link: &str) -> String {
    let host = trip
        .host_name
        .as_ref()
        .map(|name| format!("Your host is {name}."));
    let notes = trip.arrival.as_ref().map(|arrival| arrival.notes.clone());
    let lines = [Some(local_times(trip)), host, notes, Some(link.to_owned())];
    lines
        .into_iter()
        .flatten()
        .filter(|line| !line.is_empty())
        .collect::<Vec<_>>()
        .join("\n")
}
