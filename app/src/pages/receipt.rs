//! `/trips/{id}/receipt`: one page to print.

use domain::{
    pricing::LineKind,
    refunds::RefundState,
    stays::{long_date, today_in},
    text::count,
};
use leptos::prelude::*;
use server::bookings::{self, Receipt, TripView};
use uuid::Uuid;

use crate::{components::bill::bill, page::Page, visit::Visit};

/// Before money was taken there is nothing to show: the trip says how it stands.
pub async fn page(visit: &Visit, id: Uuid) -> server::Result<Page> {
    let trip = bookings::trip(&visit.ctx, visit.actor()?, id).await?;
    let Some(receipt) = trip.receipt.clone() else {
        return Ok(Page::go(format!("/trips/{id}")));
    };
    let settings = &visit.ctx.settings;
    let contact = format!(
        "Issued by {}, {}",
        settings.operator_name, settings.support_email
    );
    let body = view! {
        <div class="wrap">
            <div class="receipt">
                <div class="page-head stack stack-s">
                    <h1>"Receipt "{receipt.number.clone()}</h1>
                    <p class="soft">{contact}</p>
                </div>
                {facts(&trip, &receipt)}
                {bill(&trip.quote)}
                {taxes(&trip)}
                {paid(&trip, &receipt)}
                {returned(&trip)}
                <p class="on-screen"><a href=format!("/trips/{id}")>"Back to the trip"</a></p>
            </div>
        </div>
    };
    Ok(Page::new(format!("Receipt {}", receipt.number), body))
}

fn facts(trip: &TripView, receipt: &Receipt) -> AnyView {
    let stay = &trip.stay;
    let dates = format!(
        "{} to {}, {}",
        long_date(stay.check_in),
        long_date(stay.check_out),
        count(stay.nights(), "night")
    );
    let address = trip
        .arrival
        .as_ref()
        .map(|arrival| view! { <p class="as-typed soft">{arrival.address.clone()}</p> });
    view! {
        <dl class="stay-facts">
            <div><dt>"For"</dt><dd dir="auto">{receipt.guest_name.clone()}</dd></div>
            <div><dt>"Home"</dt><dd><p dir="auto">{trip.home.title.clone()}</p>{address}</dd></div>
            <div><dt>"Stay"</dt><dd>{dates}</dd></div>
            <div><dt>"Guests"</dt><dd>{count(trip.guests, "guest")}</dd></div>
        </dl>
    }
    .into_any()
}

/// Lodging tax is a line of its own, and not the host's to keep.
fn taxes(trip: &TripView) -> Option<AnyView> {
    let tax = trip.quote.sum_of(LineKind::Tax);
    (tax > 0).then(|| {
        let tax = trip.quote.money(tax).to_string();
        view! { <p class="soft">"The total includes "{tax}" of lodging tax, which the host pays on to the authority."</p> }
            .into_any()
    })
}

/// What went back since, or is on its way.
fn returned(trip: &TripView) -> AnyView {
    let told = trip.refunds.iter().filter(|refund| !refund.is_past());
    let lines = told.map(|refund| {
        let amount = match refund.state {
            RefundState::Failed => refund.owed.to_string(),
            _ => refund.amount.to_string(),
        };
        let fate = match (refund.state, refund.settled_at) {
            (RefundState::Succeeded, Some(at)) => {
                format!("went back on {}", long_date(today_in(trip.timezone, at)))
            }
            (RefundState::Succeeded, None) => "went back".to_owned(),
            (RefundState::Failed, _) => "could not be sent back and stays owed".to_owned(),
            (RefundState::ByHand, _) => "is given back by hand".to_owned(),
            (RefundState::Queued | RefundState::Pending, _) => "is on its way back".to_owned(),
        };
        view! { <p><strong>{amount}</strong>" "{fate}"."</p> }
    });
    lines.collect_view().into_any()
}

fn paid(trip: &TripView, receipt: &Receipt) -> AnyView {
    let date = long_date(today_in(trip.timezone, receipt.paid_at));
    let by = match receipt.provider.as_str() {
        "sandbox" => "by test card at HBnB Sandbox: no money moved",
        _ => "by card",
    };
    view! {
        <p><strong>{receipt.paid.to_string()}" paid"</strong>" on "{date}", "{by}"."</p>
        <p class="soft fine">"Payment "{receipt.payment_id.clone()}</p>
    }
    .into_any()
}
