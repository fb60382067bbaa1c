//! The month as a table: a cell for each day and the night that begins on it, and bars for stays.

use chrono::{Datelike, NaiveDate};
use domain::{
    calendars::Month,
    stays::day_and_month,
    text::{count, excerpt},
};
use leptos::prelude::*;
use server::calendars::{CalendarView, Day, DayState};

use super::address;
use crate::{
    components::{Icon, icon},
    islands::host::HostTools,
};

mod bars;

const WEEKDAYS: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];

pub fn view(view: &CalendarView) -> AnyView {
    let heads = WEEKDAYS.map(|name| {
        let (short, rest) = name.split_at(3);
        view! { <th scope="col">{short}<span class="rest">{rest}</span></th> }
    });
    view! {
        <section class="calendar-month" aria-labelledby="month">
            <div class="row between">
                <h2 id="month">{view.month.label()}</h2>
                {months(view)}
            </div>
            <div class="plan-frame" data-wake="">
                <table class="plan" id="plan" aria-labelledby="month">
                    <thead><tr>{heads.collect_view()}</tr></thead>
                    <tbody>{weeks(view)}</tbody>
                </table>
                <HostTools/>
            </div>
            {prices(view)}
        </section>
    }
    .into_any()
}

/// To the months around, and back to today's.
fn months(view: &CalendarView) -> AnyView {
    let link = |month: Option<Month>, rel: &'static str, shape: Icon| {
        month.map(|month| {
            view! {
                <li><a class="button button--icon" rel=rel href=address(view, &month)>
                    {icon(shape)}<span class="visually-hidden">{month.label()}</span>
                </a></li>
            }
        })
    };
    let this = Month::of(view.today);
    let today = (this != view.month)
        .then(|| view! { <li><a class="button" href=address(view, &this)>"Today"</a></li> });
    view! {
        <nav aria-label="Months"><ul class="row" role="list">
            {today}
            {link(view.previous, "prev", Icon::ArrowLeft)}
            {link(view.next, "next", Icon::ArrowRight)}
        </ul></nav>
    }
    .into_any()
}

fn prices(view: &CalendarView) -> AnyView {
    let currency = view
        .days
        .iter()
        .find_map(|day| day.price)
        .map(|price| price.currency.code());
    match currency {
        Some(code) => view! {
            <p class="soft fine">{format!("Prices are per night, in {code}, before the cleaning fee. Days are those of {}.", city(view))}</p>
        }
        .into_any(),
        None => view! {
            <p class="soft fine">"This home has no price yet. "<a href=format!("/host/homes/{}/price", view.home.id)>"Set its price"</a></p>
        }
        .into_any(),
    }
}

fn city(view: &CalendarView) -> String {
    let place = view.home.place_name.rsplit(", ").next();
    place.unwrap_or_default().to_owned()
}

fn weeks(view: &CalendarView) -> AnyView {
    let mut days = view.days.iter().peekable();
    let mut rows = Vec::new();
    while let Some(first) = days.peek() {
        let before = first.date.weekday().num_days_from_monday();
        let mut cells: Vec<AnyView> = (0..before).map(|_| empty()).collect();
        while cells.len() < 7
            && let Some(day) = days.next()
        {
            cells.push(cell(view, day));
        }
        while cells.len() < 7 {
            cells.push(empty());
        }
        rows.push(view! { <tr>{cells}</tr> });
    }
    rows.collect_view().into_any()
}

fn empty() -> AnyView {
    view! { <td class="outside"></td> }.into_any()
}

fn cell(view: &CalendarView, day: &Day) -> AnyView {
    let (state, words) = standing(view, day);
    let today = (day.date == view.today).then_some("date");
    let label = day_and_month(day.date);
    let open = (!day.fixed).then(|| (day.date.to_string(), label.clone()));
    let (date, short) = open.unzip();
    let rate = matches!(day.state, DayState::Free)
        .then_some(day.price)
        .flatten()
        .map(rate);
    view! {
        <td class=state aria-current=today
            data-day=date data-label=short>
            <span class="visually-hidden">{label}{words}</span>
            <span class="date num" aria-hidden="true">{day.date.day()}</span>
            {rate}
            {note(view, day)}
            {bars::of(view, day)}
        </td>
    }
    .into_any()
}

/// The sign stands apart, so that a phone can do without it.
fn rate(price: domain::Money) -> AnyView {
    let words = price.short();
    let sign = price.currency.symbol();
    let number = words.strip_prefix(&sign).unwrap_or(&words).to_owned();
    view! { <span class="rate num" aria-hidden="true"><span class="sign">{sign}</span>{number}</span> }
        .into_any()
}

/// The class of a cell, and what it says to those who do not see it.
fn standing(view: &CalendarView, day: &Day) -> (&'static str, String) {
    let leaves = day
        .departure
        .and_then(|id| view.stay(id))
        .map(|stay| format!(", {} leaves", stay.guest))
        .unwrap_or_default();
    let (class, words) = match day.state {
        DayState::Free if day.fixed => ("past", String::new()),
        DayState::Free => {
            let price = day.price.map(|price| format!(" at {}", price.short()));
            ("free", format!(", free{}", price.unwrap_or_default()))
        }
        DayState::Past => ("past", ", over".to_owned()),
        DayState::Elsewhere => ("blocked", ", taken by another calendar".to_owned()),
        DayState::Blocked { block } => {
            let note = view.block(block).map(|block| block.note.as_str());
            let note = note.filter(|note| !note.is_empty());
            let note = note.map(|note| format!(": {}", excerpt(note, 60)));
            ("blocked", format!(", blocked{}", note.unwrap_or_default()))
        }
        DayState::Booked { booking } | DayState::Held { booking } => {
            let arrives = day.arrival.and_then(|id| view.stay(id));
            let words = match (arrives, view.stay(booking)) {
                (Some(stay), _) => format!(
                    ", {} arrives with {} for {}",
                    stay.guest,
                    count(stay.guests, "guest"),
                    count(stay.stay.nights(), "night")
                ),
                (None, Some(stay)) => format!(", {} stays", stay.guest),
                (None, None) => ", booked".to_owned(),
            };
            ("booked", words)
        }
    };
    let class = match class {
        "blocked" if day.fixed => "past blocked",
        _ if day.fixed => "past",
        class => class,
    };
    (class, leaves + &words)
}

/// On a block's first day of a week: why, over all of its days in that week.
fn note(view: &CalendarView, day: &Day) -> Option<AnyView> {
    let (words, nights) = match day.state {
        DayState::Elsewhere => ("Taken elsewhere".to_owned(), 1),
        DayState::Blocked { block } => {
            let block = view.block(block)?;
            begins(view, day.date, block.nights.first).then_some(())?;
            let note = Some(block.note.clone()).filter(|note| !note.is_empty());
            let last = block
                .nights
                .last
                .min(bars::end_of_week(day.date, view.month.last()));
            let nights = (last - day.date).num_days() + 1;
            (note.unwrap_or_else(|| "Blocked".to_owned()), nights)
        }
        _ => return None,
    };
    Some(
        view! { <span class="why" data-halves=nights * 2 aria-hidden="true" dir="auto">{words}</span> }
            .into_any(),
    )
}

/// Whether what began on `first` is drawn anew on this day: there, on each Monday, and on the month's first.
fn begins(view: &CalendarView, date: NaiveDate, first: NaiveDate) -> bool {
    date == first || date == view.month.first() || date.weekday().num_days_from_monday() == 0
}
