//! `/host/reservations/{id}`: what waits for the host's answer; who comes, when, how many, how to reach them; then the money
//! and what happened so far.

mod answer;
pub mod cancel;
mod money;

use chrono::{DateTime, Utc};
use domain::{
    bookings::State,
    reservations::host_label,
    stays::{clock_time, minutes_in},
    text::count,
};
use leptos::prelude::*;
use server::{
    bookings::Contact,
    payments,
    reservations::{self, Guest, ReservationView},
};
use uuid::Uuid;

use crate::{
    components::{
        ErrorSummary, Icon, dates,
        history::history,
        icon,
        picture::{When, decoration, sizes},
        toast::toast,
    },
    page::Page,
    visit::Visit,
};

/// One booking of one of the visitor's homes.
pub async fn page(visit: &Visit, id: Uuid) -> server::Result<Page> {
    let booking = reservations::show(&visit.ctx, visit.actor()?, id).await?;
    let movements = payments::timeline(&visit.ctx, visit.actor()?, id).await?;
    let now = visit.now();
    let head = answer::head(booking.state);
    let title = format!("Reservation of {}", booking.guest.name);
    let body = view! {
        <div class="wrap host">
            <div class="page-head stack stack-s">
                <p class="soft on-screen"><a href="/host/reservations">"Reservations"</a></p>
                {state(&booking)}
                <h1 dir="auto">{booking.guest.name.clone()}</h1>
                <p class="soft">{count(booking.guests, "guest")}" at "<span dir="auto">{booking.home.title.clone()}</span></p>
            </div>
            {done(visit)}
            <ErrorSummary form=visit.form.clone()/>
            {answer::note(&booking)}
            <div class="trip">
                <div>
                    {answer::request(&booking, &visit.form, now)}
                    {when(&booking, now)}
                    {contact(&booking)}
                    {history(&booking.history, booking.timezone, now)}
                </div>
                <div>
                    {decoration(&booking.home.cover, sizes::ASIDE, When::Now)}
                    {links(&booking)}
                    {money::view(&booking, &movements, now)}
                </div>
            </div>
        </div>
    };
    Ok(Page::new(title, body).head(head))
}

/// `…/money.csv`: every movement of the money, as a file.
pub async fn csv(visit: &Visit, id: Uuid) -> server::Result<Page> {
    let text = payments::timeline_csv(&visit.ctx, visit.actor()?, id).await?;
    let name = format!("hbnb-money-{id}.csv");
    Ok(Page::file("text/csv; charset=utf-8", name, text))
}

/// What was just done, said once.
fn done(visit: &Visit) -> Option<AnyView> {
    let sentence = match visit.param("saved")? {
        "accepted" => "You accepted. Your guest is told as soon as the payment is taken.",
        "declined" => "You declined. Your guest has been told.",
        "cancelled" => {
            "The stay is cancelled. Your guest has been told, and the refund is on its way."
        }
        _ => return None,
    };
    visit.form.is_empty().then(|| toast(sentence))
}

fn state(booking: &ReservationView) -> AnyView {
    let (shape, class) = match booking.state {
        State::Confirmed | State::Completed => (Icon::Check, "state good"),
        State::Held | State::Expiring | State::Authorized | State::Capturing => {
            (Icon::Clock, "state")
        }
        _ => (Icon::Close, "state"),
    };
    let until = booking
        .hold_expires_at
        .map(|at| format!(", until {}", clock_time(minutes_in(booking.timezone, at))));
    view! {
        <p class=class>{icon(shape)}{host_label(booking.state)}{until}</p>
        {answer::reason(booking)}
    }
    .into_any()
}

fn when(booking: &ReservationView, now: DateTime<Utc>) -> AnyView {
    let place = &booking.home.place_name;
    let city = place.rsplit(", ").next().unwrap_or_default().to_owned();
    view! {
        <section aria-labelledby="when">
            <h2 id="when">"When"</h2>
            <div class="day">
                <div>
                    <p class="soft">"Arrives"</p>
                    <p class="date">{dates::day(booking.stay.check_in, now)}</p>
                    <p>"from "{clock_time(booking.check_in_from)}</p>
                </div>
                <div>
                    <p class="soft">"Leaves"</p>
                    <p class="date">{dates::day(booking.stay.check_out, now)}</p>
                    <p>"by "{clock_time(booking.check_out_by)}</p>
                </div>
            </div>
            <p class="soft">{count(booking.stay.nights(), "night")}". Times are those in "{city}"."</p>
        </section>
    }
    .into_any()
}

fn contact(booking: &ReservationView) -> AnyView {
    let content = match &booking.guest.contact {
        Some(contact) => reach(contact),
        None => {
            let sentence = match booking.state {
                State::Held | State::Expiring | State::Authorized | State::Capturing => {
                    "Once the stay is confirmed you find their e-mail address and phone number here."
                }
                _ => "This did not become a stay, so there is nobody to reach.",
            };
            view! { <p class="soft">{sentence}</p> }.into_any()
        }
    };
    view! {
        <section aria-labelledby="contact">
            <h2 id="contact">"Your guest"</h2>
            {said(&booking.guest)}
            {content}
        </section>
    }
    .into_any()
}

/// What they say of themselves.
fn said(guest: &Guest) -> AnyView {
    let lives = guest.home_location.clone();
    let lives = lives.map(|place| view! { <p>"Lives in "<span dir="auto">{place}</span></p> });
    let about = guest.about.clone();
    let about = about.map(|words| view! { <p class="as-typed" dir="auto">{words}</p> });
    view! { {lives}{about} }.into_any()
}

fn reach(contact: &Contact) -> AnyView {
    let phone = contact.phone.clone().map(|phone| {
        let number: String = phone
            .chars()
            .filter(|c| c.is_ascii_digit() || *c == '+')
            .collect();
        view! { <div><dt>"Phone"</dt><dd><a href=format!("tel:{number}")>{phone}</a></dd></div> }
    });
    let email = contact.email.clone();
    view! {
        <dl class="stay-facts">
            {phone}
            <div><dt>"E-mail"</dt><dd><a href=format!("mailto:{email}") dir="auto">{email.clone()}</a></dd></div>
        </dl>
    }
    .into_any()
}

fn links(booking: &ReservationView) -> AnyView {
    let home = booking.home.id;
    let cancel = answer::can_cancel(booking).then(|| {
        view! { <li><a href=format!("/host/reservations/{}/cancel", booking.id)>"Cancel this stay"</a></li> }
    });
    let month = domain::calendars::Month::of(booking.stay.check_in).slug();
    view! {
        <ul class="row on-screen" role="list">
            <li><a href=format!("/host/homes/{home}/calendar?month={month}")>"See it in the calendar"</a></li>
            <li><a href=format!("/host/homes/{home}")>"Your home"</a></li>
            {cancel}
        </ul>
    }
    .into_any()
}
