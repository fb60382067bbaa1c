//! What the month holds, as a list: for narrow screens, where a bar has no room for words, and for those who listen.

use chrono::{DateTime, NaiveDate, Utc};
use domain::{reservations::host_label, text::count};
use leptos::prelude::*;
use server::calendars::{Block, CalendarView, StayBar};

use super::nights;
use crate::components::dates;

pub fn view(view: &CalendarView, now: DateTime<Utc>) -> AnyView {
    let mut rows: Vec<(NaiveDate, AnyView)> = Vec::new();
    rows.extend(
        view.stays
            .iter()
            .map(|bar| (bar.stay.check_in, stay(bar, now))),
    );
    rows.extend(
        view.blocks
            .iter()
            .map(|block| (block.nights.first, blocked(view, block))),
    );
    rows.sort_by_key(|(first, _)| *first);
    let list = match rows.is_empty() {
        true => view! { <p class="soft">"Nothing is booked or blocked in this month."</p> }.into_any(),
        false => view! { <ul class="taken-list" role="list">{rows.into_iter().map(|(_, row)| row).collect_view()}</ul> }
            .into_any(),
    };
    view! {
        <section class="taken-part" aria-labelledby="taken">
            <h2 id="taken">{format!("In {}", view.month.label())}</h2>
            {list}
        </section>
    }
    .into_any()
}

fn stay(bar: &StayBar, now: DateTime<Utc>) -> AnyView {
    let what = format!(
        "{}, {}",
        count(bar.stay.nights(), "night"),
        count(bar.guests, "guest")
    );
    view! {
        <li>
            <p class="num">{dates::stay(&bar.stay, now)}</p>
            <p><a href=format!("/host/reservations/{}", bar.booking) dir="auto">{bar.guest.clone()}</a>" "<span class="soft">{what}</span></p>
            <p class="soft">{host_label(bar.state)}</p>
        </li>
    }
    .into_any()
}

fn blocked(view: &CalendarView, block: &Block) -> AnyView {
    let note = match block.note.as_str() {
        "" => "Blocked".to_owned(),
        note => note.to_owned(),
    };
    // What is over stays as it was.
    let left = block
        .nights
        .after(view.today.pred_opt().unwrap_or(view.today));
    view! {
        <li>
            <p class="num">{block.nights.label()}</p>
            <p><span dir="auto">{note}</span>" "<span class="soft">{count(block.nights.count(), "night")}</span></p>
            {match left {
                Some(nights) => nights::free(view, nights, "Open again"),
                None => view! { <p class="soft">"Blocked"</p> }.into_any(),
            }}
        </li>
    }
    .into_any()
}
