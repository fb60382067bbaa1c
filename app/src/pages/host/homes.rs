//! The homes of a host, each with how it stands and the ways to what is done most.

use domain::listings::Status;
use leptos::prelude::*;
use server::dashboard::HomeCard;

use super::cover;

pub fn view(homes: &[HomeCard]) -> AnyView {
    let (kept, archived): (Vec<_>, Vec<_>) = homes
        .iter()
        .partition(|card| card.status != Status::Archived);
    let rows = |cards: Vec<&HomeCard>| cards.into_iter().map(row).collect_view();
    let archived = (!archived.is_empty()).then(|| {
        view! {
            <details class="archived">
                <summary>{format!("Archived ({})", archived.len())}</summary>
                <ul class="host-homes" role="list">{rows(archived)}</ul>
            </details>
        }
    });
    view! {
        <section aria-labelledby="homes">
            <div class="row between">
                <h2 id="homes">"Homes"</h2>
                <a class="button" href="/host/homes/new">"Let another home"</a>
            </div>
            <ul class="host-homes" role="list">{rows(kept)}</ul>
            {archived}
        </section>
    }
    .into_any()
}

fn row(card: &HomeCard) -> AnyView {
    let id = card.home.id;
    let links = match card.status {
        Status::Draft => {
            view! { <li><a href=format!("/host/homes/{id}")>"Finish and publish it"</a></li> }
                .into_any()
        }
        _ => view! {
            <li><a href=format!("/host/homes/{id}/calendar")>"Calendar"</a></li>
            <li><a href=format!("/host/reservations?home={id}")>"Reservations"</a></li>
            <li><a href=format!("/host/homes/{id}")>"Change"</a></li>
        }
        .into_any(),
    };
    view! {
        <li>
            {cover(&card.home)}
            <div>
                <h3><a href=format!("/host/homes/{id}") dir="auto">{card.home.title.clone()}</a></h3>
                <p class="soft">{card.home.place_name.clone()}</p>
                {standing(card.status)}
            </div>
            <ul class="row" role="list">{links}</ul>
        </li>
    }
    .into_any()
}

/// How a home stands, in a mark and in words.
pub fn standing(status: Status) -> AnyView {
    let words = match status {
        Status::Draft => "Draft: guests do not see it yet",
        Status::Published => "Published",
        Status::Paused => "Paused: no new bookings",
        Status::Archived => "Archived",
    };
    view! { <p class=format!("status status--{}", status.as_str())>{words}</p> }.into_any()
}
