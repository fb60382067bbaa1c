//! Who comes, who leaves and who is here today; then what the next seven days bring.

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    listings::Status,
    stays::{clock_time, day_and_month},
    text::count,
};
use leptos::prelude::*;
use server::dashboard::{Dashboard, Visit};

use crate::components::dates;

pub fn view(dashboard: &Dashboard, now: DateTime<Utc>) -> AnyView {
    let let_now = |status| matches!(status, Status::Published | Status::Paused);
    let quiet = dashboard.arrivals.is_empty()
        && dashboard.here.is_empty()
        && dashboard.departures.is_empty();
    if quiet && !dashboard.homes.iter().any(|card| let_now(card.status)) {
        return ().into_any();
    }
    let comes_today = |visit: &&Visit| visit.stay.check_in == visit.today;
    let leaves_today = |visit: &&Visit| visit.stay.check_out == visit.today;
    let arriving: Vec<&Visit> = dashboard.arrivals.iter().filter(comes_today).collect();
    let leaving: Vec<&Visit> = dashboard.departures.iter().filter(leaves_today).collect();
    let here: Vec<&Visit> = dashboard
        .here
        .iter()
        .filter(|visit| !leaves_today(visit))
        .collect();
    view! {
        <section aria-labelledby="today">
            <h2 id="today">"Today"</h2>
            <div class="today">
                {column("Arriving", &arriving, "Nobody arrives today.", arrives)}
                {column("Leaving", &leaving, "Nobody leaves today.", leaves)}
                {column("Here", &here, "Nobody else is here.", stays_until)}
            </div>
            {ahead(dashboard, now)}
            {dashboard.more.then(|| view! {
                <p class="soft">"There are more than fit here. "<a href="/host/reservations">"See all reservations"</a></p>
            })}
        </section>
    }
    .into_any()
}

fn column(
    title: &'static str,
    visits: &[&Visit],
    nobody: &'static str,
    when: fn(&Visit) -> String,
) -> AnyView {
    let rows = visits.iter().map(|visit| {
        view! {
            <li>
                <a href=address(visit)>{who(visit)}</a>
                <p>{when(visit)}</p>
                <p class="soft" dir="auto">{visit.home_title.clone()}</p>
            </li>
        }
    });
    let list = match visits.is_empty() {
        true => view! { <p class="soft">{nobody}</p> }.into_any(),
        false => view! { <ul role="list">{rows.collect_view()}</ul> }.into_any(),
    };
    let number = visits.len();
    view! {
        <div class=if number == 0 { "nobody" } else { "somebody" }>
            <h3>{title}" "<span class="num">{number}</span></h3>
            {list}
        </div>
    }
    .into_any()
}

/// The arrivals and departures of the days after today, in their order.
fn ahead(dashboard: &Dashboard, now: DateTime<Utc>) -> Option<AnyView> {
    let arrivals = dashboard.arrivals.iter();
    let departures = dashboard.departures.iter();
    let mut moves: Vec<(NaiveDate, &'static str, &Visit)> = arrivals
        .map(|visit| (visit.stay.check_in, "arrives", visit))
        .chain(departures.map(|visit| (visit.stay.check_out, "leaves", visit)))
        .filter(|(date, _, visit)| *date > visit.today)
        .collect();
    if moves.is_empty() {
        return None;
    }
    // Who leaves makes room for who arrives.
    moves.sort_by_key(|(date, what, _)| (*date, *what == "arrives"));
    let days = moves.chunk_by(|one, next| one.0 == next.0).map(|moves| {
        let date = moves[0].0;
        let moves = moves.iter().map(|(_, what, visit)| {
            view! {
                <li>
                    <p><a href=address(visit)>{who(visit)}</a>" "{*what}</p>
                    <p class="soft" dir="auto">{visit.home_title.clone()}</p>
                </li>
            }
        });
        view! {
            <li>
                <time class="num" datetime=date.to_string()>{dates::day(date, now)}</time>
                <ul role="list">{moves.collect_view()}</ul>
            </li>
        }
    });
    Some(
        view! {
            <h3 class="ahead-title">"The next seven days"</h3>
            <ul class="ahead" role="list">{days.collect_view()}</ul>
        }
        .into_any(),
    )
}

fn address(visit: &Visit) -> String {
    format!("/host/reservations/{}", visit.booking)
}

fn who(visit: &Visit) -> AnyView {
    let others = (visit.guests > 1).then(|| format!(" and {} more", visit.guests - 1));
    view! { <span dir="auto">{visit.guest.clone()}</span>{others} }.into_any()
}

fn arrives(visit: &Visit) -> String {
    format!(
        "from {}, for {}",
        clock_time(visit.check_in_from),
        count(visit.stay.nights(), "night")
    )
}

fn leaves(visit: &Visit) -> String {
    format!("by {}", clock_time(visit.check_out_by))
}

fn stays_until(visit: &Visit) -> String {
    format!("until {}", day_and_month(visit.stay.check_out))
}
