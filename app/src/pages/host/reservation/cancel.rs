//! `/host/reservations/{id}/cancel`: what the guest gets back, to the cent, before a host cancels.

use domain::{Error, bookings::Who, text::count};
use leptos::prelude::*;
use server::bookings::{self, CancelView};
use uuid::Uuid;

use crate::{
    components::{ErrorSummary, Field, coming_back::coming_back, dates},
    page::Page,
    visit::Visit,
};

/// The preview; its form carries the refund that it shows. What cannot be cancelled leads to the reservation.
pub async fn page(visit: &Visit, id: Uuid) -> server::Result<Page> {
    let preview = match bookings::cancel_preview(&visit.ctx, visit.actor()?, id).await {
        Ok(preview) if preview.by == Who::Host => preview,
        // A guest's own booking has a page of its own.
        Ok(_) => return Err(Error::NotFound("Reservation").into()),
        Err(server::Error::User(Error::Refused(_))) => return instead(visit, id).await,
        Err(error) => return Err(error),
    };
    let own = format!("/host/reservations/{id}");
    let body = view! {
        <div class="sheet">
            <p class="soft"><a href=own.clone()>"Reservation"</a></p>
            <h1>"Cancel this stay?"</h1>
            <ErrorSummary form=visit.form.clone()/>
            {what(&preview, visit)}
            {coming_back(&preview)}
            {terms(&preview)}
            {form(&preview, visit, own)}
        </div>
    };
    Ok(Page::new("Cancel a stay", body))
}

/// The reservation says how it stands; after a form also why it was refused.
async fn instead(visit: &Visit, id: Uuid) -> server::Result<Page> {
    match visit.form.is_empty() {
        true => Ok(Page::go(format!("/host/reservations/{id}"))),
        false => super::page(visit, id).await,
    }
}

fn what(preview: &CancelView, visit: &Visit) -> AnyView {
    let stay = format!(
        "{}, {}, {}",
        dates::stay(&preview.stay, visit.now()),
        count(preview.stay.nights(), "night"),
        count(preview.guests, "guest")
    );
    let guest = preview.other.clone().map(|guest| {
        view! { <span dir="auto">{guest}</span>", " }
    });
    view! { <p>{guest}{stay}<br/><span class="soft" dir="auto">{preview.home.title.clone()}</span></p> }
        .into_any()
}

fn terms(preview: &CancelView) -> AnyView {
    let blocked = preview.blocked.is_some().then(|| {
        view! { <li>"The nights that were not stayed are kept blocked in your calendar; open them there if you like."</li> }
    });
    view! {
        <ul>
            <li>"When a host cancels, the guest gets everything back; once the stay has begun, all of the nights not begun."</li>
            {blocked}
            {preview.imported.then(|| view! { <li>"It was paid before HBnB moved: the site’s owner gives it back by hand."</li> })}
            <li>"The guest is told at once, and you cannot take it back."</li>
        </ul>
    }
    .into_any()
}

fn form(preview: &CancelView, visit: &Visit, own: String) -> AnyView {
    let cancel = format!("{own}/cancel");
    view! {
        <form class="form" method="post" action=cancel>
            <input type="hidden" name="refund" value=preview.refund.minor.to_string()/>
            <Field form=visit.form.clone() name="reason" label="Why you cancel" rows=3 maxlength=300
                hint="The guest reads it."/>
            <div class="row">
                <button class="button button--primary" type="submit">"Cancel the stay, "{preview.refund.to_string()}" back"</button>
                <a class="button" href=own>"Keep it"</a>
            </div>
        </form>
    }
    .into_any()
}
