//! The stay as a calendar file.

use chrono::{NaiveDate, NaiveTime, TimeDelta};
use domain::bookings::State;
use icalendar::{Calendar, CalendarDateTime, Component, Event, EventLike, EventStatus};
use uuid::Uuid;

use super::{TripView, trip::trip};
use crate::{Context, Result, accounts::Actor};

/// An iCalendar file of the stay, from check-in to check-out by the home's clock; only while the stay is confirmed or
/// over, otherwise `Refused`.
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
        .starts(at(&trip, trip.stay.check_in, trip.check_in_from))
        .ends(at(&trip, trip.stay.check_out, trip.check_out_by))
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

/// A wall time in the home's zone; calendars do the rest.
fn at(trip: &TripView, date: NaiveDate, minutes: u32) -> CalendarDateTime {
    CalendarDateTime::WithTimezone {
        date_time: date.and_time(NaiveTime::MIN) + TimeDelta::minutes(i64::from(minutes)),
        tzid: trip.timezone.name().to_owned(),
    }
}

fn description(trip: &TripView, link: &str) -> String {
    let host = trip
        .host_name
        .as_ref()
        .map(|name| format!("Your host is {name}."));
    let notes = trip.arrival.as_ref().map(|arrival| arrival.notes.clone());
    let lines = [host, notes, Some(link.to_owned())].into_iter().flatten();
    lines
        .filter(|line| !line.is_empty())
        .collect::<Vec<_>>()
        .join("\n")
}
