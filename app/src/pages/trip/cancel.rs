//! `/trips/{id}/cancel`: what comes back, line by line, before anything is cancelled. The form carries the refund that it
//! showed; when that has changed meanwhile nothing happens, and this page says the new one.

use chrono::{DateTime, Utc};
use domain::{
    bookings::{State, Who},
    text::count,
};
use leptos::prelude::*;
use server::{
    Error,
    bookings::{self, CancelView},
};
use uuid::Uuid;

use crate::{
    components::{
        ErrorSummary, Field, Icon, coming_back::coming_back, dates, icon, timeline::timeline,
    },
    forms::FormState,
    page::Page,
    pages::checkout,
    visit::Visit,
};

/// What cannot be cancelled is a trip that says how it stands; a host has a page of their own.
pub async fn page(visit: &Visit, id: Uuid) -> server::Result<Page> {
    let view = match bookings::cancel_preview(&visit.ctx, visit.actor()?, id).await {
        Err(Error::User(domain::Error::Refused(_))) => {
            return Ok(Page::go(format!("/trips/{id}")));
        }
        view => view?,
    };
    if view.by == Who::Host {
        return Ok(Page::go(format!("/host/reservations/{id}/cancel")));
    }
    let accepted = visit.param("accepted").is_some();
    let body = view! {
        <div class="wrap">
            <div class="page-head stack stack-s">
                <p class="soft"><a href=format!("/trips/{id}")>"Your trip"</a></p>
                <h1>"Cancel this stay?"</h1>
            </div>
            <div class="trip-notes">
                <ErrorSummary form=visit.form.clone()/>
                {accepted.then(|| note("The host has accepted your request, so it can no longer be withdrawn. You can still cancel, under the terms that you booked with."))}
                {(view.state == State::Capturing).then(|| note("The payment is being taken at this moment. If you cancel now, it is given back as soon as it is through, as of your click."))}
            </div>
            <div class="checkout">
                {what(&view, visit.now())}
                {form(&view, &visit.form)}
            </div>
        </div>
    };
    Ok(Page::new("Cancel this stay", body))
}

fn note(sentence: &'static str) -> AnyView {
    view! { <div class="note">{icon(Icon::Info)}<p>{sentence}</p></div> }.into_any()
}

fn what(view: &CancelView, now: DateTime<Utc>) -> AnyView {
    let later = view
        .steps
        .get(1..)
        .filter(|steps| !steps.is_empty())
        .map(|steps| {
            view! {
                <section aria-labelledby="later">
                    <h2 id="later">"If you cancel later"</h2>
                    {timeline(steps)}
                </section>
            }
        });
    view! {
        <div class="bought">
            {checkout::home(&view.home)}
            <dl class="stay-facts">
                <div><dt>"Dates"</dt><dd>{dates::stay(&view.stay, now)}", "{count(view.stay.nights(), "night")}</dd></div>
                <div><dt>"Guests"</dt><dd>{count(view.guests, "guest")}</dd></div>
            </dl>
            <section aria-labelledby="back">
                <h2 id="back">"What comes back"</h2>
                {coming_back(view)}
                <p class="soft fine">
                    {view.policy.label()}" terms, as you booked. "
                    <a href="/how-booking-works#cancel">"How cancelling works"</a>
                </p>
            </section>
            {later}
        </div>
    }
    .into_any()
}

fn form(view: &CancelView, form: &FormState) -> AnyView {
    let (heading, button) = said(view);
    let (asked, read) = word(view);
    let nothing = view.refund.minor == 0;
    let until = view
        .step
        .as_ref()
        .map(|step| view! { <p>{step.line.clone()}"."</p> });
    view! {
        <section class="pay panel" aria-labelledby="decide">
            <h2 id="decide">{heading}</h2>
            {until}
            {(!nothing).then(|| view! { <p class="soft">{how(view)}</p> })}
            <form class="form" method="post" action=format!("/trips/{}/cancel", view.id)>
                <input type="hidden" name="refund" value=view.refund.minor/>
                <Field form=form.clone() name="reason" label=asked rows=3 maxlength=300 hint=read/>
                <button class="button button--primary button--wide" type="submit">{button}</button>
            </form>
            <p><a href=format!("/trips/{}", view.id)>"Keep the stay"</a></p>
        </section>
    }
    .into_any()
}

/// How the money comes back.
fn how(view: &CancelView) -> &'static str {
    match view.imported {
        true => {
            "You paid for it before HBnB moved, so we give it back by hand. Your trip says when it is done."
        }
        false => "It goes to the card that paid. Banks usually show it after five to ten days.",
    }
}

/// The heading and the button: both name what comes back.
fn said(view: &CancelView) -> (String, String) {
    match view.refund.minor {
        0 => (
            "Nothing comes back".to_owned(),
            "Cancel the stay".to_owned(),
        ),
        _ => (
            format!("{} comes back", view.refund),
            format!("Cancel, {} back", view.refund),
        ),
    }
}

/// What the reason is called, and who reads it: a sample home has no host who would.
fn word(view: &CancelView) -> (&'static str, &'static str) {
    match view.other {
        Some(_) => (
            "A word to your host, if you like",
            "They read it with the news that you cannot come.",
        ),
        None => ("Why, if you like", "It stands in the history of your trip."),
    }
}
