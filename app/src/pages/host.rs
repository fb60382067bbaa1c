//! `/host`: requests first, then today, the homes, the money. The pages of calendars and reservations are beside it.

pub mod calendar;
mod chart;
mod homes;
mod money;
mod moved;
mod requests;
pub mod reservation;
pub mod reservations;
mod today;

use leptos::prelude::*;
use server::{
    bookings::Home,
    dashboard::{self, Dashboard},
    payments::payouts::{self, HostPayouts},
};

use crate::{
    components::{
        picture::{When, decoration, sizes},
        toast::toast,
    },
    page::Page,
    visit::Visit,
};

pub async fn page(visit: &Visit) -> server::Result<Page> {
    let dashboard = dashboard::show(&visit.ctx, visit.actor()?).await?;
    let payouts = payouts::of_host(&visit.ctx, visit.actor()?).await?;
    if dashboard.homes.is_empty() {
        return Ok(Page::new("Let your home", nothing_yet()));
    }
    Ok(
        Page::new("Your homes", content(&dashboard, &payouts, visit))
            .describe("Who arrives, who leaves, who is here, your homes, and what they earned."),
    )
}

fn content(dashboard: &Dashboard, payouts: &[HostPayouts], visit: &Visit) -> AnyView {
    view! {
        <div class="wrap host">
            <div class="page-head row between">
                <h1>"Your homes"</h1>
                <ul class="row" role="list">
                    <li><a href="/host/reservations">"All reservations"</a></li>
                    <li><a href="#money">"Earnings"</a></li>
                </ul>
            </div>
            {(visit.param("saved") == Some("confirmed")).then(|| toast("Thank you. That home is settled."))}
            {requests::view(&dashboard.requests, visit.now())}
            {moved::view(&dashboard.homes)}
            {today::view(dashboard, visit.now())}
            {homes::view(&dashboard.homes)}
            {money::view(&dashboard.earnings, payouts)}
        </div>
    }
    .into_any()
}

/// One drawing, one sentence, one way on.
fn nothing_yet() -> AnyView {
    view! {
        <div class="wrap">
            <div class="empty">
                <img src=crate::components::drawing::empty() alt="" width="600" height="400"/>
                <h1>"Let your home"</h1>
                <p>"Guests pay the price that you set, and two of them can never have the same night."</p>
                <a class="button button--primary" href="/host/homes/new">"Begin with its place"</a>
            </div>
        </div>
    }
    .into_any()
}

/// A home's cover as a small picture; its title stands beside it.
fn cover(home: &Home) -> AnyView {
    decoration(&home.cover, sizes::ROW, When::Near)
}
