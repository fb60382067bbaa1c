//! What happened to a booking so far, for its guest and its host.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use leptos::prelude::*;
use server::bookings::HistoryEntry;

use super::dates;

/// The entries in their order, on the clock of the home.
pub fn history(entries: &[HistoryEntry], zone: Tz, now: DateTime<Utc>) -> AnyView {
    let entries = entries.iter().map(|entry| {
        let when = dates::moment(entry.at, zone, now);
        view! {
            <li>
                <p>{entry.sentence.clone()}</p>
                <p class="soft fine"><time datetime=entry.at.to_rfc3339()>{when}</time></p>
            </li>
        }
    });
    view! {
        <section class="on-screen" aria-labelledby="history">
            <h2 id="history">"So far"</h2>
            <ol class="history" role="list">{entries.collect_view()}</ol>
        </section>
    }
    .into_any()
}
