//! The price of the chosen stay and the button that holds it; or why it cannot be had, and what can.

use domain::{Error, Quote, Stay};
use leptos::prelude::*;
use server::{
    bookings::OwnNights,
    listings::{Chosen, ListingView},
};

use super::super::asked::Asked;
use crate::{
    components::icon::{Icon, icon},
    visit::Visit,
};

pub fn offer(visit: &Visit, home: &ListingView, asked: &Asked) -> AnyView {
    let chosen = home.chosen.as_ref();
    if let Some(own) = &asked.own {
        return own_nights(own);
    }
    let refusal = visit
        .form
        .refusal()
        .or(chosen.and_then(|chosen| chosen.refusal.as_ref()));
    let quote = chosen.and_then(|chosen| chosen.quote.as_ref());
    let bookable = chosen.is_some_and(|chosen| chosen.refusal.is_none());
    view! {
        {refusal.and_then(|error| refused(home, asked, error))}
        {quote.filter(|_| bookable).map(lines)}
        {chosen.filter(|_| bookable).and_then(|chosen| action(visit, home, chosen))}
    }
    .into_any()
}

/// The nights are not free, because they are the visitor's own.
fn own_nights(own: &OwnNights) -> AnyView {
    let dates = own.stay.label();
    let (sentence, link, href) = match own.held {
        true => (
            format!("You are holding this home for {dates}."),
            "Go on and pay",
            format!("/checkout/{}", own.id),
        ),
        false => (
            format!("You have this home for {dates} already."),
            "See your trip",
            format!("/trips/{}", own.id),
        ),
    };
    view! {
        <div class="note" role="status">
            {icon(Icon::Info)}
            <p>{sentence}</p>
        </div>
        <a class="button button--primary button--wide" href=href>{link}</a>
    }
    .into_any()
}

/// What concerns no single field; the rest stands beside the fields.
fn refused(home: &ListingView, asked: &Asked, error: &Error) -> Option<AnyView> {
    let (sentence, nearest) = match error {
        Error::Invalid(_) => (
            error
                .fields()
                .into_iter()
                .find(|error| error.field.is_empty())?
                .message,
            &[][..],
        ),
        Error::DatesTaken { nearest } => (
            "Some of these nights are taken.".to_owned(),
            nearest.as_slice(),
        ),
        other => (other.to_string(), &[][..]),
    };
    let nearest = nearest.iter().map(|stay| {
        view! { <li><a href=address(home, stay, asked.guests)>{stay.label()}</a></li> }
    });
    let nearest = nearest.collect::<Vec<_>>();
    Some(
        view! {
            <div class="note note--wrong" role="alert">
                {icon(Icon::Alert)}
                <div class="stack stack-s">
                    <p>{sentence}</p>
                    {(!nearest.is_empty()).then(|| view! {
                        <p>"Nearest dates that are free:"</p>
                        <ul>{nearest}</ul>
                    })}
                </div>
            </div>
        }
        .into_any(),
    )
}

fn address(home: &ListingView, stay: &Stay, guests: u32) -> String {
    format!(
        "/listings/{}?check_in={}&check_out={}&guests={guests}#book",
        home.id, stay.check_in, stay.check_out
    )
}

fn lines(quote: &Quote) -> AnyView {
    let nights = domain::text::count(quote.stay.nights(), "night");
    let lines = quote.lines.iter().map(|line| {
        view! { <div><dt>{line.label.clone()}</dt><dd>{quote.money(line.amount).to_string()}</dd></div> }
    });
    view! {
        <dl class="lines-of-price num">
            {lines.collect_view()}
            <div class="lines-of-price__total">
                <dt>{format!("Total, {nights}")}</dt>
                <dd class="price">{quote.total_money().to_string()}</dd>
            </div>
        </dl>
    }
    .into_any()
}

fn action(visit: &Visit, home: &ListingView, chosen: &Chosen) -> Option<AnyView> {
    let quote = chosen.quote.as_ref()?;
    let button = if visit.actor.is_some() {
        view! {
            <form method="post" action=format!("/listings/{}", home.id)>
                <input type="hidden" name="check_in" value=chosen.stay.check_in.to_string()/>
                <input type="hidden" name="check_out" value=chosen.stay.check_out.to_string()/>
                <input type="hidden" name="guests" value=chosen.guests/>
                <input type="hidden" name="shown_total" value=quote.total/>
                <button class="button button--primary button--wide" type="submit">{verb(home)}</button>
            </form>
        }
        .into_any()
    } else {
        let back = address(home, &chosen.stay, chosen.guests)
            .replace('?', "%3F")
            .replace('&', "%26")
            .replace('#', "%23");
        view! { <a class="button button--primary button--wide" href=format!("/login?next={back}")>{log_in(home)}</a> }.into_any()
    };
    let until = chosen
        .cancellation
        .first()
        .map(|step| step.sentence.clone());
    Some(view! {
        {button}
        <ul class="book__fine" role="list">
            <li>{icon(Icon::Clock)}<span>{next_step(home)}</span></li>
            {until.map(|sentence| view! { <li>{icon(Icon::Calendar)}<span>{sentence}</span></li> })}
        </ul>
    }
    .into_any())
}

fn verb(home: &ListingView) -> &'static str {
    match home.instant_book {
        true => "Book these nights",
        false => "Request to book",
    }
}

fn log_in(home: &ListingView) -> &'static str {
    match home.instant_book {
        true => "Log in to book",
        false => "Log in to request",
    }
}

/// What pressing the button does, and what it does not.
fn next_step(home: &ListingView) -> &'static str {
    match home.instant_book {
        true => "The nights are held for you for 15 minutes. You pay on the next page.",
        false => {
            "The nights are held for you for 15 minutes while you send the request. The host answers within 24 hours; until then nothing is taken."
        }
    }
}
