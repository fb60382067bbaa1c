//! `/checkout/{id}`: what is bought, and paying for it; or what became of the hold, and a way on.

mod bought;
mod card;
mod ended;
mod next;
mod paying;

pub use bought::{home, what};
pub use ended::again;

use domain::bookings::State;
use leptos::prelude::*;
use server::bookings::{self, CheckoutView};
use uuid::Uuid;

use crate::{components::ErrorSummary, page::Page, visit::Visit};

/// Shows a hold. One that became a booking is a trip, wherever the back button led.
pub async fn page(visit: &Visit, id: Uuid) -> server::Result<Page> {
    let view = bookings::checkout(&visit.ctx, visit.actor()?, id).await?;
    match view.state {
        State::Held if view.payable() => Ok(payable(visit, &view)),
        State::Held | State::Expiring | State::Expired | State::Withdrawn => {
            Ok(ended::page(&view, visit.now()))
        }
        _ => Ok(Page::go(format!("/trips/{id}"))),
    }
}

/// `/checkout/{id}/return`: the provider sent the guest back. Looks at the payment, advances, and shows what became of it.
pub async fn returned(visit: &Visit, id: Uuid) -> server::Result<Page> {
    let place = match bookings::returned(&visit.ctx, visit.actor()?, id).await? {
        State::Held | State::Expiring | State::Expired | State::Withdrawn => {
            format!("/checkout/{id}")
        }
        _ => format!("/trips/{id}?booked"),
    };
    Ok(Page::go(place))
}

fn payable(visit: &Visit, view: &CheckoutView) -> Page {
    let title = next::verb(view);
    let stripe = visit.ctx.settings.stripe.as_ref();
    let body = view! {
        <div class="wrap">
            <div class="page-head"><h1>{title}</h1></div>
            <ErrorSummary form=visit.form.clone()/>
            <div class="checkout">
                {bought::view(view, visit.now())}
                {paying::view(view, stripe)}
                <div class="stack stack-l">
                    {next::view(view, visit.now())}
                    {bought::terms(view)}
                </div>
            </div>
        </div>
    };
    let page = Page::new(title, body);
    match stripe {
        Some(stripe) => card::scripted(page, visit, stripe),
        None => page,
    }
}
