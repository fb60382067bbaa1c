//! What waits for the host's answer, the one that lapses first at the top.

use chrono::{DateTime, Utc};
use domain::text::count;
use leptos::prelude::*;
use server::dashboard::Request;

use crate::components::{dates, time_left::time_left};

/// The first thing on `/host` as long as somebody waits; nothing otherwise.
pub fn view(requests: &[Request], now: DateTime<Utc>) -> Option<AnyView> {
    if requests.is_empty() {
        return None;
    }
    let rows = requests.iter().map(|request| row(request, now));
    Some(
        view! {
            <section aria-labelledby="requests">
                <h2 id="requests">"Waiting for your answer"</h2>
                <ul class="requests" role="list">{rows.collect_view()}</ul>
            </section>
        }
        .into_any(),
    )
}

fn row(request: &Request, now: DateTime<Utc>) -> AnyView {
    let asks = format!(
        "{}, {}, {}",
        dates::stay(&request.stay, now),
        count(request.stay.nights(), "night"),
        count(request.guests, "guest")
    );
    view! {
        <li>
            <div>
                <h3><a href=format!("/host/reservations/{}", request.booking) dir="auto">{request.guest.clone()}</a></h3>
                <p>{asks}</p>
                <p class="soft" dir="auto">{request.home_title.clone()}</p>
            </div>
            <div class="sum">
                <p class="price">{request.total.to_string()}</p>
                {match request.answer_by {
                    Some(until) => time_left(until, request.timezone, now),
                    None => view! { <p class="soft">"No deadline: it came when HBnB moved"</p> }.into_any(),
                }}
            </div>
        </li>
    }
    .into_any()
}
