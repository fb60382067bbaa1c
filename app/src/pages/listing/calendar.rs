//! The nights of thirteen months: free, taken, past. The first two months are shown, the rest is folded away.

use std::fmt::Write;

use chrono::Datelike;
use leptos::prelude::*;
use server::listings::{DayState, ListingView, Month};

const SHOWN: usize = 2;

const WEEKDAYS: &str = "<thead><tr><th scope=\"col\"><abbr title=\"Monday\">Mo</abbr></th><th scope=\"col\"><abbr title=\"Tuesday\">Tu</abbr></th>\
<th scope=\"col\"><abbr title=\"Wednesday\">We</abbr></th><th scope=\"col\"><abbr title=\"Thursday\">Th</abbr></th><th scope=\"col\"><abbr title=\"Friday\">Fr</abbr></th>\
<th scope=\"col\"><abbr title=\"Saturday\">Sa</abbr></th><th scope=\"col\"><abbr title=\"Sunday\">Su</abbr></th></tr></thead>";

pub fn section(home: &ListingView) -> AnyView {
    let (first, rest) = home.calendar.split_at(SHOWN.min(home.calendar.len()));
    let nights = match home.min_nights {
        0 | 1 => String::new(),
        min => format!(
            " The shortest stay is {}.",
            domain::text::count(min, "night")
        ),
    };
    let later = home.chosen.as_ref().is_some_and(|chosen| {
        rest.first()
            .is_some_and(|month| month.first <= chosen.stay.check_in)
    });
    let rest = (!rest.is_empty()).then(|| {
        view! {
            <details class="more" open=later>
                <summary>{format!("{} more", domain::text::count(rest.len() as u32, "month"))}</summary>
                <div class="months" inner_html=months(home, rest)></div>
            </details>
        }
    });
    view! {
        <section class="part" id="calendar" aria-labelledby="free-nights">
            <h2 id="free-nights">"Free nights"</h2>
            <p class="soft">{format!("Crossed out nights are taken.{nights}")}</p>
            <div class="months" inner_html=months(home, first)></div>
            {rest}
        </section>
    }
    .into_any()
}

/// Four hundred cells: written as text, since nothing in them comes from anybody and views would cost more.
fn months(home: &ListingView, months: &[Month]) -> String {
    let mut html = String::with_capacity(months.len() * 1600);
    for month in months {
        // Writing to a String cannot fail.
        let _ = write!(
            html,
            "<table class=\"month\"><caption>{}</caption>{WEEKDAYS}<tbody><tr>",
            month.label
        );
        let before = month.first.weekday().num_days_from_monday();
        if before > 0 {
            let _ = write!(html, "<td colspan=\"{before}\"></td>");
        }
        for day in &month.days {
            if day.date.day() > 1 && day.date.weekday().num_days_from_monday() == 0 {
                html.push_str("</tr><tr>");
            }
            cell(&mut html, home, day);
        }
        html.push_str("</tr></tbody></table>");
    }
    html
}

fn cell(html: &mut String, home: &ListingView, day: &server::listings::Day) {
    let number = day.date.day();
    let chosen = home
        .chosen
        .as_ref()
        .is_some_and(|chosen| chosen.stay.check_in <= day.date && day.date < chosen.stay.check_out);
    let _ = match day.state {
        DayState::Taken => write!(
            html,
            "<td class=\"taken\" data-day=\"{}\"><s>{number}</s><span class=\"visually-hidden\"> taken</span></td>",
            day.date
        ),
        DayState::Past | DayState::TooFar => write!(html, "<td class=\"away\">{number}</td>"),
        DayState::Free if chosen => write!(
            html,
            "<td class=\"chosen\" data-day=\"{}\">{number}</td>",
            day.date
        ),
        DayState::Free => write!(html, "<td data-day=\"{}\">{number}</td>", day.date),
    };
}
