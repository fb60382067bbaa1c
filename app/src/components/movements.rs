//! Every movement of a booking's money, the same for its guest and its host.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use leptos::prelude::*;
use server::payments::Movement;

use super::dates;

/// The movements in their order on the clock of the home, and where the same is as a file.
pub fn movements(
    moves: &[Movement],
    zone: Tz,
    now: DateTime<Utc>,
    csv: impl Into<String>,
) -> AnyView {
    let content = match moves.is_empty() {
        true => view! { <p class="soft">"No money has moved."</p> }.into_any(),
        false => table(moves, zone, now, csv.into()),
    };
    view! {
        <section aria-labelledby="movements">
            <h2 id="movements">"Where the money is"</h2>
            {content}
        </section>
    }
    .into_any()
}

fn table(moves: &[Movement], zone: Tz, now: DateTime<Utc>, csv: String) -> AnyView {
    let rows = moves.iter().map(|movement| {
        let when = dates::moment(movement.at, zone, now);
        view! {
            <tr>
                <th scope="row">
                    {movement.sentence.clone()}
                    <span class="soft fine"><time datetime=movement.at.to_rfc3339()>{when}</time></span>
                </th>
                <td>{moved(movement)}</td>
            </tr>
        }
    });
    view! {
        <table class="bill movements" aria-labelledby="movements">
            <tbody>{rows.collect_view()}</tbody>
        </table>
        <p class="on-screen"><a href=csv download="">"Download as CSV"</a></p>
    }
    .into_any()
}

/// What a card paid or got back; nothing for news that moved neither.
fn moved(movement: &Movement) -> Option<String> {
    (movement.amount.minor != 0).then(|| movement.amount.to_string())
}
